using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>Documents that exist in several languages, and branches of the tree.</summary>
internal sealed class VariantPublishingTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task Each_language_is_published_by_itself()
    {
        var home = await Site.HomeAsync();
        var notice = await Site.PublishedAsync(home, Library.Notice, Library.NoticeContent("Tørring", ("da", "Lukket"), ("en", "Closed")), "da");

        var danish = (await Site.ReadAsync()).Find(notice)!;
        Assert.That(danish.Content.Names.Select(name => name.Culture), Is.EqualTo(new[] { "da" }));
        Assert.That(danish.ValueOf("heading", "en"), Is.Null);
        Assert.That(danish.ValueOf("place", "da")!.Value.GetString(), Is.EqualTo("Tørring"));
        Assert.That((await StatesAsync(notice))["en"], Is.EqualTo(VariantState.Draft));

        await Site.Publisher.PublishAsync(notice, ["EN"], Site.Editor, default);
        var both = await Site.ReadAsync();
        Assert.That(both.FindByPath("/closed", "en")!.Key, Is.EqualTo(notice));
        Assert.That(both.PathOf(both.Find(notice)!, "da"), Is.EqualTo("/lukket"));

        await Site.Publisher.UnpublishAsync(notice, ["en"], Site.Editor, default);
        Assert.That((await Site.ReadAsync()).Find(notice)!.Content.Names.Single().Culture, Is.EqualTo("da"));

        await Site.Publisher.UnpublishAsync(notice, ["da"], Site.Editor, default);
        Assert.That((await Site.ReadAsync()).Find(notice), Is.Null);
    }

    [Test]
    public async Task Cultures_must_fit_the_document()
    {
        var home = await Site.HomeAsync();
        var notice = await Site.CreateAsync(home, Library.Notice, Library.NoticeContent("Tørring", ("da", "Lukket")));
        var english = await Site.CreateAsync(home, Library.Notice, Library.NoticeContent("Tørring", ("en", "Closed")));

        Assert.That(await PublishAsync(notice), Is.EqualTo(PublishingStatus.NothingToPublish));
        Assert.That(await PublishAsync(notice, ""), Is.EqualTo(PublishingStatus.CannotPublishInvariantWhenVariant));
        Assert.That(await PublishAsync(notice, "sv"), Is.EqualTo(PublishingStatus.InvalidCulture));
        Assert.That(await PublishAsync(notice, "da", "en"), Is.EqualTo(PublishingStatus.CultureMissing));
        Assert.That(await PublishAsync(home, "da"), Is.EqualTo(PublishingStatus.CannotPublishVariantWhenNotVariant));
        Assert.That(await PublishAsync(english, "en"), Is.EqualTo(PublishingStatus.MandatoryCultureMissing));
    }

    [Test]
    public async Task A_branch_is_published_from_the_top_and_names_what_could_not_be()
    {
        var home = await Site.CreateAsync(null, Library.Home, Library.Content("Forside"));
        var page = await Site.CreateAsync(home, Library.Page, Library.PageContent("Side"));
        var below = await Site.CreateAsync(page, Library.Page, Library.PageContent("Under"));
        var broken = await Site.CreateAsync(home, Library.Page, Library.Content("Uden titel"));
        var hidden = await Site.CreateAsync(broken, Library.Page, Library.PageContent("Under uden titel"));

        Assert.That((await Site.Publisher.PublishBranchAsync(home, [], false, Site.Editor, default)).Status, Is.EqualTo(PublishingStatus.Success));
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(1));
        var all = await Site.Publisher.PublishBranchAsync(home, [], true, Site.Editor, default);

        Assert.That(all.Status, Is.EqualTo(PublishingStatus.FailedBranch));
        Assert.That(all.FailedKeys, Is.EqualTo(new[] { broken }));
        var edition = await Site.ReadAsync();
        Assert.That(edition.Documents.Select(document => document.Key), Is.EquivalentTo(new[] { home, page, below }));
        Assert.That(edition.Find(hidden), Is.Null);
    }

    [Test]
    public async Task Saving_and_publishing_is_one_step_and_keeps_what_is_invalid()
    {
        var home = await Site.HomeAsync();
        var key = Guid.NewGuid();

        var created = await Site.Publisher.CreateAndPublishAsync(new(key, NodeKind.Document, Library.Page, home, Library.PageContent("Ny"), Site.Editor), [], default);
        var none = System.Collections.Immutable.ImmutableDictionary<string, DateTimeOffset>.Empty;
        var invalid = await Site.Publisher.SaveAndPublishAsync(new(key, NodeKind.Document, Library.Content("Uden titel"), Site.Editor, none), [], default);

        Assert.That(created.Succeeded, Is.True);
        Assert.That((invalid.Status, invalid.Edit!.Status), Is.EqualTo((PublishingStatus.ContentInvalid, EditingStatus.Success)));
        Assert.That((await Site.FindAsync(key)).Draft.NameIn(null), Is.EqualTo("Uden titel"));
        Assert.That((await Site.ReadAsync()).Find(key)!.NameIn(), Is.EqualTo("Ny"));

        var mended = await Site.Publisher.SaveAndPublishAsync(new(key, NodeKind.Document, Library.PageContent("Med titel"), Site.Editor, none), [], default);
        Assert.That(mended.Succeeded, Is.True);
        Assert.That((await Site.FindAsync(key)).Variants[0].State, Is.EqualTo(VariantState.Published));
    }

    private async Task<PublishingStatus> PublishAsync(Guid key, params string[] cultures) =>
        (await Site.Publisher.PublishAsync(key, [.. cultures], Site.Editor, default)).Status;

    private async Task<Dictionary<string, VariantState>> StatesAsync(Guid key) =>
        (await Site.FindAsync(key)).Variants.ToDictionary(variant => variant.Culture!, variant => variant.State);
}
