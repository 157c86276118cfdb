using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Hedensted.Cms.Operations.Traces;
using Hedensted.Testing;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>What a collector of traces is told, and what it never is.</summary>
public class TracingTests
{
    [Test]
    public async Task A_collector_is_told_the_route_and_the_operation_and_nothing_that_was_asked()
    {
        var secret = $"hemmelig{Guid.NewGuid():N}";
        using var collector = new Collector();
        await using (var host = new CmsFactory().With("Hedensted:Telemetry:Otlp", collector.Address).With("Hedensted:Telemetry:Share", "1"))
        {
            using var reader = host.Stranger();
            using var answer = await reader.PostAsJsonAsync("/graphql", new { query = "query Sporet($q: String!) { search(query: $q, first: 1) { totalCount } }", variables = new { q = secret } });
            using var page = await reader.GetAsync(new Uri($"/soeg?q={secret}", UriKind.Relative));
            Assert.That((int)answer.StatusCode, Is.LessThan(500));
        }

        var told = await collector.FirstAsync("hedensted-cms");
        Assert.Multiple(() =>
        {
            Assert.That(told, Does.Contain("http.route"));
            Assert.That(collector.Everything, Does.Contain("GraphQL Sporet"));
            Assert.That(collector.Everything, Does.Not.Contain(secret));
        });
    }

    [TestCase(false, "", false)]
    [TestCase(true, "", true)]
    public void Of_what_is_not_in_the_share_only_what_went_wrong_is_kept(bool failed, string tag, bool kept)
    {
        using var source = new ActivitySource($"Hedensted.Tests.{Guid.NewGuid():N}");
        using var exporter = new Kept();
        using (Sdk.CreateTracerProviderBuilder().AddSource(source.Name).SetSampler(new ShareSampler(0)).AddProcessor(new KeepingProcessor())
            .AddProcessor(new SimpleActivityExportProcessor(exporter)).Build())
        {
            using var span = source.StartActivity("work", ActivityKind.Server);
            span!.SetTag("url.query", "q=hemmelig").SetTag("http.route", "/{slug}").SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok, tag);
        }

        Assert.That(exporter.Spans.Count == 1, Is.EqualTo(kept));
        Assert.That(exporter.Spans.SelectMany(span => span.TagObjects).Select(pair => pair.Key), Is.EquivalentTo(kept ? ["http.route"] : Array.Empty<string>()));
    }

    [Test]
    public void Whoever_asked_us_decides_whether_it_is_sent()
    {
        using var source = new ActivitySource($"Hedensted.Tests.{Guid.NewGuid():N}");
        using var exporter = new Kept();
        using (Sdk.CreateTracerProviderBuilder().AddSource(source.Name).SetSampler(new ShareSampler(0)).AddProcessor(new KeepingProcessor())
            .AddProcessor(new SimpleActivityExportProcessor(exporter)).Build())
        {
            var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);
            source.StartActivity("work", ActivityKind.Server, parent)!.Dispose();
        }

        Assert.That(exporter.Spans, Has.Count.EqualTo(1));
    }

    private sealed class Kept : BaseExporter<Activity>
    {
        public List<Activity> Spans { get; } = [];

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                Spans.Add(span);
            }

            return ExportResult.Success;
        }
    }

    /// <summary>Takes traces by OTLP over HTTP; the texts in them stand there as they are.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<string> _told = new();
        private readonly SemaphoreSlim _more = new(0);

        public Collector()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            }

            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = Task.Run(TakeAsync);
        }

        public string Address { get; }

        public string Everything => string.Concat(_told);

        public async Task<string> FirstAsync(string text)
        {
            while (!Everything.Contains(text, StringComparison.Ordinal))
            {
                await _more.WaitAsync();
            }

            return Everything;
        }

        public void Dispose()
        {
            _listener.Close();
            _more.Dispose();
        }

        private async Task TakeAsync()
        {
            while (_listener.IsListening)
            {
                HttpListenerContext asked;
                try
                {
                    asked = await _listener.GetContextAsync();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                using var body = new MemoryStream();
                await asked.Request.InputStream.CopyToAsync(body);
                _told.Enqueue(asked.Request.Url!.AbsolutePath == "/v1/traces" ? Encoding.Latin1.GetString(body.ToArray()) : "");
                _more.Release();
                asked.Response.StatusCode = 200;
                asked.Response.Close();
            }
        }
    }
}
