using Hedensted.Content.Editing;
using Hedensted.Content.Publishing;
using Hedensted.Content.Storage;
using Hedensted.Content.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>What happens by itself, on time.</summary>
internal sealed class ScheduleTests(TestProvider provider) : OnBothDatabases(provider)
{
    private static readonly DateTimeOffset Noon = Site.Start.AddHours(3);

    [Test]
    public async Task Twenty_items_of_the_same_minute_are_all_published_and_two_servers_do_it_once()
    {
        var home = await Site.HomeAsync();
        var pages = new List<Guid>();
        for (var number = 0; number < 20; number++)
        {
            pages.Add(await Site.CreateAsync(home, Library.Page, Library.PageContent($"Side {number}")));
            Assert.That((await ScheduleAsync(pages[number], Noon, Noon.AddDays(1))).Status, Is.EqualTo(PublishingStatus.Success));
        }

        Assert.That(await Site.Publisher.RunDueAsync(default), Is.EqualTo(Noon));
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(1));
        var other = await Site.OpenAnotherAsync();
        Site.Time.Advance(TimeSpan.FromHours(3));
        other.Time.Advance(TimeSpan.FromHours(3));

        var next = await Task.WhenAll(Task.Run(() => Site.Publisher.RunDueAsync(default)), Task.Run(() => other.Publisher.RunDueAsync(default)));

