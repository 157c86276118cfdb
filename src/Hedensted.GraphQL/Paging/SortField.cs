using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Paging;

/// <summary>One thing that a client can order rows by.</summary>
/// <param name="Name">What clients call it.</param>
/// <param name="Keys">The keys; the first that differs decides.</param>
/// <param name="IsFixed">Whether the keys depend on the row alone, not on the moment.</param>
/// <param name="Description">What introspection tells about it.</param>
internal sealed record SortField<T>(string Name, Func<ReadScope, IReadOnlyList<SortKey<T>>> Keys, bool IsFixed, string? Description = null)
{
    public static SortField<T> Number(string name, Func<T, long> read) => Fixed(name, null, SortKey<T>.Number(read));

    public static SortField<T> Text(string name, Func<T, string> read) => Fixed(name, null, SortKey<T>.Text(read));

    /// <summary>A number that some have not; they come last when ascending.</summary>
    public static SortField<T> MaybeNumber(string name, Func<T, long?> read, string? description = null) =>
        Fixed(name, description, SortKey<T>.Number(item => read(item) is null ? 1 : 0), SortKey<T>.Number(item => read(item) ?? 0));

    /// <summary>A text that some have not; they come last when ascending.</summary>
    public static SortField<T> MaybeText(string name, Func<T, string?> read, string? description = null) =>
        Fixed(name, description, SortKey<T>.Number(item => read(item) is null ? 1 : 0), SortKey<T>.Text(item => read(item) ?? ""));

    private static SortField<T> Fixed(string name, string? description, params SortKey<T>[] keys) => new(name, _ => keys, IsFixed: true, description);
}
