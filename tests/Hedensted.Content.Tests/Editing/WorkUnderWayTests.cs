using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Migrations;
using Hedensted.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Editing;

/// <summary>What is saved and not published is found, and nothing else.</summary>
internal sealed class WorkUnderWayTests(TestProvider provider) : OnBothDatabases(provider)
{
    private WorkUnderWay Work => Site.Services.GetRequiredService<WorkUnderWay>();

    [Test]
    public async Task A_document_is_pending_from_its_save_to_its_publishing_and_again_when_it_is_changed_or_taken_down()
    {
        var home = await Site.HomeAsync();
        var page = await Site.CreateAsync(home, Library.Page, Library.PageContent("Side"));
        Assert.That(await PendingAsync(), Is.EqualTo(new[] { page }));

        await Site.Publisher.PublishAsync(page, [], Site.Editor, default);
        Assert.That(await PendingAsync(), Is.Empty);

        await Site.SaveAsync(page, Library.PageContent("Side, ændret"));
        Assert.That(await PendingAsync(), Is.EqualTo(new[] { page }));

        await Site.Publisher.PublishAsync(page, [], Site.Editor, default);
        await Site.Publisher.UnpublishAsync(page, [], Site.Editor, default);
        Assert.That(await PendingAsync(), Is.EqualTo(new[] { page }));

        await Site.Edit.TrashAsync(NodeKind.Document, page, Site.Editor, default);
        Assert.That(await PendingAsync(), Is.Empty);
    }

    [Test]
    public async Task What_was_there_before_is_found_as_what_is_saved_now()
    {
        var home = await Site.HomeAsync();
        await Site.CreateAsync(home, Library.Page, Library.PageContent("Med «\"name\":» i navnet"));
        var changed = await Site.PageAsync(home, "Ændret");
        await Site.SaveAsync(changed, Library.PageContent("Ændret siden"));
        await Site.PageAsync(home, "Udgivet");
        await Site.PublishedAsync(home, Library.Notice, Library.NoticeContent("Hal", ("da", "Kun på dansk"), ("en", "Not in English")), "da");
        var before = await FlagsAsync();
        Assert.That(before.Values, Is.EquivalentTo(new[] { false, true, true, false, true }));

        await Site.Services.GetRequiredService<ContentDatabase>().WriteRuntimeAsync(
            async context => await context.Nodes.ExecuteUpdateAsync(set => set.SetProperty(node => node.Pending, node => !node.Pending), default) + await context.Database.ExecuteSqlRawAsync(M0013Pending.Fill),
            default);
        Assert.That(await FlagsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task My_drafts_come_newest_first_with_how_many_there_are_and_not_those_of_others()
    {
        var home = await Site.HomeAsync();
        var keys = new List<Guid>();
        for (var number = 0; number < 4; number++)
        {
            keys.Add(await Site.CreateAsync(home, Library.Page, Library.PageContent($"Side {number}")));
            Site.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var mine = await Work.PendingOfAsync(Site.Editor, 3, default);
        Assert.Multiple(async () =>
        {
            Assert.That(mine.Items.Select(node => node.Key), Is.EqualTo(Enumerable.Reverse(keys).Take(3)));
            Assert.That(mine.Total, Is.EqualTo(4));
            Assert.That((await Work.PendingOfAsync(Guid.NewGuid(), 3, default)).Total, Is.Zero);
            Assert.That((await Work.LatestOfAsync(Site.Editor, 2, default)).Select(node => node.Key), Is.EqualTo(Enumerable.Reverse(keys).Take(2)));
        });
    }

    private async Task<IEnumerable<Guid>> PendingAsync() => (await Work.PendingAsync([Library.Page], default)).Select(node => node.Key);

    private Task<Dictionary<Guid, bool>> FlagsAsync() => Site.Services.GetRequiredService<ContentDatabase>()
        .ReadAsync(context => context.Nodes.Where(node => node.Kind == NodeKind.Document).ToDictionaryAsync(node => node.Key, node => node.Pending), default);
}
