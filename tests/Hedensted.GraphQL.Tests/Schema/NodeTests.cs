using System.Text.Json;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>Global ids: one says by itself what it is the id of.</summary>
public class NodeTests
{
    [Test]
    public void Everything_with_an_id_can_be_fetched_again_by_it()
    {
        var library = new Library();
        var picture = library.AddMedia("/media/ab12/bog.jpg", new { umbracoWidth = 10, umbracoHeight = 10 });
        library.Event("Lørdag", "2026-11-28T10:00:00");
        var all = library.Ask("{ contents(first: 100) { nodes { __typename id } } occurrences { nodes { __typename id } } }");
        var known = all.At("contents", "nodes").EnumerateArray().Concat(all.At("occurrences", "nodes").EnumerateArray()).ToList();
        foreach (var one in known)
        {
            var node = library.Ask("query($id: ID!) { node(id: $id) { __typename id } }", new { id = one.At("id").GetString() }).At("node");
            Assert.That(node.GetRawText(), Is.EqualTo(one.GetRawText()));
        }

        Assert.That(known, Has.Count.GreaterThan(20));
        Assert.That(known.Select(one => one.At("id").GetString()).Distinct().Count(), Is.EqualTo(known.Count), "no two things share an id");
        Assert.That(library.Ask("query($id: ID!) { node(id: $id) { __typename } }", new { id = picture }).At("node", "__typename").GetString(), Is.EqualTo("Media"));
    }

    [Test]
    public void Several_come_in_the_order_asked_for_and_null_where_there_is_nothing()
    {
        var library = new Library();
        library.Event("Lørdag", "2026-11-28T10:00:00");
        var date = library.Ask("{ occurrences { nodes { id event { id } } } }").At("occurrences", "nodes")[0];
        var ids = new[] { date.At("id").GetString(), Guid.NewGuid().ToString(), date.At("event", "id").GetString() };
        var nodes = library.Ask("query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }", new { ids }).At("nodes");
        Assert.That(nodes.EnumerateArray().Select(node => node.ValueKind == JsonValueKind.Null ? null : node.At("__typename").GetString()), Is.EqualTo(new[] { "Occurrence", null, "Event" }));
    }

    [TestCase("node(id: \"noget andet\") { id }")]
    [TestCase("nodes(ids: [\"7\"]) { id }")]
    [TestCase("content(id: \"\") { id }")]
    [TestCase("event(id: \"Event:1\") { id }")]
    [TestCase("occurrence(id: \"{}\") { id }")]
    [TestCase("occurrences(where: { id: { in: [\"x\"] } }) { totalCount }")]
    public void What_is_no_id_is_told(string field) => Assert.That(new Library().Refused("{ " + field + " }"), Is.EqualTo("INVALID_ID"));

    [TestCase("event", "branch")]
    [TestCase("branch", "focusArea")]
    [TestCase("focusArea", "branch")]
    [TestCase("dialogueMeeting", "branch")]
    [TestCase("series", "branch")]
    [TestCase("strategyPage", "branch")]
    [TestCase("screen", "branch")]
    [TestCase("occurrence", "branch")]
    public void The_id_of_something_else_is_told_rather_than_not_found(string field, string type)
    {
        var library = new Library();
        var id = library.Existing(type);
        Assert.That(library.Refused("query($id: ID!) { " + field + "(id: $id) { id } }", new { id }), Is.EqualTo("INVALID_ID"));
    }

    [TestCase("event")]
    [TestCase("branch")]
    [TestCase("content")]
    [TestCase("occurrence")]
    public void An_id_that_nothing_has_finds_nothing(string field) =>
        Assert.That(new Library().Ask("query($id: ID!) { " + field + "(id: $id) { id } }", new { id = Guid.NewGuid() }).At(field).ValueKind, Is.EqualTo(JsonValueKind.Null));

    [Test]
    public void A_date_is_not_a_document()
    {
        var library = new Library();
        library.Event("Lørdag", "2026-11-28T10:00:00");
        var id = library.Ask("{ occurrences { nodes { id } } }").At("occurrences", "nodes")[0].At("id").GetString();
        Assert.That(library.Refused("query($id: ID!) { content(id: $id) { id } }", new { id }), Is.EqualTo("INVALID_ID"));
    }

    [Test]
    public void At_most_fifty_at_once()
    {
        var ids = Enumerable.Range(0, 51).Select(_ => Guid.NewGuid());
        Assert.That(new Library().Refused("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids }), Is.EqualTo("TOO_MANY_IDS"));
    }

    [TestCase("event { id }")]
    [TestCase("content { id }")]
    public void One_must_say_which(string field) => Assert.That(new Library().Refused("{ " + field + " }"), Is.EqualTo("ARGUMENT_MISSING"));
}
