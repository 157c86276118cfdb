using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Editing;

/// <summary>What editors do in the tree.</summary>
internal sealed class EditingTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task A_name_that_a_sibling_has_gets_a_number()
    {
        var home = await Site.HomeAsync();
        await Site.PageAsync(home, "Læsekreds");
        var second = await Site.PageAsync(home, "læsekreds");
        var third = await Site.PageAsync(home, "Læsekreds");

        Assert.That((await Site.FindAsync(second)).NameIn(null), Is.EqualTo("læsekreds (1)"));
        Assert.That((await Site.FindAsync(third)).NameIn(null), Is.EqualTo("Læsekreds (2)"));
        Assert.That((await Site.FindAsync(third)).Draft.NameIn(null), Is.EqualTo("Læsekreds (2)"));
    }

    [Test]
    public async Task A_save_leaves_a_name_that_stays_and_numbers_a_new_one_that_a_sibling_has()
    {
        var home = await Site.HomeAsync();
        var (first, twin) = (await Site.PageAsync(home, "Læsekreds"), Guid.NewGuid());
        var imported = new SiteNode { Key = twin, Kind = NodeKind.Document, ContentTypeKey = Library.Page, ParentKey = home, Content = Library.PageContent("Læsekreds") };
        await Site.Store.ApplyAsync(new SiteChanges { Nodes = [imported] }, null, default);

        await Site.SaveAsync(twin, Library.PageContent("Læsekreds", ("body", Library.Json("""{"markup":"<p>Nyt</p>","blocks":{}}"""))));
        Assert.That((await Site.FindAsync(twin)).NameIn(null), Is.EqualTo("Læsekreds"));
        await Site.SaveAsync(first, Library.PageContent("Strik"));
        await Site.SaveAsync(first, Library.PageContent("Læsekreds"));
        Assert.That((await Site.FindAsync(first)).NameIn(null), Is.EqualTo("Læsekreds (1)"));
    }

    [Test]
    public async Task Only_allowed_types_stand_where_they_may()
    {
        var home = await Site.HomeAsync();

        Assert.That(await CreateAsync(null, Library.Page, Library.PageContent("Side")), Is.EqualTo(EditingStatus.NotAllowed));
        Assert.That(await CreateAsync(home, Library.Home, Library.Content("Forside")), Is.EqualTo(EditingStatus.NotAllowed));
        Assert.That(await CreateAsync(home, Library.Quote, Library.Content("Citat")), Is.EqualTo(EditingStatus.NotAllowed));
        Assert.That(await CreateAsync(Guid.NewGuid(), Library.Page, Library.PageContent("Side")), Is.EqualTo(EditingStatus.ParentNotFound));
        Assert.That(await CreateAsync(home, Guid.NewGuid(), Library.PageContent("Side")), Is.EqualTo(EditingStatus.ContentTypeNotFound));
        Assert.That(await CreateAsync(home, Library.Page, Library.Content("Side", ("unknown", Library.String("x")))), Is.EqualTo(EditingStatus.PropertyTypeNotFound));
        Assert.That(await CreateAsync(home, Library.Page, Library.Content(" ")), Is.EqualTo(EditingStatus.InvalidName));
        Assert.That(await CreateAsync(home, Library.Notice, Library.Content("Opslag")), Is.EqualTo(EditingStatus.ContentTypeCultureVarianceMismatch));
        Assert.That(await CreateAsync(home, Library.Notice, Library.NoticeContent("Tørring", ("sv", "Anslag"))), Is.EqualTo(EditingStatus.InvalidCulture));
    }

    [Test]
    public async Task Invalid_content_is_saved_but_never_published()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Åbningstider");

        var saved = await Site.SaveAsync(page, Library.Content("Åbningstider"));
        var published = await Site.Publisher.PublishAsync(page, [], Site.Editor, default);

        Assert.That(saved.Status, Is.EqualTo(EditingStatus.Success));
        Assert.That(published.Status, Is.EqualTo(PublishingStatus.ContentInvalid));
        Assert.That(published.Errors.Select(error => error.Alias), Is.EqualTo(new[] { "title" }));
        Assert.That((await Site.ReadAsync()).Find(page)!.ValueOf("title")!.Value.GetString(), Is.EqualTo("Åbningstider"));
    }

    [Test]
    public async Task The_second_to_save_gets_a_conflict_and_loses_nothing()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Strategi");
        var opened = Opened(await Site.FindAsync(page));
        var anna = await Site.SaveAsync(page, Library.PageContent("Annas strategi"), opened);

        var bo = await Site.SaveAsync(page, Library.PageContent("Bos strategi"), opened);

        Assert.That(anna.Succeeded, Is.True);
        Assert.That(bo.Status, Is.EqualTo(EditingStatus.ConcurrencyViolation));
        Assert.That((await Site.FindAsync(page)).Draft.NameIn(null), Is.EqualTo("Annas strategi"));
        var kept = await Site.History.FindVersionAsync(bo.Conflict!.KeptAsVersion, default);
        Assert.That(kept!.Content.NameIn(null), Is.EqualTo("Bos strategi"));
        Assert.That(kept.Summary.IsCurrentDraft, Is.False);
        Assert.That((await Site.History.VersionsAsync(page, 0, 10, default)).Items.Select(version => version.Key), Does.Contain(kept.Summary.Key));

        await Site.Edit.RollbackAsync(kept.Summary.Key, null, Site.Editor, default);
        Assert.That((await Site.FindAsync(page)).Draft.NameIn(null), Is.EqualTo("Bos strategi"));
    }

    [Test]
    public async Task No_two_saves_share_a_date_even_when_the_clock_stands_still()
    {
        var home = await Site.HomeAsync();
        var dates = new List<DateTimeOffset>();
        for (var save = 0; save < 5; save++)
        {
            await Site.SaveAsync(home, Library.Content("Forside"));
            dates.Add((await Site.FindAsync(home)).Variants[0].UpdateDate);
        }

        Assert.That(dates, Is.Ordered.Ascending.And.Unique);
    }

    [Test]
    public async Task Fifty_editors_who_save_at_once_lose_nothing()
    {
        var home = await Site.HomeAsync();
        var opened = Opened(await Site.FindAsync(home));

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            Site.SaveAsync(home, Library.Content($"Forside {number}"), opened))));

        Assert.That(results.Count(result => result.Succeeded), Is.EqualTo(1));
        Assert.That(results.Count(result => result.Status == EditingStatus.ConcurrencyViolation), Is.EqualTo(49));
        Assert.That((await Site.History.VersionsAsync(home, 0, 1, default)).Total, Is.EqualTo(51));
    }

    [Test]
    public async Task A_node_moves_with_what_stands_below_it()
    {
        var home = await Site.HomeAsync();
        var (a, b) = (await Site.PageAsync(home, "A"), await Site.PageAsync(home, "B"));
        var below = await Site.PageAsync(a, "Under");

        var moved = await Site.Edit.MoveAsync(NodeKind.Document, a, b, Site.Editor, default);

        Assert.That(moved.Succeeded, Is.True);
        Assert.That((await Site.FindAsync(below)).Ancestors, Is.EqualTo(new[] { home, b, a }));
        var edition = await Site.ReadAsync();
        Assert.That(edition.FindByPath("/b/a/under")!.Key, Is.EqualTo(below));
        Assert.That(edition.FindByPath("/a/under"), Is.Null);
        Assert.That((await Site.Edit.MoveAsync(NodeKind.Document, b, below, Site.Editor, default)).Status, Is.EqualTo(EditingStatus.ParentInvalid));
    }

    [Test]
    public async Task A_copy_is_a_draft_with_everything_below_it()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Temauge");
        await Site.PageAsync(page, "Mandag");

        var copy = await Site.Edit.CopyAsync(NodeKind.Document, page, page, includeDescendants: true, Site.Editor, default);

        Assert.That(copy.Succeeded, Is.True);
        Assert.That((await Site.FindAsync(copy.Key)).IsPublished, Is.False);
        var below = await Site.Tree.ChildrenAsync(NodeKind.Document, copy.Key, 0, 10, default);
        Assert.That(below.Items.Select(item => item.NameIn(null)), Is.EqualTo(new[] { "Mandag" }));
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(3));
    }

    [Test]
    public async Task Sorting_is_seen_at_once()
    {
        var home = await Site.HomeAsync();
        var (a, b) = (await Site.PageAsync(home, "A"), await Site.PageAsync(home, "B"));

        await Site.Edit.SortAsync(NodeKind.Document, home, new Dictionary<Guid, int> { [a] = 1, [b] = 0 }, Site.Editor, default);

        Assert.That((await Site.ReadAsync()).ChildrenOf(home).Select(child => child.Key), Is.EqualTo(new[] { b, a }));
        var wrong = await Site.Edit.SortAsync(NodeKind.Document, a, new Dictionary<Guid, int> { [b] = 0 }, Site.Editor, default);
        Assert.That(wrong.Status, Is.EqualTo(EditingStatus.SortingInvalid));
    }

    [Test]
    public async Task What_is_deleted_is_gone_with_everything_below_it()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Gammel");
        var below = await Site.PageAsync(page, "Ældre");

        await Site.Edit.DeleteAsync(NodeKind.Document, page, Site.Editor, default);

        Assert.That(await Site.Tree.FindAsync(NodeKind.Document, below, default), Is.Null);
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(1));
        Assert.That((await Site.History.AuditAsync(page, true, null, 0, 10, default)).Items[0].Type, Is.EqualTo(AuditType.Delete));
    }

    [Test]
    public async Task Emptying_the_recycle_bin_leaves_the_rest()
    {
        var home = await Site.HomeAsync();
        var page = await Site.PageAsync(home, "Gammel");
        await Site.Edit.TrashAsync(NodeKind.Document, page, Site.Editor, default);
        Assert.That((await Site.Tree.TrashedChildrenAsync(NodeKind.Document, null, 0, 10, default)).Total, Is.EqualTo(1));

        await Site.Edit.EmptyRecycleBinAsync(NodeKind.Document, Site.Editor, default);

        Assert.That((await Site.Tree.TrashedChildrenAsync(NodeKind.Document, null, 0, 10, default)).Total, Is.Zero);
        Assert.That(await Site.Tree.FindAsync(NodeKind.Document, home, default), Is.Not.Null);
    }

    [Test]
    public async Task Scripts_in_rich_text_are_gone_when_it_is_saved()
    {
        var home = await Site.HomeAsync();
        var markup = Library.Json("""{"markup":"<p>Hej<script>alert(1)</script></p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}}""");
        var page = await Site.CreateAsync(home, Library.Page, Library.PageContent("Hej", ("body", markup)));

        Assert.That((await Site.FindAsync(page)).Draft.ValueOf("body")!.Value.GetProperty("markup").GetString(), Is.EqualTo("<p>Hej</p>"));
    }

    [Test]
    public async Task One_culture_is_rolled_back_by_itself()
    {
        var home = await Site.HomeAsync();
        var notice = await Site.CreateAsync(home, Library.Notice, Library.NoticeContent("Tørring", ("da", "Lukket"), ("en", "Closed")));
        var first = (await Site.History.VersionsAsync(notice, 0, 1, default)).Items[0].Key;
        await Site.SaveAsync(notice, Library.NoticeContent("Tørring", ("da", "Åbent"), ("en", "Open")));

        await Site.Edit.RollbackAsync(first, "da", Site.Editor, default);

        var draft = (await Site.FindAsync(notice)).Draft;
        Assert.That((draft.NameIn("da"), draft.NameIn("en")), Is.EqualTo(("Lukket", "Open")));
        Assert.That(draft.ValueOf("heading", "da")!.Value.GetString(), Is.EqualTo("Lukket"));
    }

    private static ImmutableDictionary<string, DateTimeOffset> Opened(ContentNode node) =>
        node.Variants.ToImmutableDictionary(variant => variant.Culture ?? "", variant => variant.UpdateDate);

    private async Task<EditingStatus> CreateAsync(Guid? parent, Guid type, NodeContent content) =>
        (await Site.Edit.CreateAsync(new CreateNode(Guid.NewGuid(), NodeKind.Document, type, parent, content, Site.Editor), default)).Status;
}
