using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>What readers see of what editors do.</summary>
internal sealed class PublishingTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task A_draft_is_invisible_until_it_is_published()
    {
        var home = await Site.HomeAsync();
        var page = await Site.CreateAsync(home, Library.Page, Library.PageContent("Ny læsekreds"));
        Assert.That((await Site.ReadAsync()).Find(page), Is.Null);

        var result = await Site.Publisher.PublishAsync(page, [], Site.Editor, default);

        var edition = await Site.Editions.WaitForAsync(result.Position!.Value, default);
        Assert.That(edition.Find(page)!.NameIn(), Is.EqualTo("Ny læsekreds"));
        Assert.That(edition.PathOf(edition.Find(page)!), Is.EqualTo("/ny-laesekreds"));
        Assert.That(edition.FindByPath("/Ny-Laesekreds/"), Is.SameAs(edition.Find(page)));
        Assert.That(edition.FindByPath("/")!.Key, Is.EqualTo(home));
    }

    [Test]
    public async Task What_is_saved_after_publishing_is_not_seen_until_it_is_published_too()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Åbningstider");

        var saved = await Site.SaveAsync(page, Library.PageContent("Åbningstider i jul"));

        Assert.That(saved.Position, Is.Null);
        Assert.That((await Site.ReadAsync()).Find(page)!.NameIn(), Is.EqualTo("Åbningstider"));
        Assert.That((await Site.FindAsync(page)).Variants[0].State, Is.EqualTo(VariantState.PublishedPendingChanges));
        await Site.Publisher.PublishAsync(page, [], Site.Editor, default);
        Assert.That((await Site.ReadAsync()).Find(page)!.NameIn(), Is.EqualTo("Åbningstider i jul"));
    }

    [Test]
    public async Task Unpublishing_takes_what_stands_below_along()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Strategi");
        var below = await Site.PageAsync(page, "Kerneopgave");

        await Site.Publisher.UnpublishAsync(page, [], Site.Editor, default);

        var edition = await Site.ReadAsync();
        Assert.That((edition.Find(page), edition.Find(below)), Is.EqualTo(((object?)null, (object?)null)));
        Assert.That(edition.FindByPath("/strategi/kerneopgave"), Is.Null);

        await Site.Publisher.PublishAsync(page, [], Site.Editor, default);
        edition = await Site.ReadAsync();
        Assert.That(edition.PathOf(edition.Find(below)!), Is.EqualTo("/strategi/kerneopgave"));
    }

    [Test]
    public async Task Below_what_is_not_published_nothing_can_be()
    {
        var home = await Site.HomeAsync();
        var draft = await Site.CreateAsync(home, Library.Page, Library.PageContent("Kladde"));
        var below = await Site.CreateAsync(draft, Library.Page, Library.PageContent("Under"));

        var result = await Site.Publisher.PublishAsync(below, [], Site.Editor, default);

        Assert.That(result.Status, Is.EqualTo(PublishingStatus.PathNotPublished));
    }

    [Test]
    public async Task A_restored_page_is_a_draft()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Arrangementer");
        var below = await Site.PageAsync(page, "Læsekreds");

        await Site.Edit.TrashAsync(NodeKind.Document, page, Site.Editor, default);
        Assert.That((await Site.ReadAsync()).Find(below), Is.Null);
        Assert.That((await Site.FindAsync(below)).Variants[0].State, Is.EqualTo(VariantState.Trashed));
        Assert.That((await Site.FindAsync(page)).OriginalParentKey, Is.EqualTo(home));

        var restored = await Site.Edit.RestoreAsync(NodeKind.Document, page, home, Site.Editor, default);

        Assert.That(restored.Status, Is.EqualTo(EditingStatus.Success));
        Assert.That((await Site.FindAsync(page)).Variants[0].State, Is.EqualTo(VariantState.Draft));
        Assert.That((await Site.FindAsync(below)).Ancestors, Is.EqualTo(new[] { home, page }));
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(1));
    }
}
