using Hedensted.Content.Search;

namespace Hedensted.Bench;

/// <summary>Text in a language that nobody speaks, made as Danish is: some words in every sentence and most hardly ever (Zipf), inflected, and put together to new ones.</summary>
internal sealed class GeneratedText
{
    private static readonly string[] Onsets = ["b", "bl", "br", "d", "dr", "f", "fl", "fr", "g", "gr", "h", "hv", "j", "k", "kl", "kr", "l", "m", "n", "p", "pr", "r", "s", "sk", "sl", "sp", "st", "str", "t", "tr", "v"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "y", "æ", "ø", "å"];
    private static readonly string[] Codas = ["", "l", "n", "r", "s", "k", "d", "g", "m", "t", "nd", "ng", "rt", "st", "ft", "lk"];
    private static readonly string[] Inflections = ["", "", "", "en", "et", "er", "erne", "ens", "s"];
    private readonly Random _random;
    private readonly double[] _cumulated;

    /// <param name="words">How many different ones, before they are inflected.</param>
    /// <param name="seed">Which of many such languages.</param>
    public GeneratedText(int words, int seed)
    {
        _random = new Random(seed);
        var made = new HashSet<string>();
        var simple = new List<string>();
        while (made.Count < words)
        {
            var isCompound = simple.Count > 2_000 && _random.Next(10) < 6;
            var word = isCompound
                ? Pick(simple) + Pick(["", "", "s", "e"]) + Pick(simple)
                : string.Concat(Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Pick(Onsets) + Pick(Vowels) + Pick(Codas)));
            if (word.Length > 2 && made.Add(word) && !isCompound)
            {
                simple.Add(word);
            }
        }

        // What is said often is short.
        Words = [.. made.OrderBy(word => word.Length + _random.Next(8))];
        Simple = simple;
        _cumulated = new double[words];
        var sum = 0.0;
        for (var rank = 0; rank < words; rank++)
        {
            _cumulated[rank] = sum += 1.0 / (rank + 1);
        }
    }

    /// <summary>Every word, those that are used most first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Those that are no compounds.</summary>
    public IReadOnlyList<string> Simple { get; }

    /// <summary>Some running words.</summary>
    public string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Next() + Pick(Inflections)));

    /// <summary>An event with as many words as the library's own have.</summary>
    public SearchDocument Document(int number, IReadOnlyList<Guid> places) => new()
    {
        Key = new Guid(number, 0, 0, new byte[8]),
        Type = "event",
        Title = Sentence(2 + _random.Next(5)),
        Teaser = Sentence(10 + _random.Next(15)),
        Text = Sentence(40 + _random.Next(120)),
        Keywords = "lørdag 28. november 2026",
        References = [places[_random.Next(places.Count)]],
        LastEnd = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(_random.Next(24 * 700)),
    };

    /// <summary>A word with a slip of the hand in it.</summary>
    public string Misspelled(string word)
    {
        var at = 1 + _random.Next(word.Length - 1);
        return _random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            _ => string.Concat(word.AsSpan(0, at), "x", word.AsSpan(at + 1)),
        };
    }

    /// <summary>One of some.</summary>
    public T Pick<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    private string Next()
    {
        var place = Array.BinarySearch(_cumulated, _random.NextDouble() * _cumulated[^1]);
        return Words[place < 0 ? ~place : place];
    }
}
