using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>A page remembers when something directly below it went from readers: nothing else tells that it is not what it was.</summary>
internal sealed class ChildLeftTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task A_page_remembers_when_a_page_below_it_was_unpublished_trashed_or_moved_and_only_then()
    {
        var home = await Site.HomeAsync();
        var parent = await Site.PageAsync(home, "Serie");
        Assert.That(await LeftAsync(parent), Is.Null);

        var unpublished = await Site.PageAsync(parent, "Tages ned");
        Site.Time.Advance(TimeSpan.FromHours(1));
        await Site.Publisher.UnpublishAsync(unpublished, [], Site.Editor, default);
        Assert.That(await LeftAsync(parent), Is.EqualTo(Site.Time.GetUtcNow()));
        Assert.That(await LeftAsync(home), Is.Null, "only what it stood directly below");

        var trashed = await Site.PageAsync(parent, "I kurven");
        await Site.PageAsync(trashed, "Under den");
        Site.Time.Advance(TimeSpan.FromHours(1));
        await Site.Edit.TrashAsync(NodeKind.Document, trashed, Site.Editor, default);
        var then = Site.Time.GetUtcNow();
        Assert.That(await LeftAsync(parent), Is.EqualTo(then));

        Site.Time.Advance(TimeSpan.FromHours(1));
        await Site.Edit.DeleteAsync(NodeKind.Document, trashed, Site.Editor, default);
        await Site.Publisher.PublishAsync(parent, [], Site.Editor, default);
        Assert.That(await LeftAsync(parent), Is.EqualTo(then), "what was out of sight leaves nothing, and a publishing forgets nothing");

        var moved = await Site.PageAsync(parent, "Flyttes");
        Site.Time.Advance(TimeSpan.FromHours(1));
        await Site.Edit.MoveAsync(NodeKind.Document, moved, home, Site.Editor, default);
        Assert.That(await LeftAsync(parent), Is.EqualTo(Site.Time.GetUtcNow()));
    }

    private async Task<DateTimeOffset?> LeftAsync(Guid key) => (await Site.ReadAsync()).Find(key)!.ChildLeftAt;
}
