using System.Diagnostics.Tracing;
using System.Globalization;
using Hedensted.Testing;
using Microsoft.Diagnostics.NETCore.Client;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>What a server holds on to after a long day.</summary>
public class SoakTests
{
    private const string OldestCollections = "dotnet_gc_collections_total{gc_heap_generation=\"gen2\"}";

    // The runtime's keyword GCHeapCollect: a session that asks for it begins with a collection of everything.
    private const long CollectNow = 0x800000;

    private static readonly string[] Searched = ["strik", "kaffe", "børn", "bibliotek", "fortæl", "samtale", "musik", "natur"];

    [Test, Explicit("Takes half an hour: dotnet test tests/Hedensted.Cms.Tests -c Release --filter Name~Half_an_hour")]
    public async Task Half_an_hour_of_reading_writing_and_listening_leaves_memory_handles_and_threads_as_they_were()
    {
        var minutes = int.Parse(Environment.GetEnvironmentVariable("HEDENSTED_TEST_MINUTES") ?? "30", CultureInfo.InvariantCulture);
        var port = CmsProcess.FreePort();
        await using var cms = await CmsProcess.StartAsync(settings:
        [
            ("Hedensted:Metrics:Port", $"{port}"),
            ("Hedensted:GraphQL:ResponseCacheBytes", "8000000"), // full long before the first third is over
            ("Hedensted:GraphQL:Budget:UnitsPerSecond", "0"), // all these readers have one address
        ]);
        using var metrics = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var readers = Readers.Begin(() => new HttpClient { BaseAddress = cms.Address }, 4, TimeSpan.FromMilliseconds(20), [.. Addresses()]);
        using var stopping = new CancellationTokenSource();
        var (editing, listening) = (Task.Run(() => EditAsync(cms.Address, stopping.Token)), Task.Run(() => ListenAsync(cms.Address, stopping.Token)));

        // The first third fills what is kept; what is looked for is growth from the second to the third.
        var samples = new List<Sample>();
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(10));
        for (var sample = 0; sample < minutes * 6 && await clock.WaitForNextTickAsync(); sample++)
        {
            if (sample % 3 == 0)
            {
                // What is left after a collection of everything is what is held; between two of them it is mostly what is on its way out.
                await CollectAsync(cms, metrics);
            }

            samples.Add(await SampleAsync(cms, metrics));
        }

        await stopping.CancelAsync();
        var (published, connected) = (await editing, await listening);
        await readers.DisposeAsync();
        var (second, last) = (samples[(samples.Count / 3)..(samples.Count * 2 / 3)], samples[(samples.Count * 2 / 3)..]);
        foreach (var (name, part) in new[] { ("second third", second), ("last third", last) })
        {
            TestContext.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: held in the oldest generation {Median(part, one => one.Oldest) / 1e6:0.0} MB, working set {Median(part, one => one.WorkingSet) / 1e6:0} MB, {Median(part, one => one.Handles)} handles, {Median(part, one => one.Threads)} threads (at most {part.Max(one => one.Threads)})"));
        }

