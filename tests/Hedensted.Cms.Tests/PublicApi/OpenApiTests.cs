using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.GraphQL.Feeds;
using Hedensted.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>The OpenAPI document of the running program, held against what the program answers.</summary>
public class OpenApiTests
{
    /// <summary>Where a ticket system writes; everything else is only asked.</summary>
    private const string Report = "/api/v1/events/{uuid}";

    private JsonObject _document = null!;

    [OneTimeSetUp]
    public async Task ReadAsync() => _document = JsonNode.Parse(await RunningSite.Http.GetStringAsync(At("/swagger/v1/swagger.json")))!.AsObject();

    [Test]
    public async Task The_document_is_OpenAPI_3_1_and_tells_of_every_feed_and_nothing_else()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddPublicFeeds();
        await using var app = builder.Build();
        app.MapPublicFeeds();
        var mapped = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null).Select(endpoint => endpoint.RoutePattern.RawText).ToList();
        Assert.Multiple(() =>
        {
            Assert.That((string?)_document["openapi"], Does.StartWith("3.1."));
            Assert.That(_document["paths"]!.AsObject().Select(path => path.Key), Is.EquivalentTo(mapped.Append(Report)));
            Assert.That(_document["info"]!["license"]!["url"]!.ToString(), Does.StartWith("https://creativecommons.org"));
        });
    }

    [Test]
    public void Every_operation_tells_what_it_is_what_it_takes_what_it_answers_and_how_it_refuses()
    {
        foreach (var (path, methods) in _document["paths"]!.AsObject())
        {
            var method = path == Report ? "patch" : "get";
            var operation = methods![method]!.AsObject();
            Assert.Multiple(() =>
            {
                Assert.That(methods.AsObject().Select(one => one.Key), Is.EqualTo(new[] { method }), path);
                Assert.That(Text(operation, "operationId"), Is.Not.Empty, path);
                Assert.That(Text(operation, "summary"), Is.Not.Empty, path);
                Assert.That(Text(operation, "description"), Is.Not.Empty, path);
                Assert.That(operation["tags"]!.AsArray(), Has.Count.EqualTo(1), path);
                foreach (var parameter in operation["parameters"]!.AsArray())
                {
                    Assert.That(Text(parameter!, "description"), Is.Not.Empty, $"{path} {parameter!["name"]}");
                    Assert.That(parameter!["schema"]!["type"], Is.Not.Null, $"{path} {parameter["name"]}");
                    Assert.That(ExampleOf(parameter), Is.Not.Empty, $"{path} {parameter["name"]}");
                }

                var answers = operation["responses"]!.AsObject();
                Assert.That(answers.Select(answer => answer.Key), Is.SupersetOf(path == Report ? new[] { "200", "400", "401", "403", "404", "409" } : ["200", "304", "429", "503"]), path);
                foreach (var (status, answer) in answers.Where(answer => answer.Key != "304" && !(path == Report && answer.Key == "200")))
                {
                    var (mediaType, content) = answer!["content"]!.AsObject().Single();
                    Assert.That(content!["example"], Is.Not.Null, $"{path} {status}");
                    Assert.That(content["schema"], Is.Not.Null, $"{path} {status}");
                    Assert.That(mediaType, status == "200" ? Is.Not.EqualTo("application/problem+json") : Is.EqualTo("application/problem+json"));
                }
            });
        }

        foreach (var (name, schema) in _document["components"]!["schemas"]!.AsObject())
        {
            foreach (var (member, told) in schema!["properties"]?.AsObject() ?? [])
            {
                Assert.That(Text(told!, "description"), Is.Not.Empty, $"{name}.{member}");
            }
        }
    }

    [TestCase("/feeds/events.json", "/feeds/events.json")]
    [TestCase("/feeds/events.json?from=2020-01-01&kind=EVENT,COURSE,COMMUNITY", "/feeds/events.json")]
    [TestCase("/api/v1/events?_format=json", "/api/v1/events")]
    [TestCase("/api/v1/events?_format=json&from_date=2020-01-01", "/api/v1/events")]
    [TestCase("/api/v1/opening_hours?_format=json", "/api/v1/opening_hours")]
    [TestCase("/feeds/events.json?kind=GOAT", "/feeds/events.json", 400)]
    [TestCase("/feeds/occurrences/4e663554-9a1d-84ee-84c8-f040b0390c2f.ics", "/feeds/occurrences/{id}.ics", 404)]
    [TestCase("/api/v1/events?modifiedSince=2020-01-01T00:00:00Z", "/api/v1/events", 410)]
    [TestCase("/api/v1/opening_hours?branch_id=0", "/api/v1/opening_hours", 400)]
    public async Task An_answer_and_the_example_are_what_the_document_says(string address, string path, int status = 200)
    {
        using var response = await RunningSite.Http.GetAsync(At(address));
        var told = _document["paths"]![path]!["get"]!["responses"]![$"{status}"]!["content"]!.AsObject().Single();
        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(told.Key));
        });
        await AssertValidAsync(await response.Content.ReadAsStringAsync(), told.Value!["schema"]!);
        await AssertValidAsync(told.Value["example"]!.ToJsonString(), told.Value["schema"]!);
    }

    [Test]
    public async Task The_example_of_a_report_is_what_the_document_says_and_needs_an_id_and_a_secret()
    {
        var told = _document["paths"]![Report]!["patch"]!;
        var body = told["requestBody"]!["content"]!["application/json"]!;
        await AssertValidAsync(body["example"]!.ToJsonString(), body["schema"]!);
        Assert.That(told["security"]!.ToJsonString(), Does.Contain("basic"));
        Assert.That((string?)_document["components"]!["securitySchemes"]!["basic"]!["scheme"], Is.EqualTo("basic"));
    }

    [Test]
    public async Task Every_example_of_a_parameter_is_understood()
    {
        foreach (var (path, methods) in _document["paths"]!.AsObject().Where(path => path.Key != Report))
        {
            foreach (var parameter in methods!["get"]!["parameters"]!.AsArray().Where(parameter => (string?)parameter!["in"] == "query"))
            {
                var name = (string)parameter!["name"]!;
                var example = ExampleOf(parameter);
                using var response = await RunningSite.Http.GetAsync(At($"{path}?{name}={Uri.EscapeDataString(example)}"));

                // Names of places and series, and how long a server has run, differ; those are refused as unknown, never as misunderstood.
                var expected = name switch
                {
                    "branch" or "series" or "focusArea" or "branch_id" => new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest },
                    "modifiedSince" => [HttpStatusCode.OK, HttpStatusCode.Gone],
                    _ => [HttpStatusCode.OK],
                };
                Assert.That(response.StatusCode, Is.AnyOf(expected.Cast<object>().ToArray()), $"{path}?{name}={example}");
            }
        }
    }

    [Test]
    public async Task The_page_runs_only_its_own_scripts_and_the_document_may_be_read_from_anywhere()
    {
        using var page = await RunningSite.Http.GetAsync(At("/swagger/index.html"));
        using var document = await RunningSite.Http.GetAsync(At("/swagger/v1/swagger.json"));
        Assert.Multiple(() =>
        {
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("script-src 'self';"));
            Assert.That(document.Headers.GetValues("Access-Control-Allow-Origin").Single(), Is.EqualTo("*"));
        });
    }

    private static string ExampleOf(JsonNode parameter) => (parameter["schema"]!["items"] ?? parameter["schema"])!["examples"]?[0]?.ToString() ?? "";

    private static string Text(JsonNode node, string name) => (string?)node[name] ?? "";

    private static Uri At(string address) => new(RunningSite.Cms.Address, address);

    private async Task AssertValidAsync(string text, JsonNode schema)
    {
        // In OpenAPI 3.1 schemas are JSON Schema 2020-12; only where they stand is told to the validator.
        var whole = new JsonObject { ["components"] = _document["components"]!.DeepClone(), ["allOf"] = new JsonArray(schema.DeepClone()) };
        using var readers = new FeedReaders();
        var found = await readers.ReadAsync("jsonSchema", text, schema: JsonSerializer.SerializeToElement(whole));
        Assert.That(found.GetProperty("errors").EnumerateArray().Select(error => error.GetString()), Is.Empty);
    }
}
