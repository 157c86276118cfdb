using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP, as the specification draft of that name asks.</summary>
public class GraphQLEndpointTests
{
    private const string Query = """{"query":"{ site { title } }"}""";

    private SteppedClock _clock = null!;
    private HttpApi _api = null!;

    [SetUp]
    public void Publish()
    {
        _clock = new SteppedClock(Library.Now);
        _api = new HttpApi(new Library { Clock = _clock });
    }

    [TearDown]
    public async Task Stop() => await _api.DisposeAsync();

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
    [TestCase("""{"query":"{ site { title } }","variables":"{}"}""", 400)]
    [TestCase("""{"query":"{ site { title } }","operationName":7}""", 400)]
    [TestCase("""{"query":"{ site { title } }","extensions":[]}""", 400)]
    [TestCase("""{"query":"{ site { title } }"} {}""", 400)]
    [TestCase("""{"query":"{ site { title } } # \ud800"}""", 400)]
    [TestCase("""{"query":["{ site { title } }"]}""", 400)]
    [TestCase("""{"query":""}""", 400)]
    [TestCase("""{"documentId":7}""", 400)]
    [TestCase("""{"query":"{ site {\n title } }","unknown":{"query":1},"variables":{}}""", 200)]
    [TestCase("""{"query":"{ site { title } }","variables":null,"operationName":null,"extensions":null}""", 200)]
    public async Task A_body_that_is_no_request_is_refused_with_a_reason(string body, int status)
    {
        var response = await PostAsync(body);
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(HttpApi.Read(response).RootElement.TryGetProperty("errors", out _), Is.EqualTo(status != 200));
    }

    [TestCase("application/json", 200)]
    [TestCase("application/graphql-response+json", 400)]
    public async Task A_document_that_is_not_valid_is_told_as_the_media_type_asks(string accept, int status) =>
        Assert.That((await PostAsync("""{"query":"{ nothing }"}""", accept: accept)).StatusCode, Is.EqualTo(status));

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json; charset=iso-8859-1")]
    [TestCase("application/graphql")]
    [TestCase("")]
    public async Task Another_content_type_is_415(string contentType) =>
        Assert.That((await PostAsync(Query, contentType: contentType)).StatusCode, Is.EqualTo(415));

    [Test]
    public async Task A_compressed_body_is_415() =>
        Assert.That((await PostAsync(Query, more: context => context.Request.Headers.ContentEncoding = "gzip")).StatusCode, Is.EqualTo(415));

    [Test]
    public async Task A_body_that_is_not_utf8_is_400()
    {
        byte[] body = [.. """{"query":"{ site { title } } # """u8, 0xC3, .. "\"}"u8];
        var response = await PostAsync(Query, more: context => context.Request.Body = new MemoryStream(body));
        Assert.That((response.StatusCode, HttpApi.CodeOf(response)), Is.EqualTo((400, "BAD_REQUEST")));
    }

    [Test]
    public async Task Half_a_character_in_a_variable_is_an_error_of_the_request()
    {
        var response = await PostAsync("""{"query":"query($id: ID!) { occurrence(id: $id) { id } }","variables":{"id":"\ud800"}}""");
        Assert.That(HttpApi.CodeOf(response), Is.EqualTo("INVALID_VARIABLE"));
    }

    [TestCase("variables", "[1]")]
    [TestCase("variables", "{")]
    [TestCase("extensions", "1")]
    [TestCase("extensions", "x")]
    public async Task A_parameter_that_is_not_what_it_should_be_is_400(string name, string value)
    {
        var response = await GetAsync("{ site { title } }", context => context.Request.QueryString = context.Request.QueryString.Add(name, value));
        Assert.That((response.StatusCode, HttpApi.CodeOf(response)), Is.EqualTo((400, "BAD_REQUEST")));
    }

    [Test]
    public async Task A_get_without_a_document_is_400() =>
        Assert.That((await SendAsync(_ => { })).StatusCode, Is.EqualTo(400));

    [TestCase("application/json;q=0.9, application/graphql-response+json;q=0.1", "application/json; charset=utf-8")]
    [TestCase("application/graphql-response+json;q=0, application/json", "application/json; charset=utf-8")]
    [TestCase("application/graphql-response+json; charset=utf-16, application/json", "application/json; charset=utf-8")]
    public async Task What_a_client_likes_best_is_what_it_gets(string accept, string type) =>
        Assert.That((await PostAsync(Query, accept)).ContentType, Is.EqualTo(type));

