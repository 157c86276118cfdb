using System.Numerics;

namespace Hedensted.GraphQL.Caching;

/// <summary>Parts of an edition, a bit each: what an answer was read from, and what a step to the next edition touched. They are the tags of the cache.</summary>
/// <param name="Bits">The parts.</param>
internal readonly record struct Areas(ulong Bits)
{
    private const int FirstType = 7;

    /// <summary>The edition itself, e.g. its position: every step touches it.</summary>
    public static readonly Areas Edition = new(1 << 0);

    /// <summary>The tree: any document, its place and its order.</summary>
    public static readonly Areas Documents = new(1 << 1);

    public static readonly Areas Media = new(1 << 2);

    public static readonly Areas Dictionary = new(1 << 3);

    public static readonly Areas Calendar = new(1 << 4);

    public static readonly Areas Search = new(1 << 5);

    /// <summary>What has changed in the calendar, told to partners.</summary>
    public static readonly Areas Changes = new(1 << 6);

    /// <summary>Everything there is and will be.</summary>
    public static readonly Areas All = new(ulong.MaxValue);

    /// <summary>Nothing.</summary>
    public static readonly Areas None;

    /// <summary>Documents of one type. There may be more types than bits: then types share one, and a change of either touches both.</summary>
    /// <param name="ordinal">The type's place among all types of its schema.</param>
    public static Areas OfType(int ordinal) => new(1UL << (FirstType + (ordinal % (64 - FirstType))));

    public static Areas operator |(Areas one, Areas other) => new(one.Bits | other.Bits);

    /// <summary>Whether they have a part in common.</summary>
    public bool Meets(Areas other) => (Bits & other.Bits) != 0;

    /// <summary>The number of each bit.</summary>
    public IEnumerable<int> Numbers()
    {
        for (var rest = Bits; rest != 0; rest &= rest - 1)
        {
            yield return BitOperations.TrailingZeroCount(rest);
        }
    }
}
