using System.Diagnostics;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Content.Tests.Published;

/// <summary>How it goes with a hundred thousand documents; run by hand, since it measures the machine too.</summary>
[Explicit("Measures; takes a minute.")]
internal sealed class ScaleTests(TestProvider provider) : OnBothDatabases(provider)
{
    private const int Documents = 100_000;

    [Test]
    public async Task An_edition_after_one_publish_costs_what_changed()
    {
        var home = Guid.NewGuid();
        var text = Library.Json($$"""{"markup":"<p>{{new string('x', 1200)}}</p>"}""");
        var clock = Stopwatch.StartNew();
        await Site.Store.ApplyAsync(
            new SiteChanges
            {
                Nodes =
                [
                    Node(home, null, Library.Home, 0, Library.Content("Forside")),
                    .. Enumerable.Range(0, Documents).Select(number =>
                        Node(Guid.NewGuid(), home, Library.Page, number, Library.PageContent($"Arrangement {number}", ("body", text)))),
                ],
            },
            null,
            default);
        Tell("import", clock);

        var reader = Site.Services.GetRequiredService<EditionReader>();
        clock.Restart();
        var all = await reader.ReadAllAsync(default);
        Tell("read all", clock);
        clock.Restart();
        var edition = EditionBuilder.Build(null, all, []);
        Tell("whole edition", clock);
        await Site.ReadAsync();

        var slowest = 0.0;
        for (var round = 0; round < 50; round++)
        {
            var page = await Site.CreateAsync(home, Library.Page, Library.PageContent($"Ny {round}"));
            clock.Restart();
            var result = await Site.Publisher.PublishAsync(page, [], null, default);
            var publish = clock.Elapsed.TotalMilliseconds;
            var input = await reader.ReadAfterAsync(edition, default);
            clock.Restart();
            edition = EditionBuilder.Build(edition, input, []);
            var build = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            await Site.Editions.WaitForAsync(result.Position!.Value, default);
            slowest = round < 5 ? 0 : Math.Max(slowest, build);
            if (round % 10 == 9)
            {
                await TestContext.Out.WriteLineAsync($"publish {publish:0.0} ms, edition {build:0.0} ms, then visible {clock.Elapsed.TotalMilliseconds:0.0} ms");
            }
        }

        GC.Collect();
        await TestContext.Out.WriteLineAsync($"memory {GC.GetTotalMemory(true) / 1_000_000} MB for two editions");
        Assert.That(slowest, Is.LessThan(20), "milliseconds to make the next edition");
    }

    private static void Tell(string what, Stopwatch clock) => TestContext.Out.WriteLine(
        $"{what}: {clock.ElapsedMilliseconds} ms; the process has used {Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds:0} ms");

    private static SiteNode Node(Guid key, Guid? parent, Guid type, int order, NodeContent content) => new()
    {
        Key = key,
        Kind = NodeKind.Document,
        ContentTypeKey = type,
        ParentKey = parent,
        SortOrder = order,
        CreateDate = Site.Start,
        Content = content,
        PublishedCultures = [""],
    };
}
