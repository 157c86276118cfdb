using System.Net;
using System.Text.RegularExpressions;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Testing;
using Microsoft.AspNetCore.Routing;
using static Hedensted.Cms.Tests.Management.ManagementHost;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Nobody gets in who should not.</summary>
public partial class AccessTests
{
    // What the backoffice must read before anybody can sign in, and signing in itself.
    private static readonly string[] Anonymous =
    [
        "/umbraco/management/api/v1/server/status",
        "/umbraco/management/api/v1/server/configuration",
        "/umbraco/management/api/v1/manifest/manifest/public",
        "/umbraco/management/api/v1/security/",
        "/umbraco/management/api/v1/user/invite/verify",
        "/umbraco/management/api/v1/user/invite/create-password",
        "/umbraco/management/api/v1/preview", // ends the caller's own previews, and a stranger has none
    ];

    [Test]
    public async Task A_stranger_is_turned_away_from_every_operation_of_the_management_api()
    {
        using var stranger = Host.Stranger();
        var failures = new List<string>();
        var tried = 0;
        foreach (var (method, path) in Operations())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method is "POST" or "PUT")
            {
                request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            }

            using var response = await stranger.SendAsync(request);
            tried++;
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                failures.Add($"{method} {path}: {(int)response.StatusCode}");
            }
        }

        Assert.That(failures, Is.Empty);
        Assert.That(tried, Is.GreaterThan(70));
    }

    [Test]
    public void Every_operation_on_documents_asks_for_a_verb()
    {
        var forgotten = Endpoints()
            .Where(endpoint => Regex.IsMatch(endpoint.RoutePattern.RawText!, "/v1(\\.1)?/(document|document-version|tree/document|item/document|recycle-bin/document|collection/document)(/|$)"))
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiredVerb>() is null)
            .Select(endpoint => endpoint.DisplayName);
        Assert.That(forgotten, Is.Empty);
    }

    [Test]
    public async Task Who_may_write_but_not_publish_is_told_so_and_nothing_is_published()
    {
        var id = await Writer.CreateAsync(Page, "Skribentens", null, ("title", "S"));
        using var publish = await Writer.SendAsync(
            HttpMethod.Put, $"document/{id}/publish", new { publishSchedules = new[] { new { culture = (string?)null, schedule = (object?)null } } });
        var body = Editor.Body(Guid.NewGuid(), Page, "Direkte", null, ("title", "D"));
        body["culturesToPublish"] = new System.Text.Json.Nodes.JsonArray();
        using var directly = await Writer.SendAsync(HttpMethod.Post, "document/create-and-publish", body);
        using var trash = await Writer.SendAsync(HttpMethod.Put, $"document/{id}/move-to-recycle-bin");
        Assert.Multiple(() =>
        {
            Assert.That(publish.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(publish.Headers.GetValues("Umb-Notifications").Single(), Does.Contain("udgive siden"));
            Assert.That(directly.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(trash.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        });
        Assert.That(await Writer.StateOfAsync(id), Is.EqualTo("Draft"));
    }

    [Test]
    public async Task An_operation_that_is_not_there_is_a_problem_and_not_a_page()
    {
        using var response = await Rikke.SendAsync(HttpMethod.Get, "webhook?skip=0&take=1");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    private static IEnumerable<RouteEndpoint> Endpoints() => Host.Service<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/umbraco/management/", StringComparison.OrdinalIgnoreCase) == true);

    private static IEnumerable<(string Method, string Path)> Operations() =>
        from endpoint in Endpoints()
        let path = Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "x")
        where !Anonymous.Any(allowed => path.StartsWith(allowed, StringComparison.Ordinal))
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "PUT", "DELETE"]
        select (method, path);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
