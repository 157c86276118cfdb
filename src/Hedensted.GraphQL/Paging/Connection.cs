namespace Hedensted.GraphQL.Paging;

/// <summary>A part of a list with its place in it; the total is only counted when asked for.</summary>
internal abstract class Connection
{
    public required bool HasNextPage { get; init; }

    public required bool HasPreviousPage { get; init; }

    public required Func<int> Count { get; init; }

    public abstract string? StartCursor { get; }

    public abstract string? EndCursor { get; }
}

/// <inheritdoc/>
internal sealed class Connection<T> : Connection
    where T : class
{
    public required IReadOnlyList<T> Nodes { get; init; }

    public required RowOrder<T> Order { get; init; }

    public override string? StartCursor => Nodes.Count == 0 ? null : Order.CursorOf(Nodes[0]);

    public override string? EndCursor => Nodes.Count == 0 ? null : Order.CursorOf(Nodes[^1]);

    public IReadOnlyList<Edge<T>> Edges()
    {
        var edges = new Edge<T>[Nodes.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = new Edge<T>(this, Nodes[i]);
        }

        return edges;
    }
}

/// <summary>A row with its cursor.</summary>
internal sealed class Edge<T>(Connection<T> connection, T node)
    where T : class
{
    public T Node => node;

    public string Cursor => connection.Order.CursorOf(node);
}
