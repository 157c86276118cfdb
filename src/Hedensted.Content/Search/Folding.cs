using System.Text;

namespace Hedensted.Content.Search;

/// <summary>Makes letters alike that people type for each other: capitals and small ones, é and e, å and aa.</summary>
internal static class Folding
{
    private static readonly char[] WithoutAccent = [.. Enumerable.Range(0, 0x250).Select(Plain)];

    /// <summary>The text in Unicode's normal form C, where a letter and its accent are one; as it is when it is no proper Unicode.</summary>
    public static string Composed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0)
        {
            return text;
        }

        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a character, as a program cuts a text.
            return text;
        }
    }

    /// <summary>The word without accents, letter for letter; æ, ø and å, which are letters of their own, stay.</summary>
    /// <param name="word">In lower case.</param>
    public static string WithoutAccents(string word) => string.Create(word.Length, word, static (plain, word) =>
    {
        for (var index = 0; index < plain.Length; index++)
        {
            plain[index] = word[index] < WithoutAccent.Length ? WithoutAccent[word[index]] : word[index];
        }
    });

    /// <summary>The word with æ, ø and å as they are written where a keyboard lacks them.</summary>
    public static string Spelled(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny("æøå") < 0)
        {
            return word.ToString();
        }

        var spelled = new StringBuilder(word.Length + 4);
        foreach (var letter in word)
        {
            _ = letter switch
            {
                'æ' => spelled.Append("ae"),
                'ø' => spelled.Append("oe"),
                'å' => spelled.Append("aa"),
                _ => spelled.Append(letter),
            };
        }

        return spelled.ToString();
    }

    /// <summary>The word with the letters that ae, oe and aa may stand for; null when there are none.</summary>
    public static string? Lettered(string word)
    {
        var lettered = word.Replace("ae", "æ", StringComparison.Ordinal).Replace("oe", "ø", StringComparison.Ordinal).Replace("aa", "å", StringComparison.Ordinal);
        return lettered.Length == word.Length ? null : lettered;
    }

    private static char Plain(int code)
    {
        var letter = char.ToLowerInvariant((char)code);
        return letter switch
        {
            'æ' or 'ø' or 'å' => letter,
            'ä' => 'æ',
            'ö' => 'ø',
            'đ' or 'ð' => 'd',
            'ł' => 'l',
            _ => letter < 0xC0 ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0],
        };
    }
}
