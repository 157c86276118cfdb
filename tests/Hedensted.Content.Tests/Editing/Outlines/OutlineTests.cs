using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Tests.Published;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Editing.Outlines;

/// <summary>What editors choose from is what is saved, however it was saved and by whom.</summary>
internal sealed class OutlineTests(TestProvider provider) : OnBothDatabases(provider)
{
    [TestCase(1)]
    [TestCase(2)]
    public async Task After_anything_that_editors_do_it_is_what_a_reading_of_everything_is(int seed)
    {
        var editor = new RandomEditor(Site, seed);
        for (var step = 0; step < 150; step++)
        {
            var what = await editor.ActAsync();
            await AssertWholeAsync(Site, $"step {step}: {what}");
        }
    }

    [Test]
    public async Task It_follows_types_languages_and_imports()
    {
        var home = await Site.HomeAsync();
        await Site.CreateAsync(home, Library.Notice, Library.NoticeContent("Hornsyld", ("da", "Opslag"), ("en", "Notice")));
        var page = await Site.PageAsync(home, "Side");
        await AssertWholeAsync(Site, "before");

        Assert.That((await Site.Services.GetRequiredService<LanguageEditor>().DeleteAsync("en", null, default)).Succeeded);
        await AssertWholeAsync(Site, "a language is gone");

        var imported = new SiteNode { Key = Guid.NewGuid(), Kind = NodeKind.Document, ContentTypeKey = Library.Page, ParentKey = home, Content = Library.PageContent("Fra filer"), SortOrder = 7 };
        await Site.Store.ApplyAsync(new SiteChanges { Nodes = [imported] }, null, default);
        await AssertWholeAsync(Site, "an import");
        Assert.That((await CurrentAsync(Site)).Find(imported.Key)?.SortOrder, Is.EqualTo(7));

        var many = Enumerable.Range(0, 1_100).Select(number => imported with { Key = Guid.NewGuid(), Content = Library.PageContent($"Side {number}") });
        await Site.Store.ApplyAsync(new SiteChanges { Nodes = [.. many] }, null, default);
        await AssertWholeAsync(Site, "more than is told one by one");

        var type = (await Site.Services.GetRequiredService<SchemaSource>().CurrentAsync(default)).FindType(Library.Page)!;
        Assert.That((await Site.Services.GetRequiredService<ContentTypeEditor>().UpdateAsync(type with { VariesByCulture = true }, null, null, default)).Succeeded);
        await AssertWholeAsync(Site, "a type varies by language");
        Assert.That((await CurrentAsync(Site)).Find(page)?.Names, Is.EqualTo("\nside\n"));
    }

    [Test]
    public async Task What_stays_is_the_same_array_until_something_in_it_is_saved()
    {
        var home = await Site.HomeAsync();
        var (folder, other) = (await Site.PageAsync(home, "Mappe"), await Site.PageAsync(home, "Anden mappe"));
        var page = await Site.PageAsync(folder, "Side");
        var elsewhere = await Site.PageAsync(other, "Et andet sted");
        Task<ImmutableArray<OutlineNode>> InFolder() => Site.Tree.OutlineAsync(NodeKind.Document, folder, default);

        var before = await InFolder();
        await Site.SaveAsync(elsewhere, Library.PageContent("Omdøbt"));
        Assert.That(await InFolder() == before, Is.True);
        await Site.SaveAsync(page, Library.PageContent("Omdøbt"));
        Assert.That(await InFolder() == before, Is.False);
        Assert.That((await InFolder()).Single().Names, Is.EqualTo("\nomdøbt\n"));
        Assert.That(before.Single().Names, Is.EqualTo("\nside\n"), "who still has the old one may go on reading it");
    }