        TestContext.Out.WriteLine($"{readers.Answered} answers, {published} published and deleted, {connected} streams opened");
        Assert.Multiple(() =>
        {
            Assert.That(readers.Failures, Is.Empty);
            Assert.That(Median(last, one => one.Oldest), Is.LessThanOrEqualTo(Median(second, one => one.Oldest) * 1.05), "the oldest generation grows");
            Assert.That(Median(last, one => one.Handles), Is.LessThanOrEqualTo(Median(second, one => one.Handles) + 10), "handles are left open");
            Assert.That(samples.Max(one => one.Threads), Is.LessThanOrEqualTo(60));
        });
    }

    // Some come again and again; some are new each time round, as far as a cache can know.
    private static IEnumerable<string> Addresses()
    {
        string[] pages = ["/", "/arrangementer", "/feeds/events.ics", "/feeds/events.rss", "/api/v1/events?_format=json", "/skaerm/hedensted", "/sitemap.xml", "/embed"];
        for (var day = 0; day < 400; day++)
        {
            var from = new DateOnly(2026, 12, 1).AddDays(day);
            yield return "/graphql?query=" + Uri.EscapeDataString($$"""{ occurrences(first: 20, where: { overlaps: { from: "{{from:yyyy-MM-dd}}" } }) { nodes { title startsAt place { title } focusAreas { shortName } } } }""");
            yield return pages[day % pages.Length];
            yield return "/soeg?q=" + Uri.EscapeDataString(Searched[day % Searched.Length]);
        }
    }

    private static async Task<int> EditAsync(Uri address, CancellationToken stopping)
    {
        BackofficeSession? editor = null;
        var published = 0;
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (; !stopping.IsCancellationRequested; await pace.WaitForNextTickAsync(CancellationToken.None))
        {
            // One after the other, each for a hundred events, well within what a sign-in lasts that nobody renews: what is kept of a session is to go with it.
            if (editor is null || published % 100 == 0)
            {
                editor?.Dispose();
                editor = await BackofficeSession.SignInAsync(address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword, CancellationToken.None);
            }

            var (key, _) = await editor.PublishEventAsync($"Døgnflue {published++}", DanishTime.Today.AddDays(7).AddHours(10), cancellationToken: CancellationToken.None);
            foreach (var (method, path) in new[] { (HttpMethod.Put, $"/document/{key}/move-to-recycle-bin"), (HttpMethod.Delete, $"/recycle-bin/document/{key}") })
            {
                using var answer = await editor.CallAsync(method, path, cancellationToken: CancellationToken.None);
                answer.EnsureSuccessStatusCode();
            }
        }

        editor?.Dispose();
        return published;
    }

    // A screen that loses its line and comes back.
    private static async Task<int> ListenAsync(Uri address, CancellationToken stopping)
    {
        using var screen = new HttpClient { BaseAddress = address };
        var connected = 0;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!stopping.IsCancellationRequested)
        {
            await pace.WaitForNextTickAsync(CancellationToken.None);
            using var question = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("subscription { editionChanged { position } }"));
            question.Headers.Accept.ParseAdd("text/event-stream");
            using var answer = await screen.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            await using var stream = await answer.Content.ReadAsStreamAsync(CancellationToken.None);
            await stream.ReadExactlyAsync(new byte[1], CancellationToken.None);
            connected++;
        }

        return connected;
    }

    private static async Task<Sample> SampleAsync(CmsProcess cms, HttpClient metrics)
    {
        var lines = await LinesAsync(metrics);
        var threads = (await File.ReadAllLinesAsync($"/proc/{cms.Id}/status")).Single(line => line.StartsWith("Threads:", StringComparison.Ordinal)).Split('\t')[1];
        return new Sample(
            Of(lines, "dotnet_gc_last_collection_heap_size_bytes{gc_heap_generation=\"gen2\"}"),
            Of(lines, "dotnet_process_memory_working_set_bytes"),
            Directory.GetFiles($"/proc/{cms.Id}/fd").Length,
            int.Parse(threads, CultureInfo.InvariantCulture));
    }

    // Twice: what has something to finalise is gone the second time.
    private static async Task CollectAsync(CmsProcess cms, HttpClient metrics)
    {
        for (var time = 0; time < 2; time++)
        {
            var before = Of(await LinesAsync(metrics), OldestCollections);
            using var session = new DiagnosticsClient(cms.Id).StartEventPipeSession([new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, CollectNow)], requestRundown: false);
            var told = session.EventStream.CopyToAsync(Stream.Null);
            while (Of(await LinesAsync(metrics), OldestCollections) <= before)
            {
                await Task.Delay(20);
            }

            await session.StopAsync(CancellationToken.None);
            await told;
        }
    }

    private static async Task<string[]> LinesAsync(HttpClient metrics) => (await metrics.GetStringAsync("/metrics")).Split('\n');

    private static double Of(string[] lines, string series) =>
        double.Parse(lines.Single(line => line.StartsWith(series, StringComparison.Ordinal)).Split(' ')[^1], CultureInfo.InvariantCulture);

    private static double Median(IReadOnlyCollection<Sample> samples, Func<Sample, double> value) => samples.Select(value).Order().ElementAt(samples.Count / 2);

    private sealed record Sample(double Oldest, double WorkingSet, int Handles, int Threads);
}
