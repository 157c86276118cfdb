using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Paging;

namespace Hedensted.GraphQL.Tests.Paging;

/// <summary>Whatever the rows, the order and the pages: the Relay algorithm over the sorted list is what must come out.</summary>
[TestFixtureSource(nameof(Seeds))]
public class PagingPropertyTests(int seed)
{
    private readonly Random _random = new(seed);

    private static IEnumerable<int> Seeds() => Enumerable.Range(1, 40);

    [Test]
    public void A_page_is_what_the_whole_list_says()
    {
        var order = AnyOrder();
        var rows = AnyRows(_random.Next(0, 40));
        rows.Sort(order);
        Predicate<Row>? fits = _random.Next(3) == 0 ? null : row => row.Number != 2;
        for (var i = 0; i < 50; i++)
        {
            var after = rows.Count > 0 && _random.Next(2) == 0 ? order.CursorOf(Any(rows)) : null;
            var before = rows.Count > 0 && _random.Next(3) == 0 ? order.CursorOf(Any(rows)) : null;
            var request = new PageRequest(_random.Next(0, 12), _random.Next(2) == 0, after, before);
            var page = _random.Next(2) == 0
                ? List(rows, order, fits).Page(request)
                : new RowSelection<Row>(rows.Where(row => fits?.Invoke(row) ?? true).OrderBy(_ => _random.Next()), order).Page(request);

            var all = rows.Where(row => fits?.Invoke(row) ?? true).ToList();
            var between = all
                .Where(row => after is null || order.CompareTo(row, order.Read(after)) > 0)
                .Where(row => before is null || order.CompareTo(row, order.Read(before)) < 0).ToList();
            var expected = request.Backward ? between.TakeLast(request.Size).ToList() : between.Take(request.Size).ToList();
            Assert.Multiple(() =>
            {
                Assert.That(page.Nodes, Is.EqualTo(expected), request.ToString());
                Assert.That(page.Count(), Is.EqualTo(all.Count), "the total does not depend on the page");
                Assert.That(page.StartCursor, Is.EqualTo(expected.Count == 0 ? null : order.CursorOf(expected[0])));
                Assert.That(page.EndCursor, Is.EqualTo(expected.Count == 0 ? null : order.CursorOf(expected[^1])));
                Assert.That(page.Edges().Select(edge => edge.Cursor), Is.EqualTo(expected.Select(order.CursorOf)));
                Assert.That(
                    page.HasNextPage,
                    Is.EqualTo(request.Backward
                        ? before is not null && all.Any(row => order.CompareTo(row, order.Read(before)) >= 0)
                        : between.Count > request.Size));
                Assert.That(
                    page.HasPreviousPage,
                    Is.EqualTo(request.Backward
                        ? between.Count > request.Size
                        : after is not null && all.Any(row => order.CompareTo(row, order.Read(after)) <= 0)));
            });
        }
    }

    [Test]
    public void Rows_that_come_and_go_between_pages_move_nothing()
    {
        var order = AnyOrder();
        var rows = AnyRows(30);
        var lasting = rows.Where(_ => _random.Next(3) > 0).ToHashSet();
        var backward = _random.Next(2) == 0;
        var seen = new List<Row>();
        string? cursor = null;
        Connection<Row> page;
        do
        {
            rows.Sort(order);
            var size = _random.Next(1, 5);
            page = List(rows, order, null).Page(backward ? new PageRequest(size, true, null, cursor) : new PageRequest(size, false, cursor, null));
            seen.AddRange(backward ? page.Nodes.Reverse() : page.Nodes);
            cursor = (backward ? page.StartCursor : page.EndCursor) ?? cursor;
            rows.RemoveAll(row => !lasting.Contains(row) && _random.Next(3) == 0);
            rows.AddRange(AnyRows(_random.Next(0, 2)));
        }
        while (backward ? page.HasPreviousPage : page.HasNextPage);

        Assert.That(seen, Is.Unique);
        Assert.That(seen.Where(lasting.Contains), Is.EquivalentTo(lasting), "what was there all the time comes exactly once");
        Assert.That(backward ? seen.AsEnumerable().Reverse() : seen, Is.Ordered.Using<Row>(order));
    }

    [Test]
    public void A_page_looks_at_no_more_rows_than_it_needs_unless_the_total_is_asked_for()
    {
        var order = AnyOrder();
        var rows = AnyRows(200);
        rows.Sort(order);
        var looks = 0;
        var page = List(rows, order, _ => ++looks > 0).Page(new PageRequest(5, _random.Next(2) == 0, null, null));
        Assert.That(looks, Is.EqualTo(6));
        Assert.That((page.Count(), looks), Is.EqualTo((200, 206)));
    }

    [Test]
    public void A_cursor_that_was_tampered_with_is_refused_or_a_place_but_never_a_fault()
    {
        var order = AnyOrder();
        var rows = AnyRows(20);
        rows.Sort(order);
        var good = order.CursorOf(rows[7]);
        for (var i = 0; i < 100; i++)
        {
            var letters = good.ToCharArray();
            letters[_random.Next(letters.Length)] = (char)_random.Next(33, 127);
            var cursor = new string(letters)[.._random.Next(0, letters.Length + 1)];
            try
            {
                Assert.That(List(rows, order, null).Page(new PageRequest(5, false, cursor, null)).Nodes, Has.Count.LessThanOrEqualTo(5));
            }
            catch (GraphQLException refused)
            {
                Assert.That(refused.Code, Is.EqualTo("INVALID_CURSOR"));
            }
        }
    }

    private Row Any(List<Row> rows) => rows[_random.Next(rows.Count)];

    private List<Row> AnyRows(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Row(_random.Next(5), ((string[])["Æble", "æble", "Å", "", "to\nlinjer", "Zebra"])[_random.Next(6)], Guid.NewGuid()))];

    private RowOrder<Row> AnyOrder()
    {
        var keys = new List<SortKey<Row>>();
        var number = SortKey<Row>.Number(row => row.Number);
        var text = SortKey<Row>.Text(row => row.Text);
        foreach (var key in _random.Next(4) switch { 0 => [number], 1 => [text], 2 => [number, text], _ => new[] { text, number } })
        {
            keys.Add(_random.Next(2) == 0 ? key : key.Descending());
        }

        return new RowOrder<Row>("row:any", [.. keys, SortKey<Row>.Identity(row => row.Id)]);
    }

    // The same list, lying one way or the other, perhaps as a part of a longer one.
    private RowList<Row> List(List<Row> sorted, RowOrder<Row> order, Predicate<Row>? fits)
    {
        var reversed = _random.Next(2) == 0;
        var padding = Enumerable.Repeat(new Row(-1, "uden for", Guid.Empty), _random.Next(3)).ToList();
        var lying = reversed ? sorted.AsEnumerable().Reverse() : sorted;
        return new RowList<Row>([.. padding, .. lying, .. padding], padding.Count, padding.Count + sorted.Count, reversed, order, fits);
    }

    private sealed record Row(int Number, string Text, Guid Id);
}
