using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Cms.Embed;
using Hedensted.Cms.Screens;
using Hedensted.Cms.Site;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>The site's own questions, asked by the clients that others write their sites with: the same answers as ours.</summary>
public class SiteOperationTests
{
    private static readonly IEnumerable<(string Id, string Document)> All = [.. SiteQueries.All, .. ScreenQueries.All, .. EmbedQueries.All];

    private HttpClient _http = null!;

    [OneTimeSetUp]
    public void Connect() => _http = new HttpClient { BaseAddress = RunningSite.Cms.Address };

    [OneTimeTearDown]
    public void Disconnect() => _http.Dispose();

    [TestCase("post", "POST 200")]
    [TestCase("get", "GET 200")]
    [TestCase("persisted", "GET 400 POST 200")] // the hash is not known, so the document is sent
    public async Task Apollo_Client_reads_what_the_site_reads(string mode, string wire)
    {
        var operations = await OperationsAsync();
        var answers = await NodeClient.RunAsync(operations, "apollo.js", RunningSite.Address, mode);
        Assert.That(answers, Has.Length.EqualTo(operations.Count));
        for (var i = 0; i < answers.Length; i++)
        {
            var id = operations[i].Id;
            Assert.That(answers[i].GetProperty("error").GetString(), Is.Null, id);
            Assert.That(WithoutTypeNames(answers[i].GetProperty("data")), Is.EqualTo(WithoutTypeNames(await OursAsync(operations[i]))), id);
            Assert.That(WithoutTypeNames(answers[i].GetProperty("again")), Is.EqualTo(WithoutTypeNames(answers[i].GetProperty("data"))), $"{id}, from its own cache");
            Assert.That(answers[i].GetProperty("asked").GetInt32(), Is.Zero, id);
            Assert.That(string.Join(' ', answers[i].GetProperty("wire").EnumerateArray()), Is.EqualTo(wire), id);
        }
    }

    [TestCase("post")]
    [TestCase("get")]
    public async Task Urql_reads_what_the_site_reads(string mode)
    {
        var operations = await OperationsAsync();
        var answers = await NodeClient.RunAsync(operations, "urql.js", RunningSite.Address, mode);
        Assert.That(answers, Has.Length.EqualTo(operations.Count));
        for (var i = 0; i < answers.Length; i++)
        {
            Assert.That(answers[i].GetProperty("error").GetString(), Is.Null, operations[i].Id);
            Assert.That(WithoutTypeNames(answers[i].GetProperty("data")), Is.EqualTo(WithoutTypeNames(await OursAsync(operations[i]))), operations[i].Id);
        }
    }

    [Test]
    public async Task Urql_reads_a_subscription()
    {
        var answer = (await NodeClient.RunAsync(new[] { new Operation("s", "subscription Udgave { editionChanged { position } }", new { }) }, "urql.js", RunningSite.Address, "post")).Single();
        Assert.That(answer.GetProperty("data").GetProperty("editionChanged").GetProperty("position").GetString(), Does.Match("^\\d+$"));
    }

    [Test]
    public async Task Every_operation_of_the_site_may_be_named_instead_of_sent()
    {
        foreach (var operation in await OperationsAsync())
        {
            using var answer = await _http.PostAsJsonAsync("/graphql", new { documentId = operation.Id, operation.Variables });
            var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.That(json.TryGetProperty("errors", out _), Is.False, operation.Id);
            Assert.That(json.GetProperty("data").GetRawText(), Is.EqualTo((await OursAsync(operation)).GetRawText()), operation.Id);
        }
    }

    [Test]
    public void Every_operation_that_is_written_down_is_trusted()
    {
        var constants = new[] { typeof(SiteQueries), typeof(ScreenQueries), typeof(EmbedQueries) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral))
            .Select(field => (string)field.GetRawConstantValue()!);
        Assert.That(All.Select(entry => entry.Document), Is.EquivalentTo(constants));
    }

    private async Task<JsonElement> OursAsync(Operation operation)
    {
        using var answer = await _http.PostAsJsonAsync("/graphql", new { query = operation.Document, operation.Variables });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
    }

    private async Task<IReadOnlyList<Operation>> OperationsAsync()
    {
        using var answer = await _http.PostAsJsonAsync("/graphql", new
        {
            query = "{ events(first: 1) { nodes { id } } focusAreas { id } strategyPages { id } branches { id slug } screens { slug } contents(first: 3) { nodes { path } } }",
        });
        var data = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["data"]!;
        string First(string list, string member) => data[list]![0]![member]!.GetValue<string>();
        Dictionary<string, object> variables = new()
        {
            ["site-locate"] = new { path = data["contents"]!["nodes"]![0]!["path"]!.GetValue<string>() },
            ["site-calendar"] = new { where = new { relative = "UPCOMING", listed = new { eq = true } }, first = 10 },
            ["site-event"] = new { id = data["events"]!["nodes"]![0]!["id"]!.GetValue<string>() },
            ["site-focus-area"] = new { id = First("focusAreas", "id") },
            ["site-strategy"] = new { id = First("strategyPages", "id") },
            ["site-branch"] = new { id = First("branches", "id") },
            ["site-place"] = new { id = First("branches", "id") },
            ["site-action"] = new { id = First("focusAreas", "id") },
            ["site-actions"] = new { id = First("focusAreas", "id") },
            ["site-search"] = new { words = "bibliotek", first = 20 },
            ["screen"] = new { slug = First("screens", "slug") },
            ["screen-events"] = new { where = new { relative = "UPCOMING", branch = new { slug = new { eq = First("branches", "slug") } } }, first = 60 },
            ["embed-events"] = new { where = new { relative = "UPCOMING", place = new { slug = new { @in = new[] { First("branches", "slug") } } } }, first = 6, group = "SERIES", images = true },
        };
        return [.. All.Select(entry => new Operation(entry.Id, entry.Document, variables.GetValueOrDefault(entry.Id) ?? new { }))];
    }

    // Clients ask for type names beside what the page asks for, to keep things apart.
    private static string WithoutTypeNames(JsonElement data)
    {
        var node = JsonNode.Parse(data.GetRawText())!;
        Remove(node);
        return node.ToJsonString();

        static void Remove(JsonNode? node)
        {
            if (node is JsonObject json)
            {
                json.Remove("__typename");
                foreach (var (_, value) in json)
                {
                    Remove(value);
                }
            }
            else if (node is JsonArray list)
            {
                foreach (var item in list)
                {
                    Remove(item);
                }
            }
        }
    }

    private sealed record Operation(string Id, string Document, object Variables);
}
