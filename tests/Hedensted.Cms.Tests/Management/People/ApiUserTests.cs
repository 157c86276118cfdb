using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.People;

/// <summary>Programs that sign in with a key and do what their groups allow.</summary>
public class ApiUserTests
{
    private const string Secret = "en hemmelighed for programmer";

    [Test]
    public async Task A_program_gets_a_token_does_what_it_may_and_is_out_when_its_key_is_taken()
    {
        var (user, clientId) = await ProgramAsync(Group(Reading));
        Assert.That((await Rikke.GetAsync($"user/{user}/client-credentials"))!.AsArray().Single()!.GetValue<string>(), Is.EqualTo($"umbraco-back-office-{clientId}"));
        using var program = await SignInAsync(clientId, Secret);
        var me = JsonNode.Parse(await program.GetStringAsync("/umbraco/management/api/v1/user/current"))!;
        Assert.That(me["id"]!.GetValue<Guid>(), Is.EqualTo(user));
        Assert.That(await StatusAsync(program, "tree/document/root?skip=0&take=1"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(program, "user?skip=0&take=1"), Is.EqualTo(HttpStatusCode.Forbidden));

        await Rikke.DoAsync(HttpMethod.Delete, $"user/{user}/client-credentials/umbraco-back-office-{clientId}");
        Assert.That(await StatusAsync(program, "user/current"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await TryAsync(clientId, Secret), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_program_that_is_blocked_is_out()
    {
        var (user, clientId) = await ProgramAsync(Group(Reading));
        using var program = await SignInAsync(clientId, Secret);
        await Rikke.DoAsync(HttpMethod.Post, "user/disable", new { userIds = new[] { new { id = user } } });
        Assert.That(await StatusAsync(program, "user/current"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await TryAsync(clientId, Secret), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Guessing_a_secret_locks_the_id_and_people_have_no_keys()
    {
        var (_, clientId) = await ProgramAsync(Group(Reading));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.That(await TryAsync(clientId, "forkert"), Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        Assert.That(await TryAsync(clientId, Secret), Is.EqualTo(HttpStatusCode.Unauthorized), "not even the right one");

        var (person, _, _) = await Rikke.NewUserAsync(Umbraco.Cms.Core.Constants.Security.WriterGroupKey);
        using var refused = await Rikke.SendAsync(HttpMethod.Post, $"user/{person}/client-credentials", new { clientId = "person", clientSecret = Secret });
        Assert.That(JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["operationStatus"]!.GetValue<string>(), Is.EqualTo("InvalidUser"));
    }

    private static async Task<(Guid User, string ClientId)> ProgramAsync(JsonObject group)
    {
        await Rikke.DoAsync(HttpMethod.Post, "user-group", group);
        var (user, clientId) = (Guid.NewGuid(), $"p{Guid.NewGuid():N}");
        var email = $"{clientId}@example.dk";
        await Rikke.DoAsync(HttpMethod.Post, "user", new
        {
            id = user,
            kind = "Api",
            email,
            userName = email,
            name = "Et program",
            userGroupIds = new[] { new { id = group["id"]!.GetValue<Guid>() } },
        });
        await Rikke.DoAsync(HttpMethod.Post, $"user/{user}/client-credentials", new { clientId, clientSecret = Secret });
        return (user, clientId);
    }

    private static async Task<HttpClient> SignInAsync(string clientId, string secret)
    {
        using var stranger = Host.Stranger();
        using var response = await AskAsync(stranger, clientId, secret);
        response.EnsureSuccessStatusCode();
        var token = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
        var program = Host.Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    private static async Task<HttpStatusCode> TryAsync(string clientId, string secret)
    {
        using var stranger = Host.Stranger();
        using var response = await AskAsync(stranger, clientId, secret);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string clientId, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
        });
        return await client.PostAsync("/umbraco/management/api/v1/security/back-office/token", form);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync($"/umbraco/management/api/v1/{path}");
        return response.StatusCode;
    }
}
