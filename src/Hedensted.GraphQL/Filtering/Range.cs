using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A bound comparison, and the range outside which nothing can fit, so that an index can skip it.</summary>
internal sealed class Range<T>
    where T : struct, IComparable<T>
{
    private Range()
    {
    }

    /// <summary>Nothing smaller fits; null is no limit.</summary>
    public T? Lowest { get; private set; }

    /// <summary>Nothing larger fits; null is no limit.</summary>
    public T? Highest { get; private set; }

    /// <summary>Whether everything fits from <see cref="Lowest"/> to <see cref="Highest"/>, both included, and nothing else.</summary>
    public bool IsInterval { get; private set; }

    /// <summary>Judges a value that may be missing; what is missing is neither greater nor smaller than anything.</summary>
    public Predicate<T?> Fits { get; private set; } = _ => true;

    public static Range<T> Bind(InputValues given)
    {
        var range = new Range<T> { IsInterval = given.Names.All(name => name is "gte" or "nlt" or "lte" or "ngt") };
        if (given.TryGet<T>("eq", out var equal))
        {
            range.AtLeast(equal);
            range.AtMost(equal);
        }

        range.Fits = new Checks<T?>(given)
            .AddEquality(operand => (T)operand)
            .Add<T>("gt", range.Above(order => order > 0))
            .Add<T>("nlte", range.Above(order => order > 0))
            .Add<T>("gte", range.Above(order => order >= 0))
            .Add<T>("nlt", range.Above(order => order >= 0))
            .Add<T>("lt", range.Below(order => order < 0))
            .Add<T>("ngte", range.Below(order => order < 0))
            .Add<T>("lte", range.Below(order => order <= 0))
            .Add<T>("ngt", range.Below(order => order <= 0))
            .ToPredicate();
        return range;
    }

    private Func<T, Predicate<T?>> Above(Predicate<int> fits) => bound =>
    {
        AtLeast(bound);
        return Compared(bound, fits);
    };

    private Func<T, Predicate<T?>> Below(Predicate<int> fits) => bound =>
    {
        AtMost(bound);
        return Compared(bound, fits);
    };

    private static Predicate<T?> Compared(T bound, Predicate<int> fits) => value => value is { } known && fits(known.CompareTo(bound));

    private void AtLeast(T value) => Lowest = Lowest is { } lowest && lowest.CompareTo(value) > 0 ? lowest : value;

    private void AtMost(T value) => Highest = Highest is { } highest && highest.CompareTo(value) < 0 ? highest : value;
}
