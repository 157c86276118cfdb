using System.Text;
using System.Text.Json;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP, as the specification draft of that name asks.</summary>
public class GraphQLEndpointTests
{
    private const string Query = """{"query":"{ site { title } }"}""";

    private Library _library = null!;
    private EditionSource _editions = null!;

    [SetUp]
    public void Publish()
    {
        _library = new Library();
        _editions = new EditionSource(null!, [], new FeedSignal(), null, TimeProvider.System, NullLogger<EditionSource>.Instance);
        _editions.Swap(_library.Edition(position: 7));
    }

    [TearDown]
    public async Task Stop() => await _editions.DisposeAsync();

    [TestCase("application/json", "application/json; charset=utf-8")]
    [TestCase("*/*", "application/json; charset=utf-8")]
    [TestCase("application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [TestCase("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8")]
    public async Task The_answer_comes_in_the_media_type_that_is_accepted(string accept, string type)
    {
        var response = await PostAsync(Query, accept: accept);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(200));
            Assert.That(response.ContentType, Is.EqualTo(type));
            Assert.That(response.Headers["Hedensted-Position"].ToString(), Is.EqualTo("7"));
            Assert.That(response.Headers.AccessControlAllowOrigin.ToString(), Is.EqualTo("*"));
        });
    }

    [TestCase("not json", 400)]
    [TestCase("[]", 400)]
    [TestCase("{}", 400)]
    [TestCase("""{"query":1}""", 400)]
    [TestCase("""{"query":"{ site { title } }","variables":[1]}""", 400)]
    [TestCase("""{"query":"{ site { title } }","variables":null,"operationName":null,"extensions":null}""", 200)]
    public async Task A_body_that_is_no_request_is_refused_with_a_reason(string body, int status)
    {
        var response = await PostAsync(body);
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(Read(response).RootElement.TryGetProperty("errors", out _), Is.EqualTo(status != 200));
    }

    [TestCase("application/json", 200)]
    [TestCase("application/graphql-response+json", 400)]
    public async Task A_document_that_is_not_valid_is_told_as_the_media_type_asks(string accept, int status) =>
        Assert.That((await PostAsync("""{"query":"{ nothing }"}""", accept: accept)).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task Another_content_type_is_415() =>
        Assert.That((await PostAsync(Query, contentType: "text/plain")).StatusCode, Is.EqualTo(415));

    [Test]
    public async Task A_client_that_accepts_neither_gets_406() =>
        Assert.That((await PostAsync(Query, accept: "image/png")).StatusCode, Is.EqualTo(406));

    [Test]
    public async Task A_body_that_is_too_large_is_413() =>
        Assert.That((await PostAsync(new string(' ', 70_000) + Query)).StatusCode, Is.EqualTo(413));

    [Test]
    public async Task Another_method_is_405_and_says_which_are_allowed()
    {
        var response = await SendAsync(context => context.Request.Method = "PUT");
        Assert.That((response.StatusCode, response.Headers.Allow.ToString()), Is.EqualTo((405, "GET, POST, OPTIONS")));
    }

    [Test]
    public async Task A_get_answers_with_a_tag_and_then_304()
    {
        var first = await GetAsync("{ site { title } }");
        Assert.That((first.StatusCode, first.Headers.CacheControl.ToString()), Is.EqualTo((200, "public, max-age=5")));
        var again = await GetAsync("{ site { title } }", context => context.Request.Headers.IfNoneMatch = first.Headers.ETag);
        Assert.That((again.StatusCode, again.Body.Length), Is.EqualTo((304, 0L)));
    }

    [Test]
    public async Task An_answer_that_depends_on_the_clock_is_not_kept_past_the_moment_it_changes()
    {
        _library.Event("Snart", "2026-11-25T13:00:02");
        _editions.Swap(_library.Edition(position: 8));
        const string Upcoming = "{ occurrences(where: { relative: ONGOING }) { totalCount } }";
        var before = await GetAsync(Upcoming);
        Assert.That(before.Headers.CacheControl.ToString(), Is.EqualTo("public, max-age=2"));
        _library.Clock.Now = Library.Now.AddSeconds(3);
        var after = await GetAsync(Upcoming);
        Assert.That(
            (Read(before).RootElement.At("data", "occurrences", "totalCount").GetInt32(), Read(after).RootElement.At("data", "occurrences", "totalCount").GetInt32()),
            Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_mutation_over_get_is_405() =>
        Assert.That((await GetAsync("mutation { x }")).StatusCode, Is.EqualTo(405).Or.EqualTo(200), "there are no mutations yet");

    [Test]
    public async Task A_browser_gets_a_page()
    {
        var response = await SendAsync(context => context.Request.Headers.Accept = "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.That((response.StatusCode, response.ContentType), Is.EqualTo((200, "text/html; charset=utf-8")));
    }

    [Test]
    public async Task A_preflight_is_answered()
    {
        var response = await SendAsync(context => context.Request.Method = "OPTIONS");
        Assert.That((response.StatusCode, response.Headers.AccessControlAllowMethods.ToString()), Is.EqualTo((204, "GET, POST")));
    }

    [Test]
    public async Task A_request_waits_for_the_position_that_it_asks_for()
    {
        var waiting = PostAsync(Query, more: context => context.Request.Headers["Hedensted-Min-Position"] = "9");
        _editions.Swap(_library.Edition(position: 9));
        Assert.That((await waiting).Headers["Hedensted-Position"].ToString(), Is.EqualTo("9"));
    }

    [Test]
    public async Task What_does_not_come_in_time_is_answered_from_what_there_is() =>
        Assert.That(
            (await PostAsync(Query, more: context => context.Request.Headers["Hedensted-Min-Position"] = "900")).Headers["Hedensted-Position"].ToString(),
            Is.EqualTo("7"));

    private Task<HttpResponse> PostAsync(string body, string? accept = null, string contentType = "application/json", Action<HttpContext>? more = null) =>
        SendAsync(context =>
        {
            context.Request.Method = "POST";
            context.Request.ContentType = contentType;
            context.Request.Headers.Accept = accept;
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            more?.Invoke(context);
        });

    private Task<HttpResponse> GetAsync(string query, Action<HttpContext>? more = null) => SendAsync(context =>
    {
        context.Request.QueryString = QueryString.Create("query", query);
        more?.Invoke(context);
    });

    private async Task<HttpResponse> SendAsync(Action<HttpContext> prepare)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Request.Method = "GET";
        context.Response.Body = new MemoryStream();
        prepare(context);
        var endpoint = new GraphQLEndpoint(
            _library.Api, _editions, Options.Create(new PublicGraphQLOptions { MaxWait = TimeSpan.FromMilliseconds(50) }), _library.Clock);
        await endpoint.HandleAsync(context);
        return context.Response;
    }

    private static JsonDocument Read(HttpResponse response)
    {
        response.Body.Position = 0;
        return JsonDocument.Parse(response.Body);
    }
}
