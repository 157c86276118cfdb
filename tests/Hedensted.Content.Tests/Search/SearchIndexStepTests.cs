using Hedensted.Content.Search;

namespace Hedensted.Content.Tests.Search;

/// <summary>An index that followed every change finds what one finds that was made at the end.</summary>
internal sealed class SearchIndexStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Step_by_step_equals_at_once([Values(1, 2, 3, 4, 5, 6, 7, 8)] int seed)
    {
        var random = new Random(seed);
        var words = Enumerable.Range(0, 400).Select(_ => Word(random)).ToArray();
        var documents = Enumerable.Range(0, random.Next(1, 900)).Select(number => Document(random, words, number)).ToDictionary(document => document.Key);
        var index = SearchIndex.Empty.With([], documents.Values);
        for (var step = 0; step < 60; step++)
        {
            var removed = documents.Keys.Where(_ => random.Next(200) == 0).Append(Key(5_000)).ToHashSet();
            var added = Enumerable.Range(0, random.Next(0, 5)).Select(_ => Document(random, words, random.Next(1_000))).DistinctBy(document => document.Key).ToList();
            foreach (var key in removed)
            {
                documents.Remove(key);
            }

            foreach (var document in added)
            {
                documents[document.Key] = document;
            }

            index = index.With(removed, added);
        }

        var fresh = SearchIndex.Empty.With([], documents.Values);
        Assert.That(index.Count, Is.EqualTo(documents.Count));
        foreach (var question in Questions(random, words))
        {
            var (one, other) = (Find(index, question), Find(fresh, question));
            Assert.That(one.Hits, Is.EqualTo(other.Hits), question);
            Assert.That((one.Total, one.HasAllWords), Is.EqualTo((other.Total, other.HasAllWords)), question);
            Assert.That(one.CountByType, Is.EquivalentTo(other.CountByType), question);
            Assert.That(documents.Keys.Append(Guid.NewGuid()).Where(index.Matching(question).Contains), Is.EquivalentTo(one.Hits.Where(_ => one.HasAllWords).Select(hit => hit.Key)), question);
        }
    }

    [Test]
    public void An_earlier_index_is_not_touched_by_a_later_one()
    {
        var random = new Random(9);
        var words = Enumerable.Range(0, 100).Select(_ => Word(random)).ToArray();
        var documents = Enumerable.Range(0, 300).Select(number => Document(random, words, number)).ToList();
        var index = SearchIndex.Empty.With([], documents);
        var before = words.Select(word => Find(index, word).Hits).ToList();
        var later = index.With(documents.Take(150).Select(document => document.Key), [Document(random, words, 1), Document(random, words, 700)]);
        Assert.That(later.Count, Is.EqualTo(152));
        Assert.That(words.Select(word => Find(index, word).Hits), Is.EqualTo(before));
    }

    private static IEnumerable<string> Questions(Random random, string[] words)
    {
        foreach (var word in words.Take(60))
        {
            yield return word;
            yield return word[..^1];
            yield return Misspelled(random, word);
            yield return $"{word} {words[random.Next(words.Length)]}";
            yield return $"{word} {words[random.Next(words.Length)]} {words[random.Next(words.Length)]} og";
            yield return $"\"{word}\"";
        }
    }

    private static string Misspelled(Random random, string word)
    {
        var letters = word.ToCharArray();
        letters[random.Next(letters.Length)] = 'x';
        return new string(letters);
    }

    private static SearchResult Find(SearchIndex index, string question) => index.Find(new SearchRequest { Text = question, Now = Now });

    // Some are compounds of others, as in Danish.
    private static string Word(Random random)
    {
        string[] syllables = ["bog", "læs", "kon", "cert", "for", "år", "sommer", "by", "havn", "sal", "kor", "børn", "klub", "e", "en", "er"];
        return string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => syllables[random.Next(syllables.Length)])) + syllables[random.Next(12)];
    }

    private static SearchDocument Document(Random random, string[] words, int number) => new()
    {
        Key = Key(number),
        Type = random.Next(3) switch { 0 => "event", 1 => "branch", _ => "strategyPage" },
        Title = Text(random, words, 4),
        Teaser = Text(random, words, 8),
        Text = Text(random, words, 30),
        IsName = random.Next(30) == 0,
        References = random.Next(4) == 0 ? [Key(random.Next(1_000))] : [],
        LastEnd = random.Next(2) == 0 ? Now.AddHours(random.Next(-100, 100)) : null,
    };

    private static string Text(Random random, string[] words, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(most)).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 2))]));

    private static Guid Key(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
