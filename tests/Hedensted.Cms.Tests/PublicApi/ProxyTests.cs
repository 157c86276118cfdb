using System.Net;
using System.Net.Http.Json;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>Behind a proxy each client is still a client of its own, and nobody can claim to be somebody else.</summary>
public class ProxyTests
{
    private static readonly (string, string)[] SmallBudget = [("Hedensted:GraphQL:Budget:UnitsPerSecond", "1"), ("Hedensted:GraphQL:Budget:Burst", "1")];

    [Test]
    public async Task Clients_behind_a_known_proxy_have_each_their_own_budget()
    {
        await using var cms = await CmsProcess.StartAsync(settings: [.. SmallBudget, ("Hedensted:Proxies:0", "127.0.0.1")]);
        Assert.Multiple(async () =>
        {
            Assert.That(await AskAsync(cms, "192.0.2.1"), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await AskAsync(cms, "192.0.2.1"), Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(await AskAsync(cms, "192.0.2.2"), Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task What_a_stranger_says_about_itself_is_not_believed()
    {
        await using var cms = await CmsProcess.StartAsync(settings: SmallBudget);
        Assert.That(await AskAsync(cms, "192.0.2.1"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await AskAsync(cms, "192.0.2.2"), Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    private static async Task<HttpStatusCode> AskAsync(CmsProcess cms, string from)
    {
        using var http = new HttpClient { BaseAddress = cms.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ branches { title } }" }) };
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
