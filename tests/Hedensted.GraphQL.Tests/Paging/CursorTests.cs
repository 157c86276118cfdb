using System.Text.Json;

namespace Hedensted.GraphQL.Tests.Paging;

/// <summary>Walking through a list page by page.</summary>
public class CursorTests
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(7)]
    public void Every_row_comes_exactly_once_although_many_start_at_the_same_time(int size)
    {
        var library = Crowded(20);
        var all = Ids(library.Ask("{ occurrences(first: 100) { nodes { id } } }"));
        Assert.That(Walk(library, size, "first", "after", "endCursor", "hasNextPage"), Is.EqualTo(all));
        Assert.That(Walk(library, size, "last", "before", "startCursor", "hasPreviousPage"), Is.EquivalentTo(all));
    }

    [Test]
    public void A_cursor_keeps_its_place_when_rows_before_it_come_and_go()
    {
        var library = Crowded(6);
        var first = library.Ask("{ occurrences(first: 3) { pageInfo { endCursor } nodes { id event { id } } } }").At("occurrences");
        var cursor = first.At("pageInfo", "endCursor").GetString();
        var rest = Ids(library.Ask("query($after: String) { occurrences(first: 10, after: $after) { nodes { id } } }", new { after = cursor }));
        library.Event("Ny", "2026-11-01T10:00:00");
        library.Remove(first.At("nodes")[2].At("event", "id").GetGuid());
        Assert.That(Ids(library.Ask("query($after: String) { occurrences(first: 10, after: $after) { nodes { id } } }", new { after = cursor })), Is.EqualTo(rest));
    }

    [TestCase("first: 101", "INVALID_PAGING")]
    [TestCase("first: -1", "INVALID_PAGING")]
    [TestCase("first: 1, last: 1", "INVALID_PAGING")]
    [TestCase("after: \"noget andet\"", "INVALID_CURSOR")]
    [TestCase("after: \"c3RhcnRzQXQKMQ\"", "INVALID_CURSOR")]
    [TestCase("order: [{ startsAt: ASC, title: ASC }]", "INVALID_ORDER")]
    public void What_makes_no_sense_is_told(string arguments, string code) =>
        Assert.That(Crowded(2).Refused("{ occurrences(" + arguments + ") { nodes { id } } }"), Is.EqualTo(code));

    [Test]
    public void A_cursor_of_another_order_is_refused()
    {
        var library = Crowded(3);
        var cursor = library.Ask("{ occurrences(first: 1) { pageInfo { endCursor } } }").At("occurrences", "pageInfo", "endCursor").GetString();
        Assert.That(
            library.Refused("query($after: String) { occurrences(after: $after, order: [{ title: ASC }]) { nodes { id } } }", new { after = cursor }),
            Is.EqualTo("INVALID_CURSOR"));
    }

    [Test]
    public void Other_lists_have_cursors_too()
    {
        var library = Crowded(5);
        var seen = new List<string?>();
        string? after = null;
        JsonElement page;
        do
        {
            page = library.Ask("query($after: String) { events(first: 2, after: $after, order: [{ title: ASC }]) { pageInfo { endCursor hasNextPage } nodes { title } } }", new { after }).At("events");
            seen.AddRange(page.At("nodes").Texts("title"));
            after = page.At("pageInfo", "endCursor").GetString();
        }
        while (page.At("pageInfo", "hasNextPage").GetBoolean());
        Assert.That(seen, Is.EqualTo(new[] { "Nr. 0", "Nr. 1", "Nr. 2", "Nr. 3", "Nr. 4" }));
    }

    private static List<string> Walk(Library library, int size, string count, string from, string cursor, string more)
    {
        var seen = new List<string>();
        string? place = null;
        JsonElement page;
        do
        {
            page = library.Ask(
                $"query($place: String) {{ occurrences({count}: {size}, {from}: $place) {{ pageInfo {{ {cursor} {more} }} nodes {{ id }} }} }}",
                new { place });
            seen.AddRange(Ids(page));
            place = page.At("occurrences", "pageInfo", cursor).GetString();
        }
        while (page.At("occurrences", "pageInfo", more).GetBoolean());
        return seen;
    }

    private static string[] Ids(JsonElement data) => [.. data.At("occurrences", "nodes").Texts("id").OfType<string>()];

    private static Library Crowded(int count)
    {
        var library = new Library();
        for (var i = 0; i < count; i++)
        {
            library.Event($"Nr. {i}", i % 5 == 0 ? "2026-11-29T10:00:00" : "2026-11-28T10:00:00");
        }

        return library;
    }
}
