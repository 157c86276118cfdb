using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using Umbraco.Cms.Core;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>A ticket system tells of dates as it tells DPL CMS, and is told itself.</summary>
public class TicketSystemTests
{
    private const string Secret = "en hemmelighed for billetter";
    private static readonly DateTime Day = DanishTime.Today.AddDays(40).AddHours(19);

    private BackofficeSession _editor = null!;
    private string _program = "";

    [OneTimeSetUp]
    public async Task SignInAsync()
    {
        _editor = await BackofficeSession.SignInAsync(RunningSite.Cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        _program = await ProgramAsync(Constants.Security.EditorGroupKey);
    }

    [OneTimeTearDown]
    public void SignOut() => _editor.Dispose();

    [Test]
    public async Task What_is_sold_out_and_where_one_gets_a_ticket_is_told_everywhere_at_once_and_taken_back()
    {
        var (key, _) = await _editor.PublishEventAsync($"Koncert {Guid.NewGuid():N}", Day);
        var date = await DateOfAsync(key);
        await ReportAsync(date, """{ "state": "SoldOut", "external_data": { "url": "https://billetter.example/7", "admin_url": "https://billetter.example/admin/7" } }""");
        var told = await ToldAsync(date);
        Assert.Multiple(async () =>
        {
            Assert.That(told["state"]!.GetValue<string>(), Is.EqualTo("SoldOut"));
            Assert.That(told["external_data"]!["url"]!.GetValue<string>(), Is.EqualTo("https://billetter.example/7"));
            Assert.That(await StatusAsync(date), Is.EqualTo("SOLD_OUT"));
        });

        Assert.That((await SendAsync(date, """{ "state": "SoldOut" }""")).Headers.Contains("Hedensted-Position"), Is.False, "told once more, it changes nothing");
        await ReportAsync(date, """{ "state": "Active" }""");
        Assert.That(await StatusAsync(date), Is.EqualTo("SCHEDULED"));
    }

    [Test]
    public async Task An_editors_draft_stays_a_draft_and_gets_what_was_told_too()
    {
        var (key, _) = await _editor.PublishEventAsync($"Foredrag {Guid.NewGuid():N}", Day);
        var document = (await _editor.ReadAsync($"/document/{key}"))!;
        Value(document, "teaser")!["value"] = "Kun i kladden";
        using (var saved = await _editor.CallAsync(HttpMethod.Put, $"/document/{key}", new { template = (object?)null, values = document["values"], variants = document["variants"] }))
        {
            Assert.That(saved.IsSuccessStatusCode);
        }

        var date = await DateOfAsync(key);
        await ReportAsync(date, """{ "state": "SoldOut" }""");
        var draft = (await _editor.ReadAsync($"/document/{key}"))!;
        Assert.Multiple(async () =>
        {
            Assert.That((await AskAsync($"{{ occurrence(id: \"{date}\") {{ teaser status }} }}"))["occurrence"]!.ToJsonString(), Does.Contain("SOLD_OUT").And.Not.Contain("Kun i kladden"));
            Assert.That(Value(draft, "teaser")!["value"]!.GetValue<string>(), Is.EqualTo("Kun i kladden"));
            Assert.That(Value(draft, "status")!["value"]!.ToJsonString(), Does.Contain("Udsolgt"));
        });
    }

    [Test]
    public async Task One_date_of_a_series_is_sold_out_and_the_others_are_not()
    {
        var dates = (await AskAsync("{ occurrences(first: 10, where: { series: { title: { eq: \"Historietime\" } } }) { nodes { id status } } }"))["occurrences"]!["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>()).ToList();
        var id = Guid.Parse(dates[1]);
        await ReportAsync(id, """{ "state": "SoldOut" }""");
        Assert.That(await Task.WhenAll(dates.Select(date => StatusAsync(Guid.Parse(date)))), Is.EqualTo(dates.Select(date => date == dates[1] ? "SOLD_OUT" : "SCHEDULED")));
        await ReportAsync(id, """{ "state": "Active", "external_data": { "url": "https://billetter.example/historietime" } }""");
        Assert.That((await ToldAsync(id))["external_data"]!["url"]!.GetValue<string>(), Does.EndWith("/historietime"), "the same change of the date");
        Assert.That(await StatusAsync(id), Is.EqualTo("SCHEDULED"));
    }

    [Test]
    public async Task What_an_editor_has_cancelled_is_not_put_on_again()
    {
        var (key, _) = await _editor.PublishEventAsync($"Aflyst {Guid.NewGuid():N}", Day);
        var date = await DateOfAsync(key);
        await ReportAsync(date, """{ "state": "Cancelled" }""");
        foreach (var state in new[] { "Active", "SoldOut", "TicketSaleNotOpen" })
        {
            await ReportAsync(date, $$"""{ "state": "{{state}}" }""");
        }

        Assert.That(await StatusAsync(date), Is.EqualTo("CANCELLED"));
    }

    [TestCase("""{ "state": "Half" }""", "state")]
    [TestCase("""{ "state": 7 }""", "state")]
    [TestCase("""{ "state": "2" }""", "state")]
    [TestCase("""{ "external_data": { "url": "javascript:alert(1)" } }""", "external_data.url")]
    [TestCase("""{ "external_data": { "url": "/billetter" } }""", "external_data.url")]
    [TestCase("[]", null)]
    [TestCase("""{ "state": """, null)]
    public async Task What_is_not_understood_is_told_by_its_member(string body, string? member)
    {
        var (key, _) = await _editor.PublishEventAsync($"Uændret {Guid.NewGuid():N}", Day);
        using var answer = await SendAsync(await DateOfAsync(key), body);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That((string?)problem["parameter"], Is.EqualTo(member));
        });
    }