        Assert.That(next, Is.All.EqualTo(Noon.AddDays(1)));
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(21));
        foreach (var page in pages)
        {
            var log = await Site.History.AuditAsync(page, true, null, 0, 20, default);
            Assert.That(log.Items.Count(line => line.Type == AuditType.Publish), Is.EqualTo(1));
        }

        Site.Time.Advance(TimeSpan.FromDays(1));
        Assert.That(await Site.Publisher.RunDueAsync(default), Is.Null);
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(1));
        await other.StopAsync();
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Whichever_way_the_clock_is_set_each_is_published_once_and_none_is_left_out(int seed)
    {
        var random = new Random(seed);
        var home = await Site.HomeAsync();
        var pages = new Dictionary<Guid, DateTimeOffset>();
        for (var number = 0; number < 12; number++)
        {
            var page = await Site.CreateAsync(home, Library.Page, Library.PageContent($"Side {number}"));
            pages[page] = Site.Start.AddMinutes(random.Next(1, 3 * 24 * 60));
            Assert.That((await ScheduleAsync(page, pages[page], null)).Status, Is.EqualTo(PublishingStatus.Success));
        }

        var other = await Site.OpenAnotherAsync();
        TimeSpan[] sets = [TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromDays(1)];
        var latest = Site.Start;
        for (var step = 0; step < 25; step++)
        {
            foreach (var server in new[] { Site, other })
            {
                server.Time.Advance(sets[random.Next(sets.Length)] * random.Next(-1, 3));
                latest = server.Time.GetUtcNow() > latest ? server.Time.GetUtcNow() : latest;
                await server.Publisher.RunDueAsync(default);
            }

            var edition = await Site.ReadAsync();
            Assert.That(
                pages.Keys.Where(page => edition.Find(page) is not null), Is.EquivalentTo(pages.Where(page => page.Value <= latest).Select(page => page.Key)), $"at {latest:u}");
        }

        Site.Time.Advance(TimeSpan.FromDays(30));
        Assert.That(await Site.Publisher.RunDueAsync(default), Is.Null);
        foreach (var page in pages.Keys)
        {
            var log = await Site.History.AuditAsync(page, true, null, 0, 20, default);
            Assert.That(log.Items.Count(line => line.Type == AuditType.Publish), Is.EqualTo(1));
        }

        await other.StopAsync();
    }

    [Test]
    public async Task The_clock_publishes_by_itself()
    {
        var home = await Site.HomeAsync();
        var page = await Site.CreateAsync(home, Library.Page, Library.PageContent("Kl. 12"));
        var clock = Site.Services.GetServices<IHostedService>().OfType<ScheduleRunner>().Single();
        await clock.StartAsync(default);
        await ScheduleAsync(page, Noon, null);
        var before = await Site.Feed.HeadAsync(default);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var published = Site.Editions.WaitForNextAsync(before, patience.Token);
        await Site.Time.PassUntilAsync(published, TimeSpan.FromHours(1));

        Assert.That((await published).Find(page), Is.Not.Null);
        await clock.StopAsync(default);
    }

    [Test]
    public async Task What_is_wrong_with_one_keeps_no_other_from_its_readers()
    {
        var home = await Site.HomeAsync();
        var broken = await Site.CreateAsync(home, Library.Page, Library.PageContent("Ødelagt"));
        var whole = await Site.CreateAsync(home, Library.Page, Library.PageContent("Hel"));
        await ScheduleAsync(broken, Noon, null);
        await ScheduleAsync(whole, Noon.AddMinutes(1), null);
        await Site.Services.GetRequiredService<ContentDatabase>().WriteAsync(
            session => session.Context.Nodes.Where(node => node.Key == broken).ExecuteUpdateAsync(set => set.SetProperty(node => node.Variants, "{")), default);
        Site.Time.Advance(TimeSpan.FromHours(4));

        Assert.ThrowsAsync<AggregateException>(() => Site.Publisher.RunDueAsync(default));

        Assert.That((await Site.ReadAsync()).Find(whole), Is.Not.Null);
    }

    [Test]
    public async Task Times_that_cannot_be_are_refused()
    {
        var home = await Site.HomeAsync();

        Assert.That((await ScheduleAsync(home, Site.Start.AddMinutes(-1), null)).Status, Is.EqualTo(PublishingStatus.PublishTimeNeedsToBeInFuture));
        Assert.That((await ScheduleAsync(home, null, Site.Start)).Status, Is.EqualTo(PublishingStatus.UpublishTimeNeedsToBeInFuture));
        Assert.That((await ScheduleAsync(home, Noon, Noon)).Status, Is.EqualTo(PublishingStatus.UnpublishTimeNeedsToBeAfterPublishTime));
        Assert.That((await ScheduleAsync(Guid.NewGuid(), Noon, null)).Status, Is.EqualTo(PublishingStatus.ContentNotFound));
    }

    [Test]
    public async Task A_schedule_shows_until_it_is_cleared()
    {
        var home = await Site.HomeAsync();
        await ScheduleAsync(home, null, Noon);
        Assert.That((await Site.FindAsync(home)).Variants[0].ScheduledUnpublishDate, Is.EqualTo(Noon));

        await ScheduleAsync(home, null, null);

        Assert.That((await Site.FindAsync(home)).Variants[0].ScheduledUnpublishDate, Is.Null);
        Assert.That(await Site.Publisher.RunDueAsync(default), Is.Null);
    }

    [Test]
    public async Task What_became_invalid_is_not_published_and_the_log_says_why()
    {
        var home = await Site.HomeAsync();
        var page = await Site.CreateAsync(home, Library.Page, Library.PageContent("Side"));
        await ScheduleAsync(page, Noon, null);
        await Site.SaveAsync(page, Library.Content("Side"));
        Site.Time.Advance(TimeSpan.FromHours(4));

        await Site.Publisher.RunDueAsync(default);

        Assert.That((await Site.ReadAsync()).Find(page), Is.Null);
        var log = await Site.History.AuditAsync(page, true, null, 0, 1, default);
        Assert.That(log.Items[0].Comment, Does.StartWith("Det planlagte skete ikke"));
    }

    private Task<PublishResult> ScheduleAsync(Guid key, DateTimeOffset? publishAt, DateTimeOffset? unpublishAt) =>
        Site.Publisher.ScheduleAsync(key, [new CultureSchedule(null, publishAt, unpublishAt)], Site.Editor, default);
}
