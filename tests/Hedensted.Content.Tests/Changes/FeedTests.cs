using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Changes;

/// <summary>The order in which readers learn of changes.</summary>
internal sealed class FeedTests(TestProvider provider) : OnBothDatabases(provider)
{
    [Test]
    public async Task Who_has_seen_a_position_has_seen_every_smaller_one()
    {
        var home = await Site.HomeAsync();
        var first = await Site.Feed.HeadAsync(default);
        using var done = new CancellationTokenSource();
        var watching = Task.Run(() => WatchAsync(first, done.Token));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var positions = new List<(Guid Key, ChangePosition Position)>();
            for (var number = 0; number < 15; number++)
            {
                var key = Guid.NewGuid();
                var result = await Site.Publisher.CreateAndPublishAsync(
                    new(key, NodeKind.Document, Library.Page, home, Library.PageContent($"Side {writer}.{number}"), null), [], default);
                positions.Add((key, result.Position!.Value));
            }

            return positions;
        })));

        await done.CancelAsync();
        await watching;
        var published = results.SelectMany(positions => positions).ToList();
        Assert.That(published.Select(item => item.Position), Is.Unique);
        Assert.That(published.Max(item => item.Position.Value) - first.Value, Is.EqualTo(published.Count), "no gap when nothing is rolled back");
        var rows = await Site.Feed.ReadAfterAsync(first, default);
        Assert.That(rows.Select(row => (row.Key, row.Position)), Is.EquivalentTo(published));
        Assert.That((await Site.ReadAsync()).DocumentCount, Is.EqualTo(published.Count + 1));
    }

    [Test]
    public async Task Another_server_on_the_same_database_sees_it_too()
    {
        var other = await Site.OpenAnotherAsync();
        var home = await Site.HomeAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var waiting = other.Editions.WaitForAsync(await Site.Feed.HeadAsync(default), patience.Token);
        await other.Time.PassUntilAsync(waiting, TimeSpan.FromSeconds(1));

        Assert.That((await waiting).Find(home), Is.Not.Null);
        await other.StopAsync();
    }

    [Test]
    public async Task A_server_that_nobody_told_looks_as_soon_as_it_is_asked_for_a_position()
    {
        var other = await Site.OpenAnotherAsync();
        var home = await Site.HomeAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        // Both clocks stand still, so neither looks by itself; a hint lost in any order of events would be waited for in vain.
        for (var round = 0; round < 40; round++)
        {
            var (writer, reader) = round % 2 == 0 ? (Site, other) : (other, Site);
            var page = await writer.PageAsync(home, $"Side {round}");
            var head = await writer.Feed.HeadAsync(default);
            var editions = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => reader.Editions.WaitForAsync(head, patience.Token))));
            Assert.That(editions.Select(edition => edition.Find(page)), Has.None.Null);
        }

        await other.StopAsync();
    }

    // A row that appears below a position already seen would be missed by everybody who follows the feed.
    private async Task WatchAsync(ChangePosition first, CancellationToken cancellationToken)
    {
        var seen = first;
        var count = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var rows = await Site.Feed.ReadAfterAsync(seen, default);
            count += rows.Count;
            seen = rows.Count > 0 ? rows[^1].Position : seen;
            Assert.That((await Site.Feed.ReadAfterAsync(first, default)).Count(row => row.Position <= seen), Is.EqualTo(count));
        }
    }
}
