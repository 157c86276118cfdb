using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Editing;

/// <summary>What trees, pickers and lists show.</summary>
internal sealed class TreeTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task Siblings_stand_around_a_node_with_counts_at_both_ends()
    {
        var home = await Site.HomeAsync();
        var pages = new List<Guid>();
        for (var number = 0; number < 7; number++)
        {
            pages.Add(await Site.CreateAsync(home, Library.Page, Library.PageContent($"Side {number}")));
        }

        var siblings = (await Site.Tree.SiblingsAsync(NodeKind.Document, pages[3], 1, 2, default))!;

        Assert.That(siblings.Items.Select(item => item.Key), Is.EqualTo(pages[2..6]));
        Assert.That((siblings.TotalBefore, siblings.TotalAfter), Is.EqualTo((2, 1)));
        Assert.That((await Site.Tree.ChildrenAsync(NodeKind.Document, home, 5, 10, default)).Items, Has.Count.EqualTo(2));
        Assert.That((await Site.Tree.FindAsync(NodeKind.Document, home, default))!.HasChildren, Is.True);
    }

    [Test]
    public async Task A_search_finds_danish_letters_whatever_their_case()
    {
        var home = await Site.HomeAsync();
        var exact = await Site.CreateAsync(home, Library.Page, Library.PageContent("Ålborg"));
        var starts = await Site.CreateAsync(home, Library.Page, Library.PageContent("ÅLBORG besøger os"));
        var within = await Site.CreateAsync(home, Library.Page, Library.PageContent("Bussen til Ålborg"));

        var found = await Site.Tree.SearchAsync(new NodeSearch(NodeKind.Document, "ålborg", false, null, [], 0, 10), default);
        var below = await Site.Tree.SearchAsync(new NodeSearch(NodeKind.Document, null, false, home, [Library.Page], 0, 0), default);
        var byKey = await Site.Tree.SearchAsync(new NodeSearch(NodeKind.Document, $"{within}", null, null, [], 0, 10), default);

        Assert.That(found.Items.Select(item => item.Key), Is.EqualTo(new[] { exact, starts, within }));
        Assert.That(below.Total, Is.EqualTo(3));
        Assert.That(byKey.Items.Single().Key, Is.EqualTo(within));
    }

    [Test]
    public async Task A_search_finds_what_is_written_after_what_is_called_so_and_follows_every_save()
    {
        var home = await Site.HomeAsync();
        var speaks = await Site.CreateAsync(home, Library.Page, Library.PageContent("Efterår", ("body", Library.Json("""{"markup":"<p>Vi læser <strong>ØSTEN</strong>for solen.</p>","blocks":{}}"""))));
        var called = await Site.CreateAsync(home, Library.Page, Library.PageContent("Rejsen mod østen"));
        Task<Page<NodeSummary>> Find(string text) => Site.Tree.SearchAsync(new NodeSearch(NodeKind.Document, text, false, null, [], 0, 10), default);

        Assert.That((await Find("Østen")).Items.Select(item => item.Key), Is.EqualTo(new[] { called, speaks }));
        Assert.That((await Find("solen efterår")).Items.Select(item => item.Key), Is.EqualTo(new[] { speaks }), "each word, in the name or in the text");
        Assert.That((await Find("strong markup")).Total, Is.Zero, "no markup and no names of fields");

        await Site.SaveAsync(speaks, Library.PageContent("Efterår", ("body", Library.Json("""{"markup":"<p>Vi læser noget andet.</p>","blocks":{}}"""))));
        Assert.That((await Find("østen")).Items.Select(item => item.Key), Is.EqualTo(new[] { called }));
        Assert.That((await Find("noget andet")).Items.Select(item => item.Key), Is.EqualTo(new[] { speaks }));
    }

    [Test]
    public async Task A_list_is_sorted_by_what_a_picked_page_is_called()
    {
        var home = await Site.HomeAsync();
        var first = await Site.CreateAsync(home, Library.Page, Library.PageContent("Bjerre"));
        var last = await Site.CreateAsync(home, Library.Page, Library.PageContent("Øster Snede"));
        var byLast = await Site.CreateAsync(last, Library.Page, Library.PageContent("A", ("related", Library.String($"{last}"))));
        var byFirst = await Site.CreateAsync(last, Library.Page, Library.PageContent("B", ("related", Library.String($"{first}"))));
        var byNone = await Site.CreateAsync(last, Library.Page, Library.PageContent("C"));

        var sorted = await Site.Tree.CollectionAsync(new NodeCollection(NodeKind.Document, last, null, "related", false, 0, 10), default);

        Assert.That(sorted.Items.Select(item => item.Key), Is.EqualTo(new[] { byNone, byFirst, byLast }));
    }

    [Test]
    public async Task Lists_are_sorted_as_danes_sort()
    {
        var home = await Site.HomeAsync();
        foreach (var name in new[] { "Åben", "Zebra", "Æble", "Øl", "Abe" })
        {
            await Site.CreateAsync(home, Library.Page, Library.PageContent(name));
        }

        var byName = await Site.Tree.CollectionAsync(new NodeCollection(NodeKind.Document, home, null, "name", false, 0, 10), default);
        var byTitle = await Site.Tree.CollectionAsync(new NodeCollection(NodeKind.Document, home, null, "title", true, 0, 2), default);

        Assert.That(byName.Items.Select(item => item.NameIn(null)), Is.EqualTo(new[] { "Abe", "Zebra", "Æble", "Øl", "Åben" }));
        Assert.That(byTitle.Items.Select(item => item.NameIn(null)), Is.EqualTo(new[] { "Åben", "Øl" }));
        Assert.That(byTitle.Total, Is.EqualTo(5));
    }

    [Test]
    public async Task Everything_that_points_at_a_node_is_known()
    {
        var home = await Site.HomeAsync();
        var target = await Site.PageAsync(home, "Mål");
        var picture = await Site.CreateAsync(null, Library.Image, Library.Content("Bog"), NodeKind.Media);
        var block = """
            {"layout":{},"contentData":[{"key":"d0000000-0000-4000-8000-000000000001","contentTypeKey":"TYPE","values":[
            {"alias":"body","value":{"markup":"<p><a href=\"/{localLink:TARGET}\" type=\"document\">se</a></p>"}}]}],"settingsData":[],"expose":[]}
            """.Replace("TYPE", $"{Library.Quote}", StringComparison.Ordinal).Replace("TARGET", $"{target}", StringComparison.Ordinal);
        var picker = await Site.CreateAsync(home, Library.Page, Library.PageContent("Vælger", ("related", Library.String($"{target}"))));
        var blocks = await Site.CreateAsync(home, Library.Page, Library.PageContent("Blokke", ("blocks", Library.Json(block))));
        var shows = await Site.CreateAsync(home, Library.Page, Library.PageContent(
            "Billede", ("picture", Library.Json($$"""[{"key":"{{Guid.NewGuid()}}","mediaKey":"{{picture}}"}]"""))));

        var toTarget = await Site.References.ReferencedByAsync(target, 0, 10, default);
        Assert.That(toTarget.Items.Select(item => item.Key), Is.EquivalentTo(new[] { picker, blocks }));
        Assert.That((await Site.References.ReferencedByAsync(picture, 0, 10, default)).Items.Single().Key, Is.EqualTo(shows));
        Assert.That((await Site.References.ReferencedDescendantsAsync(home, 0, 10, default)).Items, Is.EqualTo(new[] { target }));
        Assert.That((await Site.References.AreReferencedAsync([home, target, picture], 0, 10, default)).Items, Is.EquivalentTo(new[] { target, picture }));

        var none = System.Collections.Immutable.ImmutableDictionary<string, DateTimeOffset>.Empty;
        var both = await Site.Publisher.SaveAndPublishAsync(
            new SaveNode(picker, NodeKind.Document, Library.PageContent("Vælger", ("related", Library.String($"{target},{home}"))), null, none), [], default);
        Assert.That(both.Succeeded, Is.True);
        Assert.That((await Site.References.ReferencedByAsync(home, 0, 10, default)).Items.Single().Key, Is.EqualTo(picker));
        await Site.Publisher.UnpublishAsync(picker, [], null, default);

        await Site.SaveAsync(picker, Library.PageContent("Vælger"));
        Assert.That((await Site.References.ReferencedByAsync(target, 0, 10, default)).Items.Single().Key, Is.EqualTo(blocks));
    }

    [Test]
    public async Task What_one_save_and_publish_points_at_is_recorded_once()
    {
        var home = await Site.HomeAsync();
        var (old, target) = (await Site.PageAsync(home, "Gammelt mål"), await Site.PageAsync(home, "Mål"));
        var page = await Site.CreateAsync(home, Library.Page, Library.PageContent("Vælger", ("related", Library.String($"{old}"))));

        var result = await Site.Publisher.SaveAndPublishAsync(
            new(page, NodeKind.Document, Library.PageContent("Vælger", ("related", Library.String($"{target}"))), Site.Editor, System.Collections.Immutable.ImmutableDictionary<string, DateTimeOffset>.Empty), [], default);

        Assert.That(result.Succeeded, result.Status.ToString());
        Assert.That((await Site.References.ReferencedByAsync(target, 0, 10, default)).Items.Single().Key, Is.EqualTo(page));
        Assert.That((await Site.References.ReferencedByAsync(old, 0, 10, default)).Items, Is.Empty);
    }
}
