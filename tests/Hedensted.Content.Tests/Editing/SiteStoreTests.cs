using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Editing;

/// <summary>Whole sites in and out.</summary>
internal sealed class SiteStoreTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task What_goes_in_comes_out()
    {
        var (home, page) = (Node(null, Library.Home, "Forside"), Guid.NewGuid());
        var changes = new SiteChanges
        {
            Dictionary = [new(Guid.NewGuid(), "event.cancelled", null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("da", "Aflyst"))],
            Nodes = [home, Node(home.Key, Library.Page, "Læsekreds", page), Node(home.Key, Library.Page, "Kladde") with { PublishedCultures = [] }],
        };

        var position = await Site.Store.ApplyAsync(changes, null, default);

        var edition = await Site.Editions.WaitForAsync(position, default);
        Assert.That(edition.FindByPath("/laesekreds")!.Key, Is.EqualTo(page));
        Assert.That(edition.DocumentCount, Is.EqualTo(2));
        Assert.That(edition.Text("event.cancelled", "en"), Is.EqualTo("Aflyst"));
        var state = await Site.Store.ReadAsync(default);
        Assert.That(state.Nodes.Select(node => node.Key), Is.EquivalentTo(changes.Nodes.Select(node => node.Key)));
        Assert.That(state.Nodes.Single(node => node.Key == page).PublishedCultures, Is.EqualTo(new[] { "" }));
        Assert.That(state.DataTypes.Select(type => type.Name), Is.EquivalentTo(Library.Schema().DataTypes.Select(type => type.Name)));
        Assert.That(await Site.Store.ApplyAsync(new SiteChanges { DataTypes = state.DataTypes, ContentTypes = state.ContentTypes }, null, default), Is.EqualTo(position));
    }

    [Test]
    public async Task An_import_that_does_not_fit_changes_nothing()
    {
        var changes = new SiteChanges { Nodes = [Node(null, Library.Home, "Forside"), Node(null, Guid.NewGuid(), "Ukendt")] };

        Assert.That(() => Site.Store.ApplyAsync(changes, null, default), Throws.InvalidOperationException.With.Message.Contains("Ukendt"));

        Assert.That((await Site.Store.ReadAsync(default)).Nodes, Is.Empty);
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.Zero);
    }

    [Test]
    public async Task A_type_that_content_has_cannot_be_removed()
    {
        await Site.HomeAsync();

        Assert.That(() => Site.Store.ApplyAsync(new SiteChanges { Deletes = [Library.Home] }, null, default), Throws.InvalidOperationException);
    }

    [Test]
    public async Task A_new_type_is_there_for_editors_and_readers()
    {
        var type = Library.Schema().ContentTypes[1] with { Key = Guid.NewGuid(), Alias = "campaign", Properties = [] };
        var schemas = (Content.Editing.SchemaSource)Site.Services.GetService(typeof(Content.Editing.SchemaSource))!;
        Assert.That((await schemas.CurrentAsync(default)).FindType(type.Key), Is.Null);

        var position = await Site.Store.ApplyAsync(new SiteChanges { ContentTypes = [type] }, null, default);

        Assert.That((await schemas.CurrentAsync(default)).FindType(type.Key), Is.Not.Null);
        Assert.That((await Site.Editions.WaitForAsync(position, default)).Schema.FindType(type.Key), Is.Not.Null);
    }

    private static SiteNode Node(Guid? parent, Guid type, string name, Guid? key = null) => new()
    {
        Key = key ?? Guid.NewGuid(),
        Kind = NodeKind.Document,
        ContentTypeKey = type,
        ParentKey = parent,
        CreateDate = Site.Start,
        Content = Library.PageContent(name),
        PublishedCultures = [""],
    };
}
