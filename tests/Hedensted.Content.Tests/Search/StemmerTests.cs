using Hedensted.Content.Search;
using Hedensted.Content.Tests.Support;
using Npgsql;

namespace Hedensted.Content.Tests.Search;

/// <summary>A word has the same stem here as in PostgreSQL, which others search with.</summary>
internal sealed class StemmerTests
{
    private const int Words = 50_000;

    private static readonly string[] Beginnings =
    [
        "b", "bl", "br", "d", "dr", "f", "fl", "g", "gr", "h", "hj", "j", "k", "kl", "kn", "kv", "l", "m", "n", "p", "pr", "r", "s", "sk", "skr", "sl", "st", "str", "sv", "t", "tr", "v", "",
    ];

    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "y", "æ", "ø", "å", "ei", "oe", "ya", "aa", ""];

    private static readonly string[] Closings =
    [
        "b", "d", "dd", "f", "g", "gd", "gt", "dt", "kt", "k", "kk", "l", "ll", "ld", "m", "mm", "n", "nd", "nn", "p", "r", "rs", "s", "ss", "st", "t", "tt", "v", "z", "x", "løs", "løst", "els", "",
        "0", "00",
    ];

    private static readonly string[] Endings =
    [
        "hed", "ethed", "ered", "e", "erede", "ende", "erende", "ene", "erne", "ere", "en", "heden", "eren", "er", "heder", "erer", "heds", "es", "endes", "erendes", "enes", "ernes", "eres", "ens",
        "hedens", "erens", "ers", "ets", "erets", "et", "eret", "s", "ig", "lig", "elig", "els", "løst", "igst", "ligste", "elsens", "", "ighederne", "delig", "gt", "skab", "ning",
    ];

    [TestCase("koncerterne", "koncert")]
    [TestCase("udstillingen", "udstilling")]
    [TestCase("bibliotekets", "bibliotek")]
    [TestCase("børnene", "børn")]
    [TestCase("arbejdsløst", "arbejdsløs")]
    [TestCase("øl", "øl")]
    [TestCase("", "")]
    public void A_word_loses_its_endings(string word, string stem) => Assert.That(DanishStemmer.Stem(word), Is.EqualTo(stem));

    [Test]
    public async Task Fifty_thousand_words_have_the_stems_that_PostgreSQL_gives_them([Values(20_230_511)] int seed)
    {
        await using var database = await TestDatabase.CreateAsync(TestProvider.PostgreSql);
        await using var connection = new NpgsqlConnection(database.Configuration()["ConnectionStrings:umbracoDbDSN"]);
        await connection.OpenAsync();

        // The database's own dictionary leaves out stop words, where it would say nothing; this one is the same without them.
        await using (var dictionary = new NpgsqlCommand("CREATE TEXT SEARCH DICTIONARY every_danish_stem (TEMPLATE = snowball, LANGUAGE = danish)", connection))
        {
            await dictionary.ExecuteNonQueryAsync();
        }

        var words = Generated(seed).Concat(Written()).Distinct().ToArray();
        Assert.That(words, Has.Length.GreaterThanOrEqualTo(Words));
        await using var query = new NpgsqlCommand(
            "SELECT w, (ts_lexize('every_danish_stem', w))[1], (ts_lexize('danish_stem', w))[1] FROM unnest($1::text[]) AS w", connection);
        query.Parameters.Add(new NpgsqlParameter { Value = words });
        await using var rows = await query.ExecuteReaderAsync();
        var (differences, compared) = (new List<string>(), 0);
        while (await rows.ReadAsync())
        {
            var (word, ours, theirs) = (rows.GetString(0), DanishStemmer.Stem(rows.GetString(0)), rows.GetString(1));
            compared++;
            if (ours != theirs || (!await rows.IsDBNullAsync(2) && rows.GetString(2) != ours))
            {
                differences.Add($"{word}: ours {ours}, theirs {theirs}");
            }
        }

        TestContext.Out.WriteLine($"{compared} words compared with seed {seed}, {differences.Count} differences.");
        Assert.That(differences, Is.Empty);
    }

    private static HashSet<string> Generated(int seed)
    {
        var random = new Random(seed);
        var words = new HashSet<string>();
        while (words.Count < Words)
        {
            var stem = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Beginnings) + Pick(Middles) + Pick(Closings)));
            if (stem.Length > 0)
            {
                words.Add(stem + Pick(Endings));
            }
        }

        return words;

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    // Real words: everything that stands in the site's own files.
    private static IEnumerable<string> Written()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "uSync")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The folder uSync was not found above the tests.");
        }

        return Directory.EnumerateFiles(Path.Combine(folder, "uSync"), "*.config", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadAllText(file).ToLowerInvariant().Split([.. File.ReadAllText(file).ToLowerInvariant().Where(letter => !char.IsLetter(letter)).Distinct()]))
            .Where(word => word.Length is > 0 and < 60);
    }
}
