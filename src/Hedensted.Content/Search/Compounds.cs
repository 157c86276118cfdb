namespace Hedensted.Content.Search;

/// <summary>Tells the bog of a billedbog from the kor of a dekoration.</summary>
internal static class Compounds
{
    /// <summary>Letters of a word that may be the first or last part of another.</summary>
    public const int Shortest = 3;

    /// <summary>Letters of a word that may stand anywhere inside another.</summary>
    public const int ShortestInside = 5;

    private const int ShortestBefore = 3;

    /// <summary>Whether letters inside a word are likely to be a part of a compound: at its end, or long enough to be no chance.</summary>
    /// <param name="length">Letters of the part.</param>
    /// <param name="before">Letters before it.</param>
    /// <param name="after">Letters after it.</param>
    public static bool IsPart(int length, int before, int after) => before >= ShortestBefore && length >= (after == 0 ? Shortest : ShortestInside);
}