    [Test]
    public async Task Only_who_may_change_and_publish_the_event_may_tell()
    {
        var (key, _) = await _editor.PublishEventAsync($"Lukket {Guid.NewGuid():N}", Day);
        var date = await DateOfAsync(key);
        var writer = await ProgramAsync(Constants.Security.WriterGroupKey);
        const string SoldOut = """{ "state": "SoldOut" }""";
        Assert.Multiple(async () =>
        {
            Assert.That(await TryAsync(date, SoldOut, null), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await TryAsync(date, SoldOut, $"{_program.Split(':')[0]}:forkert"), Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await TryAsync(date, SoldOut, $"{CmsProcess.AdministratorEmail}:{CmsProcess.AdministratorPassword}"), Is.EqualTo(HttpStatusCode.Unauthorized), "people have no way in here");
            Assert.That(await TryAsync(date, SoldOut, writer), Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await TryAsync(Guid.NewGuid(), SoldOut, _program), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await StatusAsync(date), Is.EqualTo("SCHEDULED"));
        });
    }

    private static JsonNode? Value(JsonNode document, string alias) => document["values"]!.AsArray().SingleOrDefault(value => value!["alias"]!.GetValue<string>() == alias);

    /// <summary>An API user in a group; gives its id and secret.</summary>
    private async Task<string> ProgramAsync(Guid group)
    {
        var (user, client) = (Guid.NewGuid(), $"billet{Guid.NewGuid():N}");
        foreach (var (path, body) in new (string, object)[]
        {
            ("/user", new { id = user, kind = "Api", email = $"{client}@example.dk", userName = $"{client}@example.dk", name = "Billetsystemet", userGroupIds = new[] { new { id = group } } }),
            ($"/user/{user}/client-credentials", new { clientId = client, clientSecret = Secret }),
        })
        {
            using var made = await _editor.CallAsync(HttpMethod.Post, path, body);
            Assert.That(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        }

        return $"{client}:{Secret}";
    }

    private async Task ReportAsync(Guid date, string body)
    {
        using var answer = await SendAsync(date, body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        if (answer.Headers.Contains("Hedensted-Position"))
        {
            await _editor.CatchUpAsync(BackofficeSession.PositionOf(answer));
        }
    }

    private Task<HttpResponseMessage> SendAsync(Guid date, string body) => SendAsync(date, body, _program);

    private static async Task<HttpStatusCode> TryAsync(Guid date, string body, string? program)
    {
        using var answer = await SendAsync(date, body, program);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(Guid date, string body, string? program)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(RunningSite.Cms.Address, $"/api/v1/events/{date}?_format=json")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (program is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(program)));
        }

        return RunningSite.Http.SendAsync(request);
    }

    private static async Task<Guid> DateOfAsync(Guid key) =>
        (await AskAsync($"{{ event(id: \"{key}\") {{ occurrences(first: 1) {{ nodes {{ id }} }} }} }}"))["event"]!["occurrences"]!["nodes"]![0]!["id"]!.GetValue<Guid>();

    private static async Task<string> StatusAsync(Guid date) => (await AskAsync($"{{ occurrence(id: \"{date}\") {{ status }} }}"))["occurrence"]!["status"]!.GetValue<string>();

    private static async Task<JsonNode> ToldAsync(Guid date) =>
        JsonNode.Parse(await RunningSite.Http.GetStringAsync(new Uri(RunningSite.Cms.Address, "/api/v1/events?_format=json")))!.AsArray().Single(one => one!["uuid"]!.GetValue<Guid>() == date)!;

    private static async Task<JsonNode> AskAsync(string query)
    {
        using var answer = await RunningSite.Http.PostAsJsonAsync(new Uri(RunningSite.Cms.Address, "/graphql"), new { query });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["data"]!;
    }
}
