using System.Globalization;

namespace Hedensted.Content.Search;

/// <summary>Takes Danish text apart into the words that it is found by. The one way for what is written and what is asked, on every database.</summary>
/// <remarks>It remembers the words it has met, and so belongs to one thread.</remarks>
public sealed class Analyser
{
    private const int Remembered = 50_000;

    /// <summary>Letters of a word that count; what is longer is no word.</summary>
    private const int Longest = 64;

    // Plurals whose vowel changes; compounds end in them too. Spelled and stemmed.
    private static readonly (string Plural, string Singular)[] Changed =
    [
        ("boern", "barn"), ("boeg", "bog"), ("maend", "mand"), ("haend", "haand"), ("naet", "nat"), ("boend", "bond"), ("broedr", "bror"), ("moedr", "mor"), ("faedr", "far"),
        ("doetr", "dat"), ("koeer", "ko"), ("gaes", "gaas"),
    ];

    private readonly Dictionary<string, Forms> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Forms>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>An analyser that has met nothing yet.</summary>
    public Analyser() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of a text in reading order. Words joined by a hyphen come one by one, and then as one (<c>e-bog</c>: also <c>ebog</c>).</summary>
    /// <param name="text">Without markup, in Unicode's normal form C.</param>
    public IReadOnlyList<Token> TokensOf(string text)
    {
        var tokens = new List<Token>(text.Length / 6);
        Span<char> letters = stackalloc char[Longest];
        var (firstOfJoined, position) = (-1, 0);
        while (position < text.Length)
        {
            if (!IsPartOfWord(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            var length = 0;
            for (; position < text.Length && IsPartOfWord(text[position]); position++)
            {
                if (length < Longest && char.IsLetterOrDigit(text[position]))
                {
                    letters[length++] = char.ToLowerInvariant(text[position]);
                }
            }

            if (length > 0)
            {
                Add(tokens, start, position - start, letters[..length]);
            }

            var goesOn = position + 1 < text.Length && text[position] == '-' && IsPartOfWord(text[position + 1]);
            if (goesOn && firstOfJoined < 0)
            {
                firstOfJoined = tokens.Count - 1;
            }
            else if (!goesOn && firstOfJoined >= 0)
            {
                Join(tokens, firstOfJoined, letters);
                firstOfJoined = -1;
            }
        }

        return tokens;
    }

    private static bool IsPartOfWord(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private void Join(List<Token> tokens, int first, Span<char> letters)
    {
        var length = 0;
        var parts = tokens.Count;
        for (var part = first; part < parts; part++)
        {
            var word = tokens[part].Word.AsSpan();
            word = word[..Math.Min(word.Length, Longest - length)];
            word.CopyTo(letters[length..]);
            length += word.Length;
        }

        Add(tokens, tokens[first].Start, tokens[parts - 1].End - tokens[first].Start, letters[..length]);
    }

    private void Add(List<Token> tokens, int start, int length, ReadOnlySpan<char> letters)
    {
        if (!_lookup.TryGetValue(letters, out var forms))
        {
            forms = FormsOf(letters.ToString());
            if (_known.Count < Remembered)
            {
                _known.Add(letters.ToString(), forms);
            }
        }

        tokens.Add(new Token(start, length, forms.Word, forms.Key, forms.Other));
    }

    private static Forms FormsOf(string written)
    {
        // The stemmer takes the é of a café for no ending, and the e of a cafe for one: with an accent, a word has both stems.
        var letters = Folding.WithoutAccents(written);
        var key = Folding.Spelled(letters.AsSpan(0, DanishStemmer.LengthOf(letters)));
        var word = Folding.Spelled(letters);
        var other = letters != written ? Folding.Spelled(letters.AsSpan(0, DanishStemmer.LengthOf(written)))
            : Folding.Lettered(letters) is { } lettered ? Folding.Spelled(lettered.AsSpan(0, DanishStemmer.LengthOf(lettered)))
            : key;
        foreach (var (plural, singular) in Changed)
        {
            if (key.EndsWith(plural, StringComparison.Ordinal))
            {
                other = key[..^plural.Length] + singular;
                break;
            }
        }

        return new Forms(word, key, other == key ? null : other);
    }

    private readonly record struct Forms(string Word, string Key, string? Other);
}
