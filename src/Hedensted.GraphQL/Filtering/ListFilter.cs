using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary><c>all</c>, <c>none</c>, <c>some</c>, <c>any</c> over a list whose items a <typeparamref name="TFilter"/> judges.</summary>
internal sealed record ListFilter<TFilter>(TFilter? All, TFilter? None, TFilter? Some, bool? Any)
    where TFilter : class
{
    public static InputObjectType Of(string name, string item) =>
        new InputObjectType(name, bind: Bind)
            .Field("all", new TypeReference(item))
            .Field("none", new TypeReference(item))
            .Field("some", new TypeReference(item))
            .Field("any", Scalars.Boolean, "Whether there are items at all.");

    /// <summary>Judges a list by what fits each item.</summary>
    public bool Fits<T>(IReadOnlyList<T> items, Func<TFilter, T, bool> fits) =>
        (Some is null || items.Any(item => fits(Some, item)))
        && (All is null || items.All(item => fits(All, item)))
        && (None is null || !items.Any(item => fits(None, item)))
        && (Any is null || Any == items.Count > 0);

    /// <summary>The same with filters of another kind.</summary>
    public ListFilter<TOther> Select<TOther>(Func<TFilter, TOther> select)
        where TOther : class =>
        new(Select(All, select), Select(None, select), Select(Some, select), Any);

    private static TOther? Select<TOther>(TFilter? filter, Func<TFilter, TOther> select)
        where TOther : class => filter is null ? null : select(filter);

    private static ListFilter<TFilter> Bind(InputValues given) => new(
        given.GetOrDefault<TFilter>("all"),
        given.GetOrDefault<TFilter>("none"),
        given.GetOrDefault<TFilter>("some"),
        given.GetOrDefault<bool?>("any"));
}
