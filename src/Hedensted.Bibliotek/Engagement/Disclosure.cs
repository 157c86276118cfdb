namespace Hedensted.Bibliotek.Engagement;

/// <summary>What may leave the house of figures about people: nothing that a few of them could be recognised by.</summary>
public static class Disclosure
{
    /// <summary>Fewer people are not told of.</summary>
    public const int Fewest = 5;

    /// <summary>A number of people; null when they are too few, and nobody at all is too few, or the null would tell that it was somebody.</summary>
    public static int? Of(int people) => people >= Fewest ? people : null;
}