    [Test]
    public async Task A_branch_that_goes_to_the_bin_and_comes_back_is_found_where_it_is()
    {
        var home = await Site.HomeAsync();
        var folder = await Site.PageAsync(home, "Mappe");
        var page = await Site.PageAsync(folder, "Side");
        async Task<Guid[]> PathAsync() => await CurrentAsync(Site) is var outline ? [.. outline.PathOf(outline.Find(page)!)] : [];
        async Task<int> FoundAsync(bool trashed) => (await Site.Tree.SearchAsync(new NodeSearch(NodeKind.Document, "side", trashed, folder, [], 0, 10), default)).Total;

        Assert.That(await PathAsync(), Is.EqualTo(new[] { home, folder, page }));
        await Site.Edit.TrashAsync(NodeKind.Document, folder, null, default);
        Assert.That(await PathAsync(), Is.EqualTo(new[] { folder, page }));
        Assert.That((await FoundAsync(trashed: true), await FoundAsync(trashed: false)), Is.EqualTo((1, 0)));
        Assert.That((await Site.Tree.TrashedChildrenAsync(NodeKind.Document, folder, 0, 10, default)).Items.Single().Key, Is.EqualTo(page));
        await Site.Edit.RestoreAsync(NodeKind.Document, folder, home, null, default);
        Assert.That(await PathAsync(), Is.EqualTo(new[] { home, folder, page }));
        Assert.That((await FoundAsync(trashed: true), await FoundAsync(trashed: false)), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Two_servers_on_one_database_choose_from_the_same()
    {
        var other = await Site.OpenAnotherAsync();
        try
        {
            var home = await Site.HomeAsync();
            foreach (var (saver, reader, name) in new[] { (Site, other, "Æbler"), (other, Site, "Ørreder"), (Site, other, "Åkander") })
            {
                var key = await saver.CreateAsync(home, Library.Page, Library.Content(name, ("title", Library.String($"Noget om {name} i haven"))));
                Assert.That((await reader.Tree.ChildrenAsync(NodeKind.Document, home, 0, 10, default)).Items.Select(node => node.Key), Does.Contain(key));
                Assert.That((await reader.Tree.SearchAsync(new NodeSearch(NodeKind.Document, $"haven {name}", false, null, [], 0, 10), default)).Items.Single().Key, Is.EqualTo(key));
                await reader.Edit.TrashAsync(NodeKind.Document, key, null, default);
                Assert.That((await saver.Tree.ChildrenAsync(NodeKind.Document, home, 0, 10, default)).Total, Is.Zero);
                await AssertWholeAsync(saver, name);
                await AssertWholeAsync(reader, name);
            }
        }
        finally
        {
            await other.StopAsync();
        }
    }

    [Test]
    public async Task Those_who_save_at_once_each_find_what_they_saved()
    {
        var home = await Site.HomeAsync();
        var other = await Site.OpenAnotherAsync();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(editor => Task.Run(async () =>
            {
                var site = editor % 2 == 0 ? Site : other;
                for (var number = 0; number < 10; number++)
                {
                    var key = await site.CreateAsync(home, Library.Page, Library.PageContent($"Side {number} af {editor}"));
                    Assert.That((await site.Tree.SiblingsAsync(NodeKind.Document, key, 0, 0, default))?.Items.Single().Key, Is.EqualTo(key));
                    await site.SaveAsync(key, Library.PageContent($"Omdøbt {number} af {editor}"));
                    var found = await site.Tree.CollectionAsync(new NodeCollection(NodeKind.Document, home, $"omdøbt {number} af {editor}", "name", false, 0, 10), default);
                    Assert.That(found.Items.Single().Key, Is.EqualTo(key));
                }
            })));
            await AssertWholeAsync(Site, "here");
            await AssertWholeAsync(other, "there");
            Assert.That((await Site.Tree.ChildrenAsync(NodeKind.Document, home, 0, 0, default)).Total, Is.EqualTo(80));
        }
        finally
        {
            await other.StopAsync();
        }
    }

    [Test]
    public async Task What_is_saved_beside_the_nodes_changes_nothing()
    {
        await Site.HomeAsync();
        var before = await CurrentAsync(Site);
        Assert.That(await CurrentAsync(Site), Is.SameAs(before));
        await Site.Services.GetRequiredService<DictionaryEditor>().CreateAsync(new DictionaryItem(Guid.NewGuid(), "Hilsen", null, ImmutableSortedDictionary<string, string>.Empty), null, default);
        var after = await CurrentAsync(Site);
        Assert.That(after.Place, Is.EqualTo(await Site.Services.GetRequiredService<SaveFeed>().HeadAsync(default)).And.GreaterThan(before.Place));
        await AssertWholeAsync(Site, "a dictionary item");
    }

    private static Task<Outline> CurrentAsync(Site site) => site.Services.GetRequiredService<OutlineSource>().CurrentAsync(default);

    private static async Task AssertWholeAsync(Site site, string when)
    {
        using var fresh = new OutlineSource(site.Services.GetRequiredService<ContentDatabase>());
        var (known, whole) = (await CurrentAsync(site), await fresh.CurrentAsync(default));
        Assert.That(known.Nodes.OrderBy(node => node.Key), Is.EqualTo(whole.Nodes.OrderBy(node => node.Key)), when);
        foreach (var family in whole.Nodes.Concat(known.Nodes).Select(node => node.Family).Distinct())
        {
            Assert.That(known.Of(family).AsEnumerable(), Is.EqualTo(whole.Of(family).AsEnumerable()), $"{when}: {family}");
        }
    }
}