    [Test]
    public async Task The_cost_is_told_to_whoever_asks()
    {
        var response = await PostAsync(Query, more: context => context.Request.Headers["GraphQL-Cost"] = "report");
        Assert.That(HttpApi.Read(response).RootElement.At("extensions", "cost", "requested").GetInt64(), Is.Positive);
        Assert.That(HttpApi.Read(await PostAsync(Query)).RootElement.TryGetProperty("extensions", out _), Is.False);
    }

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
    public async Task Who_keeps_an_answer_is_told_where_it_came_from_and_what_it_was_read_from()
    {
        var first = await _api.GetAsync(("query", "{ branches { title } }"), context => context.Request.Headers.Accept = "application/json");
        var second = await _api.GetAsync(("query", "{ branches { title } }"), context => context.Request.Headers.Accept = "application/json");
        var third = await _api.GetAsync(("query", "{ branches { title } }"), context => context.Request.Headers.Accept = "application/json");

        Assert.Multiple(() =>
        {
            Assert.That(first.Headers["Cache-Status"].ToString(), Is.EqualTo("Hedensted; fwd=miss"));
            Assert.That(second.Headers["Cache-Status"].ToString(), Is.EqualTo("Hedensted; fwd=miss; stored"));
            Assert.That(third.Headers["Cache-Status"].ToString(), Is.EqualTo("Hedensted; hit"));
            Assert.That(third.Headers["Surrogate-Key"].ToString(), Is.EqualTo("type-branch"));
        });
    }

    [Test]
    public async Task A_get_answers_with_a_tag_and_then_304()
    {
        var first = await GetAsync("{ site { title } }");
        Assert.That((first.StatusCode, first.Headers.CacheControl.ToString()), Is.EqualTo((200, "public, max-age=5, stale-while-revalidate=5")));
        var again = await GetAsync("{ site { title } }", context => context.Request.Headers.IfNoneMatch = first.Headers.ETag);
        Assert.That((again.StatusCode, again.Body.Length), Is.EqualTo((304, 0L)));
    }

    [Test]
    public async Task An_answer_that_depends_on_the_clock_is_not_kept_past_the_moment_it_changes()
    {
        _api.Library.Event("Snart", "2026-11-25T13:00:02");
        _api.Publish(8);
        const string Upcoming = "{ occurrences(where: { relative: ONGOING }) { totalCount } }";
        var before = await GetAsync(Upcoming);
        Assert.That(before.Headers.CacheControl.ToString(), Is.EqualTo("public, max-age=2"));
        _api.Library.Clock.Now = Library.Now.AddSeconds(3);
        var after = await GetAsync(Upcoming);
        Assert.That(
            (HttpApi.Read(before).RootElement.At("data", "occurrences", "totalCount").GetInt32(), HttpApi.Read(after).RootElement.At("data", "occurrences", "totalCount").GetInt32()),
            Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Before_there_is_anything_to_read_a_client_is_told_to_come_again()
    {
        await using var starting = HttpApi.NotReady();
        var refused = await starting.PostAsync(Query);
        starting.Publish(1);
        var answered = await starting.PostAsync(Query);
        Assert.Multiple(() =>
        {
            Assert.That((refused.StatusCode, HttpApi.CodeOf(refused), refused.Headers.RetryAfter.ToString()), Is.EqualTo((503, "NOT_READY", "1")));
            Assert.That(answered.StatusCode, Is.EqualTo(200));
        });
    }

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
        _api.Publish(9);
        Assert.That((await waiting).Headers["Hedensted-Position"].ToString(), Is.EqualTo("9"));
    }

    [Test]
    public async Task What_does_not_come_in_time_is_answered_from_what_there_is()
    {
        var waiting = PostAsync(Query, more: context => context.Request.Headers["Hedensted-Min-Position"] = "900");
        Assert.That(waiting.IsCompleted, Is.False);
        _clock.Now += new PublicGraphQLOptions().MaxWait;
        Assert.That((await waiting).Headers["Hedensted-Position"].ToString(), Is.EqualTo("7"));
    }

    private Task<HttpResponse> PostAsync(string body, string? accept = null, string contentType = "application/json", Action<HttpContext>? more = null) =>
        _api.PostAsync(body, accept, contentType, more);

    private Task<HttpResponse> GetAsync(string query, Action<HttpContext>? more = null) => _api.GetAsync(("query", query), more);

    private Task<HttpResponse> SendAsync(Action<HttpContext> prepare) => _api.SendAsync(prepare);
}
