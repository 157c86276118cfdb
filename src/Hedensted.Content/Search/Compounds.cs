namespace Hedensted.Content.Search;

/// <summary>Tells the bog of a billedbog from the kor of a dekoration.</summary>
internal static class Compounds
{
    /// <summary>Letters of a word that may be the first or last part of another.</summary>
    public const int Shortest = 3;

    /// <summary>Letters of a word that may stand anywhere inside another.</summary>
    public const int ShortestInside = 5;

    private const int ShortestBefore = 3;

    /// <summary>Whether a word is likely to be a compound with the part, not at its start.</summary>
    public static bool IsIn(string part, ReadOnlySpan<char> word)
    {
        var from = 0;
        while (word[from..].IndexOf(part) is var found and >= 0)
        {
            var before = from + found;
            if (IsPart(part.Length, before, word.Length - before - part.Length))
            {
                return true;
            }

            from = before + 1;
        }

        return false;
    }

    // At the end of the word, or long enough to be no chance.
    private static bool IsPart(int length, int before, int after) => before >= ShortestBefore && length >= (after == 0 ? Shortest : ShortestInside);
}
