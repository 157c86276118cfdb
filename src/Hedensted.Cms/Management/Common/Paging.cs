namespace Hedensted.Cms.Management.Common;

/// <summary>Which part of a list is asked for; <c>take=0</c> asks only how many there are.</summary>
/// <param name="Skip">Items to pass over; 0 when absent.</param>
/// <param name="Take">Items at most; 100 when absent.</param>
internal readonly record struct Paging(int? Skip, int? Take)
{
    private const int Largest = 1000;

    /// <summary>Items to pass over.</summary>
    public int Offset => Math.Max(0, Skip ?? 0);

    /// <summary>Items at most.</summary>
    public int Limit => Math.Clamp(Take ?? 100, 0, Largest);

    /// <summary>The part of these that is asked for.</summary>
    public PagedModel<T> Of<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        return new(all.Length, [.. all.Skip(Offset).Take(Limit)]);
    }
}

/// <summary>A part of a longer list, as the backoffice reads it.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">The part asked for.</param>
internal sealed record PagedModel<T>(int Total, IReadOnlyList<T> Items)
{
    /// <summary>An empty list.</summary>
    public static PagedModel<T> Empty { get; } = new(0, []);
}
