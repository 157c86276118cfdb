namespace Hedensted.GraphQL.Paging;

/// <summary>Rows in an order, some of which fit; cut into pages without visiting more than the page needs.</summary>
/// <param name="rows">Sorted by <paramref name="order"/>, or exactly the other way round when <paramref name="reversed"/>.</param>
/// <param name="from">The first index that may fit.</param>
/// <param name="to">The index after the last that may fit.</param>
/// <param name="reversed">Whether the rows are to be read from the end.</param>
/// <param name="order">The order in which they are read.</param>
/// <param name="fits">The filter; null lets everything through.</param>
internal sealed class RowList<T>(IReadOnlyList<T> rows, int from, int to, bool reversed, RowOrder<T> order, Predicate<T>? fits = null)
    where T : class
{
    public Connection<T> Page(PageRequest page)
    {
        // 1. In reading order: position 0 is read first, whichever way the rows lie.
        var length = Math.Max(0, to - from);
        var start = page.After is null ? 0 : Boundary(length, order.Read(page.After), past: true);
        var stop = page.Before is null ? length : Boundary(length, order.Read(page.Before), past: false);

        // 2. One row more than asked tells whether there is a next page.
        var nodes = new List<T>(Math.Min(page.Size, length));
        var more = false;
        var step = page.Backward ? -1 : 1;
        for (var position = page.Backward ? stop - 1 : start; position >= start && position < stop; position += step)
        {
            var row = At(position);
            if (fits is not null && !fits(row))
            {
                continue;
            }

            if (nodes.Count == page.Size)
            {
                more = true;
                break;
            }

            nodes.Add(row);
        }

        if (page.Backward)
        {
            nodes.Reverse();
        }

        return new Connection<T>
        {
            Nodes = nodes,
            Order = order,
            HasNextPage = page.Backward ? page.Before is not null && Any(stop, length) : more,
            HasPreviousPage = page.Backward ? more : page.After is not null && Any(0, start),
            Count = () => Total(length),
        };
    }

    private T At(int position) => rows[reversed ? to - 1 - position : from + position];

    // The first position at or (past) after the place that a cursor names.
    private int Boundary(int length, string[] place, bool past)
    {
        int low = 0, high = length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var compared = order.CompareTo(At(middle), place);
            if (compared < 0 || (past && compared == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private bool Any(int start, int stop)
    {
        for (var position = start; position < stop; position++)
        {
            if (fits is null || fits(At(position)))
            {
                return true;
            }
        }

        return false;
    }

    private int Total(int length)
    {
        if (fits is null)
        {
            return length;
        }

        var count = 0;
        for (var position = 0; position < length; position++)
        {
            count += fits(At(position)) ? 1 : 0;
        }

        return count;
    }
}
