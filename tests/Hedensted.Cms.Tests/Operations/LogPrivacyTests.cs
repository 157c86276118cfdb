using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Cms.Operations.Logs;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.Operations;

/// <summary>What the log never says, whatever people write and wherever they write it.</summary>
public partial class LogPrivacyTests
{
    private const string Address = "borger.hansen@example.dk";
    private const string Cpr = "010190-1234";
    private const string Ip = "203.0.113.77";
    private const string Secret = "Meget-Hemmelig-Adgang-4711";

    [Test]
    public async Task A_days_requests_leave_no_address_number_secret_or_whole_IP_in_the_log()
    {
        await using var host = new CmsFactory().With("Hedensted:Proxies:0", "127.0.0.0/8");
        using var editor = await host.SignInAsync();
        using var citizen = host.Stranger();
        citizen.DefaultRequestHeaders.Add("X-Forwarded-For", Ip);
        citizen.DefaultRequestHeaders.Add("Origin", "https://localhost");
        citizen.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        var words = Uri.EscapeDataString($"{Address} {Cpr}");
        string[] read =
        [
            "/", $"/soeg?q={words}", $"/findes-ikke/{words}", $"/graphql?query={words}", "/feeds/events.ics", $"/feeds/events.rss?q={words}", $"/api/v1/events?q={words}", $"/media/{words}/a.jpg",
            $"/skaerm/{words}", $"/umbraco?email={words}", "/health/ready", "/health/detail", "/metrics", $"/umbraco/management/api/v1/document/{words}", "/signin-oidc?error=x", $"/embed/{words}",
        ];
        foreach (var path in read)
        {
            using var answer = await citizen.GetAsync(new Uri(path, UriKind.Relative));
        }

        for (var attempt = 0; attempt < 7; attempt++)
        {
            using var wrong = await citizen.PostAsJsonAsync("/umbraco/management/api/v1/security/back-office/login", new { username = Address, password = Secret });
        }

        using var wrongOwn = await citizen.PostAsJsonAsync("/umbraco/management/api/v1/security/back-office/login", new { username = CmsProcess.AdministratorEmail, password = Secret });
        using var asked = await citizen.PostAsJsonAsync("/graphql", new { query = "query($q: String!) { search(query: $q, first: 1) { totalCount } }", variables = new { q = $"{Address} {Cpr}" } });
        using var broken = await citizen.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent($"{{ {Address} {Cpr}"));
        using var invited = await editor.SendAsync(HttpMethod.Post, "user/invite", new { email = Address, userName = Address, name = "Borger", userGroupIds = Array.Empty<object>(), message = Cpr });
        using var invalid = await editor.SendAsync(HttpMethod.Post, "document", new { name = $"{Address} {Cpr}" });

        var lines = host.Service<RecentLog>().Read().Select(entry => $"{entry.Message} {string.Join(' ', entry.Properties.Select(property => property.Value))} {entry.Exception}").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(lines, Is.Not.Empty);
            Assert.That(lines.Where(line => Mail().IsMatch(line)), Is.Empty, "e-mail");
            Assert.That(lines.Where(line => Number().IsMatch(line)), Is.Empty, "CPR");
            Assert.That(lines.Where(line => line.Contains(Secret, StringComparison.Ordinal)), Is.Empty, "secrets");
            Assert.That(lines.Where(line => line.Contains(Ip, StringComparison.Ordinal)), Is.Empty, "addresses");
        });
    }

    [Test]
    public async Task A_log_in_JSON_is_a_line_an_entry_with_its_trace()
    {
        await using var cms = await CmsProcess.StartAsync(settings: ("Hedensted:Logging:Json", "true"));
        using var citizen = new HttpClient { BaseAddress = cms.Address };
        citizen.DefaultRequestHeaders.Add("Origin", cms.Address.GetLeftPart(UriPartial.Authority));
        using var wrong = await citizen.PostAsJsonAsync("/umbraco/management/api/v1/security/back-office/login", new { username = Address, password = Secret });
        using var again = await citizen.GetAsync(new Uri("/", UriKind.Relative));
        string[] lines;
        do
        {
            lines = [.. cms.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        while (!lines.Any(line => line.Contains("Wrong password", StringComparison.Ordinal)));

        var entries = lines.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var refused = entries.Single(entry => entry.GetProperty("Message").GetString()!.StartsWith("Wrong password", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(entries, Has.Count.EqualTo(lines.Length), cms.Output);
            Assert.That(refused.GetProperty("LogLevel").GetString(), Is.EqualTo("Warning"));
            Assert.That(refused.GetProperty("Scopes").ToString(), Does.Match("TraceId\"?: ?\"?[0-9a-f]{32}"));
        });
    }

    [GeneratedRegex("[A-Za-z0-9._%+-]+(@|%40)[A-Za-z0-9-]+[.][A-Za-z.]{2,}")]
    private static partial Regex Mail();

    [GeneratedRegex("\\b[0-9]{6}-?[0-9]{4}\\b")]
    private static partial Regex Number();
}
