namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>The strategy, places and any other document.</summary>
public class ContentTests
{
    [Test]
    public void The_strategy_stands_there_with_its_pages_and_focus_areas()
    {
        var data = new Library().Ask("""
            { strategyPages { path title level body { __typename ... on TextBlock { text { html text } } } }
              focusAreas { number title shortName colour promise slug } }
            """);
        Assert.That(data.At("strategyPages")[0].At("path").GetString(), Is.EqualTo("/strategi"));
        Assert.That(data.At("strategyPages").GetArrayLength(), Is.GreaterThan(3));
        Assert.That(data.At("focusAreas").EnumerateArray().Select(area => area.At("number").GetInt32()), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That(data.At("focusAreas").Texts("colour"), Is.All.Match("^#[0-9a-f]{6}$"));
    }

    [Test]
    public void Every_document_can_be_read_by_its_own_address()
    {
        var library = new Library();
        var paths = library.Ask("{ contents(first: 100) { nodes { path id } } }").At("contents", "nodes");
        foreach (var document in paths.EnumerateArray())
        {
            var found = library.Ask("query($path: String) { content(path: $path) { id } }", new { path = document.At("path").GetString() });
            Assert.That(found.At("content", "id").GetString(), Is.EqualTo(document.At("id").GetString()), document.At("path").GetString());
        }
    }

    [Test]
    public void A_document_knows_its_place_in_the_tree()
    {
        var page = new Library().Ask("""
            { content(path: "/strategi") { __typename parent { path ... on Home { title } } ancestors { path } children { contentType path } } }
            """).At("content");
        Assert.That(page.At("__typename").GetString(), Is.EqualTo("StrategyPage"));
        Assert.That(page.At("parent", "path").GetString(), Is.EqualTo("/"));
        Assert.That(page.At("children").Texts("contentType"), Does.Contain("focusArea"));
    }

    [Test]
    public void What_is_not_public_cannot_be_reached_at_all()
    {
        var library = new Library();
        var catalogue = library.Existing("actionCatalogue");
        var action = library.Add("action", "Intern handling", new { title = "Intern handling", isPublic = false }, catalogue);
        var data = library.Ask("query($id: ID!, $ids: ID) { node(id: $id) { id } content(id: $ids) { id } contents(contentTypes: [\"action\"]) { totalCount } }", new { id = action, ids = action });
        Assert.That(data.At("node").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(data.At("content").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(data.At("contents", "totalCount").GetInt32(), Is.Zero);
    }

    [Test]
    public void A_dialogue_meeting_names_only_those_who_have_agreed()
    {
        var library = new Library();
        library.Add("dialogueMeeting", "Vindmøller", new
        {
            title = "Vindmøller",
            startsAt = Library.Time("2026-12-01T19:00:00"),
            panel = Library.Blocks("personBlock", new { name = "Anna", role = "Nabo", consent = true }, new { name = "Bo", role = "Lodsejer", consent = false }),
            questions = Library.Blocks("questionBlock", new { question = "Hvad betyder udsigten?" }),
            sources = Library.Blocks("sourceBlock", new { title = "Rapport", stance = new[] { "Imod" }, link = new[] { new { type = "external", url = "javascript:alert(1)", name = "x" } } }),
        });
        var meeting = library.Ask("""
            { dialogueMeeting(slug: "vindmoeller") { title panel { name role } questions { text } sources { title stance url } groundRules nextOccurrence { startsAt } } }
            """).At("dialogueMeeting");
        Assert.That(meeting.At("panel").Texts("name"), Is.EqualTo(new[] { "Anna", null }));
        Assert.That(meeting.At("sources")[0].At("stance").GetString(), Is.EqualTo("AGAINST"));
        Assert.That(meeting.At("sources")[0].At("url").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(meeting.At("groundRules").GetArrayLength(), Is.GreaterThan(0), "the site's own rules");
    }

    [Test]
    public void Screens_have_their_branch_and_slides()
    {
        var screens = new Library().Ask("""
            { screens { slug title orientation branch { title } playlists { seconds slides { kind seconds range focusArea { title } } } campaigns { title } } }
            """).At("screens");
        Assert.That(screens.GetArrayLength(), Is.GreaterThan(1));
        Assert.That(screens[0].At("playlists")[0].At("slides").GetArrayLength(), Is.GreaterThan(0));
    }

    [Test]
    public void The_site_has_a_title_texts_and_contact()
    {
        var site = new Library().Ask("{ site { title contact { name address phone url } position } terms { title explanation } branches { title status address { text } } partners { title } }");
        Assert.That(site.At("site", "contact", "phone").GetString(), Is.EqualTo("79 75 50 00"));
        Assert.That(site.At("terms").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(site.At("branches").GetArrayLength(), Is.GreaterThan(2));
    }
}
