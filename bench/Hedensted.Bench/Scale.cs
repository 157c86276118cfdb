using System.Diagnostics;
using System.Globalization;
using Hedensted.Bibliotek;
using Hedensted.Bibliotek.Demo;
using Hedensted.Content;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Hedensted.Content.Publishing;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Storage;
using Hedensted.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.Bench;

/// <summary>The library's own site with very many events: what one publish costs, whatever else is published.</summary>
internal static class Scale
{
    private const int Rounds = 50;
    private const int WarmUp = 5;
    private const int Seed = 42;
    private const int Year = 2026;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(20);

    /// <returns>1 when making the next edition broke the budget.</returns>
    public static async Task<int> RunAsync(int events)
    {
        var folder = CmsProcess.NewFolder();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Hedensted:DataPath", folder), new("Hedensted:USync:ExportOnSave", "false")]).Build();
        var slowest = TimeSpan.Zero;
        await using (var services = new ServiceCollection().AddLogging().AddHedenstedContent(configuration).AddBibliotek().BuildServiceProvider())
        {
            await ContentStartup.PrepareAsync(services, CancellationToken.None);
            if (await services.GetRequiredService<FirstBootImport>().RunAsync(CancellationToken.None) is not { Succeeded: true })
            {
                throw new InvalidOperationException("The site's own files were not found or not imported: run this from the project's folder.");
            }

            var watch = Stopwatch.StartNew();
            await services.GetRequiredService<DemoContent>().AddAsync(events, Seed, Year, CancellationToken.None);
            Figures.Row(Of("import", events), Figures.Seconds(watch.Elapsed));
            slowest = await PublishAsync(services, events);
        }

        Directory.Delete(folder, recursive: true);
        return slowest < Budget ? 0 : 1;
    }

    private static async Task<TimeSpan> PublishAsync(IServiceProvider services, int events)
    {
        var (editor, publisher) = (services.GetRequiredService<ContentEditor>(), services.GetRequiredService<Publisher>());
        using var line = new FollowingLine(services.GetRequiredService<StorageSettings>());
        var reader = new EditionReader(services.GetRequiredService<ContentDatabase>(), line);
        var editions = services.GetRequiredService<EditionSource>();
        var projections = services.GetServices<IEditionProjection>().ToList();
        var watch = Stopwatch.StartNew();
        await ContentStartup.StartAsync(services, CancellationToken.None);
        Figures.Row(Of("first edition with its calendar", events), Figures.Seconds(watch.Elapsed));

        List<TimeSpan> publishing = [], making = [], visible = [];
        var edition = editions.Current;
        var pattern = edition.OfType("event").First();
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var page = await editor.CreateAsync(
                new CreateNode(Guid.NewGuid(), NodeKind.Document, pattern.ContentType.Key, pattern.ParentKey, pattern.Content, null), CancellationToken.None);
            watch.Restart();
            var result = await publisher.PublishAsync(page.Key, [], null, CancellationToken.None);
            var published = watch.Elapsed;
            await editions.WaitForAsync(result.Position!.Value, CancellationToken.None);
            var seen = watch.Elapsed - published;

            // The same once more beside the running follower, to see what the making alone costs.
            var known = edition;
            reader.ReadAfter(known, input =>
            {
                watch.Restart();
                edition = EditionBuilder.Build(known, input, projections);
                watch.Stop();
            });
            if (edition == known)
            {
                throw new InvalidOperationException("What was published is not in the feed.");
            }

            if (round >= WarmUp)
            {
                publishing.Add(published);
                visible.Add(seen);
                making.Add(watch.Elapsed);
            }
        }

        Tell("publish", publishing);
        Tell("make the next edition and its calendar", making);
        Tell("from the publish's answer to visible", visible);
        Figures.Row("memory with two editions", string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB"));
        return making.Max();
    }

    private static void Tell(string what, List<TimeSpan> samples) => Figures.Row(
        $"{what} (median, p99, slowest)",
        string.Join(", ", Figures.Milliseconds(Figures.Percentile(samples, 0.5)), Figures.Milliseconds(Figures.Percentile(samples, 0.99)), Figures.Milliseconds(samples.Max())));

    private static string Of(string what, int events) => string.Create(CultureInfo.InvariantCulture, $"{what}, {events:N0} events");
}
