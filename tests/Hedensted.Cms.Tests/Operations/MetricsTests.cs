using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Cms.Operations.Metrics;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>What those who watch the server may see of it, and nobody else.</summary>
public partial class MetricsTests
{
    private const string Token = "et-langt-ord-som-kun-driften-kender";

    [Test]
    public async Task Nobody_may_look_by_default()
    {
        await using var host = new CmsFactory();
        using var stranger = host.Stranger();
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", "");
        Assert.Multiple(async () =>
        {
            Assert.That(await StatusAsync(stranger, "/metrics"), Is.EqualTo(404));
            Assert.That(await StatusAsync(stranger, "/health/detail"), Is.EqualTo(401));
            Assert.That(await StatusAsync(stranger, "/health/live"), Is.EqualTo(200));
        });
    }

    [Test]
    public async Task Whoever_has_the_token_sees_how_publishing_goes_and_each_dependency()
    {
        await using var host = new CmsFactory().With("Hedensted:Metrics:Token", Token);
        using var editor = await host.SignInAsync();
        var page = (await editor.GetAsync("tree/document/root"))!["items"]![0]!["id"]!.GetValue<Guid>();
        await editor.PublishAsync(page);
        using var stranger = host.Stranger();
        stranger.DefaultRequestHeaders.Add("Origin", "https://localhost");
        using var refused = await stranger.PostAsJsonAsync("/umbraco/management/api/v1/security/back-office/login", new { username = CmsProcess.AdministratorEmail, password = "forkert" });
        Assert.That((int)refused.StatusCode, Is.EqualTo(401));

        Assert.That(await StatusAsync(stranger, "/metrics"), Is.EqualTo(404));
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var answer = await stranger.GetAsync(new Uri("/metrics", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo(MetricsCollection.ContentType));
            Assert.That(lines.Where(line => !Line().IsMatch(line)), Is.Empty, "not as Prometheus reads it");
            foreach (var series in new[]
            {
                "hedensted_edition_position ", "hedensted_feed_position ", "hedensted_edition_lag ", "hedensted_feed_confirm_age_seconds ", "hedensted_publish_duration_seconds_bucket{le=\"0.001\"}",
                "hedensted_edition_delay_seconds_count ", "hedensted_login_failures_total{reason=\"password\"}", "hedensted_disk_free_bytes ", "hedensted_metrics_dropped_total ", "http_server_request_duration_seconds_count{",
                "dotnet_gc_heap_total_allocated_bytes_total ",
            })
            {
                Assert.That(text, Does.Contain($"\n{series}"));
            }

            Assert.That(text, Does.Not.Contain("hedensted_backup_age_seconds"), "there is none");
            Assert.That(text, Does.Not.Contain("@"));
        });

        var detail = await stranger.GetFromJsonAsync<JsonNode>("/health/detail");
        Assert.That(detail!["checks"]!.AsObject().Select(check => check.Key), Is.SupersetOf(new[] { "database", "edition", "feed", "outbox", "backup", "disk" }));
        Assert.That(detail["checks"]!["backup"]!["description"]!.GetValue<string>(), Does.Contain("ingen sikkerhedskopi"));
        Assert.That((await (await editor.SendAsync(HttpMethod.Get, "../../../../health/detail")).Content.ReadFromJsonAsync<JsonNode>())!["status"], Is.Not.Null, "an administrator");
    }

    [Test]
    public async Task A_screen_that_has_been_connected_is_told_with_how_long_it_has_been_silent()
    {
        await using var cms = await CmsProcess.StartAsync(settings: ("Hedensted:Metrics:Token", Token));
        using var reader = new HttpClient { BaseAddress = cms.Address };
        var slug = JsonNode.Parse(await reader.GetStringAsync("/graphql?query={screens{slug}}"))!["data"]!["screens"]![0]!["slug"]!.GetValue<string>();
        using var watcher = new HttpClient { BaseAddress = cms.Address };
        watcher.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        Assert.That(await watcher.GetStringAsync("/metrics"), Does.Not.Contain("hedensted_screen_silence_seconds"));

        await using (var live = await reader.GetStreamAsync($"/skaerm/{slug}/live"))
        {
            Assert.That(await live.ReadAsync(new byte[16]), Is.Positive);
        }

        var line = (await watcher.GetStringAsync("/metrics")).Split('\n').Single(line => line.StartsWith("hedensted_screen_silence_seconds{", StringComparison.Ordinal));
        Assert.That(line, Does.Match($"^hedensted_screen_silence_seconds\\{{screen=\"{slug}\"\\}} [0-9.E-]+$"));
    }

    [Test]
    public async Task A_port_of_its_own_shows_that_and_nothing_else_and_the_site_never_does()
    {
        var port = CmsProcess.FreePort();
        await using var cms = await CmsProcess.StartAsync(settings: ("Hedensted:Metrics:Port", $"{port}"));
        using var inside = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var outside = new HttpClient { BaseAddress = cms.Address };
        outside.DefaultRequestHeaders.Host = $"127.0.0.1:{port}";
        Assert.Multiple(async () =>
        {
            Assert.That(await inside.GetStringAsync("/metrics"), Does.Contain("hedensted_edition_position"));
            Assert.That(await StatusAsync(inside, "/health/detail"), Is.EqualTo(200));
            Assert.That(await StatusAsync(inside, "/"), Is.EqualTo(404));
            Assert.That(await StatusAsync(inside, "/umbraco"), Is.EqualTo(404));
            Assert.That(await StatusAsync(outside, "/metrics"), Is.EqualTo(404), "a name that the client chooses opens nothing");
        });
    }

    [Test]
    public void Tags_without_end_fill_no_memory_and_are_counted()
    {
        using var meter = new Meter("Hedensted.Tests.Tags");
        using var collection = new MetricsCollection();
        var counter = meter.CreateCounter<long>("tags");
        for (var number = 0; number < MetricsCollection.MostOfOne + 40; number++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("name", $"\"{number}\"\n"));
        }

        var text = collection.Write();
        Assert.Multiple(() =>
        {
            Assert.That(text.Split('\n').Count(line => line.StartsWith("tags_total{", StringComparison.Ordinal)), Is.EqualTo(MetricsCollection.MostOfOne));
            Assert.That(text, Does.Contain("tags_total{name=\"\\\"0\\\"\\n\"} 1\n"));
            Assert.That(text, Does.Match("hedensted_metrics_dropped_total [1-9]"));
        });
    }

    [Test]
    public void A_histogram_counts_what_is_at_most_each_bound()
    {
        using var meter = new Meter("Hedensted.Tests.Histogram");
        using var collection = new MetricsCollection();
        var histogram = meter.CreateHistogram<double>("waiting.time", "s", "How long.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] });
        foreach (var value in new[] { 0.5, 1, 1.5, 7 })
        {
            histogram.Record(value);
        }

        Assert.That(collection.Write(), Does.Contain("""
            # HELP waiting_time_seconds How long.
            # TYPE waiting_time_seconds histogram
            waiting_time_seconds_bucket{le="1"} 2
            waiting_time_seconds_bucket{le="2"} 3
            waiting_time_seconds_bucket{le="+Inf"} 4
            waiting_time_seconds_sum 10
            waiting_time_seconds_count 4

            """));
    }

    private static async Task<int> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-zA-Z_0-9]+(\{([a-zA-Z_0-9]+="([^"\\]|\\.)*",?)+\})? [-+0-9.eEInfNa]+)$""")]
    private static partial Regex Line();
}
