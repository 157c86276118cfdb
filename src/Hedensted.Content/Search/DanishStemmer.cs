using System.Buffers;

namespace Hedensted.Content.Search;

/// <summary>Finds what a Danish word begins with in all its forms: <c>koncerterne</c> → <c>koncert</c>.</summary>
/// <remarks>
/// The Snowball algorithm for Danish (https://snowballstem.org/algorithms/danish/stemmer.html), so that a word has the stem that PostgreSQL's
/// <c>danish_stem</c> gives it. Every step takes letters from the end, and so a stem is told by its length.
/// </remarks>
public static class DanishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyæåø");
    private const string Consonants = "bcdfghjklmnpqrstvwxz";
    private const string BeforeS = "abcdfghjklmnoprtvyzå";

    // The longest first: the longest that fits is the one that goes.
    private static readonly string[] Endings =
    [
        "erendes", "erende", "hedens", "endes", "erede", "ernes", "erens", "erets", "heden", "heder", "ethed",
        "ende", "enes", "eres", "eren", "eret", "erer", "erne", "ered", "heds",
        "ene", "ere", "ens", "ers", "ets", "hed", "en", "er", "es", "et", "e",
    ];

    private static readonly string[] Derivations = ["elig", "lig", "els", "ig"];
    private static readonly string[] Pairs = ["gd", "dt", "gt", "kt"];

    /// <summary>The stem of a word.</summary>
    /// <param name="word">In lower case.</param>
    public static string Stem(string word) => word[..LengthOf(word)];

    /// <summary>How many letters of a word are its stem.</summary>
    /// <param name="word">In lower case.</param>
    public static int LengthOf(ReadOnlySpan<char> word)
    {
        var region = RegionOf(word);
        if (region >= word.Length)
        {
            return word.Length;
        }

        var stem = WithoutPair(WithoutEnding(word, region), region);
        return WithoutDouble(WithoutDerivation(stem, region), region).Length;
    }

    // Where endings may begin: after the first consonant that follows a vowel, and never among the first three letters.
    private static int RegionOf(ReadOnlySpan<char> word)
    {
        var third = 0;
        for (var letter = 0; letter < 3; letter++)
        {
            if (third >= word.Length)
            {
                return word.Length;
            }

            third += char.IsHighSurrogate(word[third]) ? 2 : 1;
        }

        var vowel = word.IndexOfAny(Vowels);
        var consonant = vowel < 0 ? -1 : word[vowel..].IndexOfAnyExcept(Vowels);
        return consonant < 0 ? word.Length : Math.Max(third, vowel + consonant + 1);
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word, int region)
    {
        foreach (var ending in Endings)
        {
            if (EndsWith(word, ending, region))
            {
                return word[..^ending.Length];
            }
        }

        return word[^1] == 's' && word.Length > 1 && BeforeS.Contains(word[^2], StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static ReadOnlySpan<char> WithoutPair(ReadOnlySpan<char> word, int region)
    {
        foreach (var pair in Pairs)
        {
            if (EndsWith(word, pair, region))
            {
                return word[..^1];
            }
        }

        return word;
    }

    private static ReadOnlySpan<char> WithoutDerivation(ReadOnlySpan<char> word, int region)
    {
        word = word.EndsWith("igst", StringComparison.Ordinal) ? word[..^2] : word;
        if (EndsWith(word, "løst", region))
        {
            return word[..^1];
        }

        foreach (var derivation in Derivations)
        {
            if (EndsWith(word, derivation, region))
            {
                return WithoutPair(word[..^derivation.Length], region);
            }
        }

        return word;
    }

    private static ReadOnlySpan<char> WithoutDouble(ReadOnlySpan<char> word, int region) =>
        word.Length > region && word.Length > 1 && word[^1] == word[^2] && Consonants.Contains(word[^1], StringComparison.Ordinal) ? word[..^1] : word;

    private static bool EndsWith(ReadOnlySpan<char> word, string ending, int region) =>
        word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal);
}
