using System.Buffers.Text;
using System.Text;
using Hedensted.GraphQL.Engine;

namespace Hedensted.GraphQL.Paging;

/// <summary>The order of rows, unique by its last key, and the cursors that name places in it.</summary>
/// <remarks>
/// A cursor holds the sort keys of its row, not a count: rows that come or go before it move nothing, and a row that is gone
/// still has a place. It also holds the order's name, so that a cursor from another order is refused rather than misread.
/// </remarks>
/// <param name="name">Short name of rows and order, e.g. <c>occurrence:startsAt</c>.</param>
/// <param name="keys">What rows are ordered by; the last is unique.</param>
internal sealed class RowOrder<T>(string name, params SortKey<T>[] keys) : IComparer<T>
{
    public string Name => name;

    public int Compare(T? x, T? y)
    {
        foreach (var key in keys)
        {
            var order = key.Compare(x!, y!);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    public string CursorOf(T item)
    {
        var text = new StringBuilder(name);
        foreach (var key in keys)
        {
            text.Append('\n').Append(key.Encode(item));
        }

        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The keys that a cursor holds.</summary>
    /// <exception cref="GraphQLException">The cursor is not one of this order.</exception>
    public string[] Read(string cursor)
    {
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');
        }
        catch (FormatException)
        {
            parts = [];
        }

        return parts.Length == keys.Length + 1 && parts[0] == name && keys.Zip(parts.Skip(1)).All(pair => pair.First.Accepts(pair.Second))
            ? parts[1..]
            : throw new GraphQLException("The cursor does not belong to this list. Use one that the same field gave with the same order.", "INVALID_CURSOR");
    }

    /// <summary>Compares a row with the place that a cursor names.</summary>
    public int CompareTo(T item, string[] place)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var order = keys[i].CompareTo(item, place[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
