using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary>A bound comparison, and the range outside which nothing can fit, so that an index can skip it.</summary>
internal sealed class Range<T>
    where T : struct, IComparable<T>
{
    private readonly List<Predicate<T>> _checks = [];

    /// <summary>Nothing smaller fits; null is no limit.</summary>
    public T? Lowest { get; private set; }

    /// <summary>Nothing larger fits; null is no limit.</summary>
    public T? Highest { get; private set; }

    public Predicate<T> Fits { get; private set; } = _ => true;

    public static Range<T> Bind(InputValues given)
    {
        var range = new Range<T>();
        range.Add(given);
        range.Fits = Operations.All(range._checks);
        return range;
    }

    private void Add(InputValues given)
    {
        if (given.TryGet<T>("eq", out var equal))
        {
            AtLeast(equal);
            AtMost(equal);
            _checks.Add(value => value.CompareTo(equal) == 0);
        }

        if (given.TryGet<T>("neq", out var different))
        {
            _checks.Add(value => value.CompareTo(different) != 0);
        }

        if (given.TryGet<object>("in", out _))
        {
            var set = given.GetList<T>("in");
            _checks.Add(value => set.Contains(value));
        }

        if (given.TryGet<object>("nin", out _))
        {
            var set = given.GetList<T>("nin");
            _checks.Add(value => !set.Contains(value));
        }

        Compare(given, "gt", value => value > 0, AtLeast);
        Compare(given, "nlte", value => value > 0, AtLeast);
        Compare(given, "gte", value => value >= 0, AtLeast);
        Compare(given, "nlt", value => value >= 0, AtLeast);
        Compare(given, "lt", value => value < 0, AtMost);
        Compare(given, "ngte", value => value < 0, AtMost);
        Compare(given, "lte", value => value <= 0, AtMost);
        Compare(given, "ngt", value => value <= 0, AtMost);
    }

    private void Compare(InputValues given, string name, Predicate<int> fits, Action<T> limit)
    {
        if (given.TryGet<T>(name, out var bound))
        {
            limit(bound);
            _checks.Add(value => fits(value.CompareTo(bound)));
        }
    }

    private void AtLeast(T value) => Lowest = Lowest is { } lowest && lowest.CompareTo(value) > 0 ? lowest : value;

    private void AtMost(T value) => Highest = Highest is { } highest && highest.CompareTo(value) < 0 ? highest : value;
}
