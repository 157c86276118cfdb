namespace Hedensted.GraphQL.Paging;

/// <summary>Rows in no particular order, of which a page is picked out without sorting the rest.</summary>
/// <param name="rows">Those that fit.</param>
/// <param name="order">The order in which they are read.</param>
internal sealed class RowSelection<T>(IEnumerable<T> rows, RowOrder<T> order)
    where T : class
{
    public Connection<T> Page(PageRequest page)
    {
        var after = page.After is null ? null : order.Read(page.After);
        var before = page.Before is null ? null : order.Read(page.Before);

        // The heap holds the best rows so far, the worst of them on top: one comparison tells whether a row is of use.
        // One row more than asked tells whether there is a next page.
        var heap = new PriorityQueue<T, T>(Comparer<T>.Create(page.Backward ? order.Compare : (left, right) => order.Compare(right, left)));
        var (total, earlier, later) = (0, false, false);
        foreach (var row in rows)
        {
            total++;
            var isEarlier = after is not null && order.CompareTo(row, after) <= 0;
            var isLater = before is not null && order.CompareTo(row, before) >= 0;
            (earlier, later) = (earlier || isEarlier, later || isLater);
            if (isEarlier || isLater)
            {
                continue;
            }

            if (heap.Count <= page.Size)
            {
                heap.Enqueue(row, row);
            }
            else
            {
                heap.EnqueueDequeue(row, row);
            }
        }

        var more = heap.Count > page.Size;
        if (more)
        {
            heap.Dequeue();
        }

        var nodes = new List<T>(heap.Count);
        while (heap.TryDequeue(out var row, out _))
        {
            nodes.Add(row);
        }

        if (!page.Backward)
        {
            nodes.Reverse();
        }

        return new Connection<T>
        {
            Nodes = nodes,
            Order = order,
            HasNextPage = page.Backward ? later : more,
            HasPreviousPage = page.Backward ? more : earlier,
            Count = () => total,
        };
    }
}
