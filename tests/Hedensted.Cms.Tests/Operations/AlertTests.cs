using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Hedensted.Cms.Operations.Metrics;
using Hedensted.Cms.Tests.Architecture;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>What wakes somebody is measured, is raised by what it says, and tells what to do.</summary>
public partial class AlertTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docker", "prometheus");
    private static readonly string Rules = File.ReadAllText(Path.Combine(Folder, "alerts.yml"));

    /// <summary>An alert on a figure that nobody measures is silent for ever.</summary>
    [Test]
    public async Task Every_figure_that_an_alert_reads_is_measured()
    {
        var measured = new HashSet<string>(StringComparer.Ordinal) { "hedensted_metrics_dropped_total" };
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            lock (measured)
            {
                measured.Add(new Measured(instrument).Name);
            }
        };
        listener.Start();
        await using var host = new CmsFactory();
        using var editor = await host.SignInAsync();
        var page = (await editor.GetAsync("tree/document/root"))!["items"]![0]!["id"]!.GetValue<Guid>();
        await editor.PublishAsync(page);
        using var stranger = host.Stranger();
        stranger.DefaultRequestHeaders.Add("Origin", "https://localhost");
        using var refused = await stranger.PostAsJsonAsync("/umbraco/management/api/v1/security/back-office/login", new { username = CmsProcess.AdministratorEmail, password = "forkert" });

        var read = Figure().Matches(Rules).Select(match => Part().Replace(match.Value, "")).Distinct().ToList();
        Assert.That(read, Has.Count.GreaterThan(10));
        lock (measured)
        {
            Assert.That(read.Except(measured), Is.Empty);
        }
    }

    [Test]
    public void Every_fault_test_that_operators_are_told_of_is_there()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"));
        var tests = string.Concat(Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var told = FaultTest().Matches(guide[guide.IndexOf("## Fault tests", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToList();
        Assert.That(told, Has.Count.GreaterThan(30));
        Assert.That(told.Where(name => !tests.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_alert_says_what_to_do_and_is_tried()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"));
        var tried = File.ReadAllText(Path.Combine(Folder, "alerts.test.yml"));
        var alerts = Alert().Matches(Rules).Select(match => (Name: match.Groups[1].Value, Severity: match.Groups[2].Value)).ToList();
        Assert.That(alerts, Has.Count.EqualTo(Rules.Split("- alert:").Length - 1).And.Count.GreaterThan(10));
        Assert.Multiple(() =>
        {
            Assert.That(alerts.Where(alert => !guide.Contains($"| `{alert.Name}` ({alert.Severity}) |", StringComparison.Ordinal)), Is.Empty, "not in docs/operations.md");
            Assert.That(alerts.Where(alert => !Regex.IsMatch(tried, $"alertname: {alert.Name}, .*exp_alerts: \\[ ")), Is.Empty, "nothing raises it in alerts.test.yml");
        });
    }

    [Test]
    public async Task Prometheus_raises_each_alert_when_it_should_and_none_on_a_healthy_evening()
    {
        foreach (var words in new[] { new[] { "check", "rules", "alerts.yml" }, ["test", "rules", "alerts.test.yml"] })
        {
            var (code, said) = await PromtoolAsync(words);
            Assert.That(code, Is.Zero, said);
        }
    }

    [Test]
    public async Task Prometheus_reads_what_is_measured()
    {
        var port = CmsProcess.FreePort();
        await using var cms = await CmsProcess.StartAsync(settings: ("Hedensted:Metrics:Port", $"{port}"));
        using var inside = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var (code, said) = await PromtoolAsync(["check", "metrics"], await inside.GetStringAsync("/metrics"));

        // 3 is advice about names; those of the platform are not ours to choose, and ours follow OpenTelemetry.
        Assert.That(code, Is.EqualTo(0).Or.EqualTo(3), said);
        Assert.That(said.Split('\n').Where(line => line.StartsWith("hedensted_", StringComparison.Ordinal)), Is.Empty);
    }

    private static async Task<(int Code, string Said)> PromtoolAsync(string[] words, string input = "")
    {
        var answer = await OtherProgram.RunAsync(Folder, "promtool", words, input);
        if (answer.Code < 0)
        {
            Assert.Ignore("Left out: promtool. Install Debian's package prometheus and run again; no server of it need run.");
        }

        return answer;
    }

    [GeneratedRegex(@"\b(hedensted|http|graphql|dotnet|db)_[a-z_]+(?=[{\[ ])")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?:`|Name~)([A-Z]\w*_[a-z]\w+|\w+Tests)`")]
    private static partial Regex FaultTest();

    [GeneratedRegex("_(bucket|count|sum)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"- alert: (\w+)\n(?:(?!- alert:).*\n)*?\s+labels: \{ severity: (\w+) \}")]
    private static partial Regex Alert();
}
