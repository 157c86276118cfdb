using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;
using Hedensted.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Hedensted.Cms.Tests.Management.People;

/// <summary>Every operation × every starting group, and those who are not signed in. An operation that does not say for whom it is fails here.</summary>
[TestFixture]
public sealed partial class RightsMatrixTests
{
    private static readonly Dictionary<string, string[]> SectionsOf = new(StringComparer.Ordinal)
    {
        [Policies.Content] = ["Umb.Section.Content"],
        [Policies.Media] = ["Umb.Section.Media", "Umb.Section.Content"],
        [Policies.Settings] = ["Umb.Section.Settings"],
        [Policies.Users] = ["Umb.Section.Users"],
        [Policies.Translation] = ["Umb.Section.Translation"],
        [Policies.Trees] = ["Umb.Section.Content", "Umb.Section.Media", "Umb.Section.Users", "Umb.Section.Settings"],
    };

    // What signs in, out and on is tried by tests of its own; asking for it here would end the session that asks.
    private static readonly string[] SignIn = ["/umbraco/management/api/v1/security/"];

    private CmsFactory _host = null!;

    private static IEnumerable<string> Groups => StartingGroups.All.Select(group => group.Alias);

    [OneTimeSetUp]
    public void Start() => _host = new CmsFactory().With("Hedensted:Auth:FailuresPerMinute", "10000"); // every member guesses at links, from one address

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public void Every_operation_says_for_whom_it_is()
    {
        var silent = Endpoints().Where(endpoint => !IsDeclared(endpoint)).Select(endpoint => endpoint.DisplayName).ToArray();
        Assert.That(silent, Is.Empty, "RequireAuthorization with a policy of its own, RequireVerb, ForEverybodySignedIn or AllowAnonymous is missing.");
    }

    [Test]
    public async Task A_stranger_is_turned_away_from_every_operation_that_is_not_open()
    {
        using var stranger = _host.Stranger();
        var wrong = new List<string>();
        var tried = 0;
        foreach (var (endpoint, method, path) in Operations())
        {
            using var request = Request(method, path);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer [redacted]");
            using var response = await stranger.SendAsync(request);
            tried++;
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (open == (response.StatusCode == HttpStatusCode.Unauthorized))
            {
                wrong.Add($"{method} {path}: {(int)response.StatusCode}");
            }
        }

        TestContext.Progress.WriteLine($"Rights: nobody × {tried} operations");
        Assert.That(wrong, Is.Empty);
        Assert.That(tried, Is.GreaterThan(120));
    }

    [TestCaseSource(nameof(Groups))]
    public async Task A_member_gets_in_where_the_group_is_let_in_and_nowhere_else(string alias)
    {
        using var administrator = await _host.SignInAsync();
        var group = StartingGroups.All.Single(group => group.Alias == alias);
        var (member, _, _) = await administrator.ColleagueAsync(_host, group.Key);
        var wrong = new List<string>();
        var (tried, let) = (0, 0);
        foreach (var (endpoint, method, path) in Operations())
        {
            using var response = await member.SendAsync(new HttpMethod(method), path, method is "GET" ? null : "{}");
            tried++;
            var allowed = IsAllowed(endpoint, group);
            let += allowed ? 1 : 0;
            var refused = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
            if (allowed == refused && !(refused && MayBeRefusedByWhatIsAskedFor(endpoint, group)))
            {
                wrong.Add($"{method} {path}: {(int)response.StatusCode}, but {(allowed ? "allowed" : "not allowed")}");
            }
        }

        TestContext.Progress.WriteLine($"Rights: {alias} × {tried} operations, let in to {let}");
        member.Dispose();
        Assert.That(wrong, Is.Empty);
    }

    private static bool IsDeclared(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetMetadata<OpenToSignedIn>() is not null
        || endpoint.Metadata.GetMetadata<RequiredVerb>() is not null
        || PoliciesOf(endpoint).Any();

    // What a group is let in to, from its sections and verbs by themselves.
    private static bool IsAllowed(RouteEndpoint endpoint, UserGroup group)
    {
        var verbs = group.Permissions.Concat(group.DocumentPermissions.SelectMany(permission => permission.Verbs)).ToHashSet();
        return PoliciesOf(endpoint).All(policy => SectionsOf[policy].Intersect(group.Sections).Any())
            && endpoint.Metadata.GetOrderedMetadata<RequiredVerb>().All(verb => verbs.Contains(verb.Verb));
    }

    // With rights that hold at some places only, a thing that does not exist lies outside them.
    private static bool MayBeRefusedByWhatIsAskedFor(RouteEndpoint endpoint, UserGroup group)
    {
        var asks = endpoint.Metadata.GetOrderedMetadata<RequiredVerb>();
        var everywhere = group.DocumentRootAccess && asks.All(verb => group.Permissions.Contains(verb.Verb));
        return (asks.Count > 0 && !everywhere) || (!group.MediaRootAccess && endpoint.RoutePattern.RawText!.Contains("media", StringComparison.Ordinal));
    }

    private static IEnumerable<string> PoliciesOf(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
        .Select(data => data.Policy)
        .OfType<string>()
        .Where(policy => policy != Policies.BackOfficeAccess)
        .Distinct(StringComparer.Ordinal);

    private IEnumerable<RouteEndpoint> Endpoints() => _host.Service<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/umbraco/management/api/", StringComparison.OrdinalIgnoreCase) == true);

    private ImmutableArray<(RouteEndpoint Endpoint, string Method, string Path)> Operations() =>
    [
        .. from endpoint in Endpoints()
           let path = Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "x")
           where !SignIn.Any(start => path.StartsWith(start, StringComparison.Ordinal))
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           where method is "GET" or "POST" or "PUT" or "DELETE"
           select (endpoint, method, path),
    ];

    private static HttpRequestMessage Request(string method, string path) => new(new HttpMethod(method), path)
    {
        Content = method is "GET" ? null : new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
    };

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
