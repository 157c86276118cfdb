using System.Collections.Concurrent;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Paging;

/// <summary>What rows can be ordered by: the input object of <c>order</c>, and how it is read.</summary>
/// <param name="name">The input's name, e.g. <c>EventSortInput</c>.</param>
/// <param name="rows">What the rows are, e.g. <c>event</c>; cursors carry it, so that one of another list is refused.</param>
/// <param name="unique">The tie-break that no two rows share.</param>
/// <param name="fields">The keys that a client may choose from.</param>
internal sealed class SortInput<T>(string name, string rows, SortKey<T> unique, IReadOnlyList<SortField<T>> fields)
{
    // Orders by one key that nothing but the row decides are made once.
    private readonly ConcurrentDictionary<string, RowOrder<T>> _ascending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RowOrder<T>> _descending = new(StringComparer.Ordinal);

    /// <summary>The input type, for one schema.</summary>
    public InputObjectType Type()
    {
        var type = new InputObjectType(name, "One key an object; the list's order counts.");
        foreach (var field in fields)
        {
            type.Field(field.Name, new TypeReference("SortEnumType"), field.Description);
        }

        return type;
    }

    /// <summary>The argument, for connections.</summary>
    /// <param name="otherwise">The order when nothing is asked.</param>
    public InputValue Argument(string otherwise) =>
        new("order", new TypeReference(name).NonNull().List(), $"Default: {otherwise}. Equal rows are ordered by id.");

    /// <summary>The order that a client asks for.</summary>
    /// <param name="arguments">The arguments of the field.</param>
    /// <param name="scope">What some keys need.</param>
    /// <param name="otherwise">The name of the key to use when nothing is asked.</param>
    /// <exception cref="GraphQLException">An object has several keys, whose order would be left to chance.</exception>
    public RowOrder<T> Read(InputValues arguments, ReadScope scope, string otherwise)
    {
        var asked = arguments.GetList<InputValues>("order");
        if (asked.Count == 0)
        {
            return Ascending(otherwise, scope);
        }

        var chosen = new List<(SortField<T> Field, bool Descending)>(asked.Count);
        foreach (var one in asked)
        {
            if (one.Names.Count() > 1)
            {
                throw new GraphQLException("Write one key in each object of order; the list says which comes first.", "INVALID_ORDER");
            }

            chosen.AddRange(one.Names.Where(key => !one.IsNull(key)).Select(key => (Field(key), one.Get<bool>(key))));
        }

        return chosen.Count == 0 ? Ascending(otherwise, scope) : Order(chosen, scope);
    }

    /// <summary>The order by one key.</summary>
    public RowOrder<T> Ascending(string key, ReadScope scope) => Order([(Field(key), false)], scope);

    private SortField<T> Field(string key) => fields.First(field => field.Name == key);

    private RowOrder<T> Order(IReadOnlyList<(SortField<T> Field, bool Descending)> chosen, ReadScope scope) => chosen is [var (only, isDescending)] && only.IsFixed
        ? (isDescending ? _descending : _ascending).GetOrAdd(only.Name, _ => Make(chosen, scope))
        : Make(chosen, scope);

    // Every direction the same way: then the tie-break goes that way, too, and the list is exactly the other one reversed.
    private RowOrder<T> Make(IReadOnlyList<(SortField<T> Field, bool Descending)> chosen, ReadScope scope) => new(
        $"{rows}:{string.Join(',', chosen.Select(key => (key.Descending ? "-" : "") + key.Field.Name))}",
        [
            .. chosen.SelectMany(key => key.Field.Keys(scope).Select(one => key.Descending ? one.Descending() : one)),
            chosen.All(key => key.Descending) ? unique.Descending() : unique,
        ]);
}
