using Hedensted.Content.Model;
using Hedensted.GraphQL.Http.Streaming;
using Hedensted.GraphQL.Live;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Tests.Http;

/// <summary>Subscriptions over server-sent events: told at once, told again when something is different, and never told the same twice.</summary>
public class EventStreamTests
{
    private SteppedClock _clock = null!;
    private HttpApi _api = null!;

    [SetUp]
    public void Open()
    {
        _clock = new SteppedClock(Library.Now);
        _api = new HttpApi(new Library { Clock = _clock });
    }

    [TearDown]
    public async Task Close() => await _api.DisposeAsync();

    [Test]
    public async Task Every_edition_is_told()
    {
        await using var stream = new OpenStream(_api, new { query = "subscription { editionChanged { position } }" });
        Assert.That(PositionIn(await stream.AnswerAsync()), Is.EqualTo("7"));
        _api.Publish(8);
        Assert.That(PositionIn(await stream.AnswerAsync()), Is.EqualTo("8"));
        Assert.Multiple(() =>
        {
            Assert.That((stream.Response.StatusCode, stream.Response.ContentType), Is.EqualTo((200, "text/event-stream; charset=utf-8")));
            Assert.That(stream.Response.Headers.CacheControl.ToString(), Is.EqualTo("no-store"));
            Assert.That(stream.Response.Headers["Hedensted-Position"].ToString(), Is.EqualTo("7"));
        });
    }

    [Test]
    public async Task What_happens_is_told_again_when_it_is_different_and_only_then()
    {
        const string Subscription = "subscription { occurrencesChanged(where: { relative: UPCOMING }) { nodes { title } } }";
        await using var stream = new OpenStream(_api, new { query = Subscription });
        Assert.That(TitlesIn(await stream.AnswerAsync()), Has.None.EqualTo("Fællesspisning"));
        _api.Publish(8); // nothing that this client sees
        _api.Library.Event("Fællesspisning", "2026-11-25T18:00:00");
        _api.Publish(9);
        Assert.That(TitlesIn(await stream.AnswerAsync()), Has.One.EqualTo("Fællesspisning"));
    }

    [Test]
    public async Task What_begins_or_ends_is_told_when_it_does()
    {
        _api.Library.Event("Om lidt", "2026-11-25T13:00:02", "2026-11-25T13:00:04");
        _api.Publish(8);
        await using var stream = new OpenStream(_api, new { query = "subscription { live { occurrences(where: { relative: ONGOING }) { nodes { title } } } }" });
        var before = (await stream.AnswerAsync()).At("data", "live", "occurrences", "nodes").Texts("title");
        Assert.That(before, Has.None.EqualTo("Om lidt"));
        await TurnAsync(Library.Now.AddSeconds(3));
        Assert.That((await stream.AnswerAsync()).At("data", "live", "occurrences", "nodes").Texts("title"), Has.One.EqualTo("Om lidt"));
        await TurnAsync(Library.Now.AddSeconds(5));
        Assert.That((await stream.AnswerAsync()).At("data", "live", "occurrences", "nodes").Texts("title"), Has.None.EqualTo("Om lidt"));
    }

    [Test]
    public async Task A_clock_that_is_set_is_noticed_whichever_way()
    {
        _api.Library.Event("I nat", "2026-11-26T02:00:00", "2026-11-26T04:00:00");
        _api.Publish(8);
        await using var stream = new OpenStream(_api, new { query = "subscription { live { occurrences(where: { relative: ONGOING }) { nodes { title } } } }" });
        Assert.That((await stream.AnswerAsync()).At("data", "live", "occurrences", "nodes").Texts("title"), Has.None.EqualTo("I nat"));

        // What waits for the night is not told that it has come; the next look finds out.
        await SetAsync(TimeSpan.FromHours(14));
        Assert.That((await stream.AnswerAsync()).At("data", "live", "occurrences", "nodes").Texts("title"), Has.One.EqualTo("I nat"));
        await SetAsync(TimeSpan.Zero);
        Assert.That((await stream.AnswerAsync()).At("data", "live", "occurrences", "nodes").Texts("title"), Has.None.EqualTo("I nat"));
    }

    [Test]
    public async Task A_silent_stream_shows_that_it_is_alive()
    {
        await using var stream = new OpenStream(_api, new { query = "subscription { editionChanged { position } }" });
        Assert.That(await stream.NextAsync(), Is.EqualTo((":", "")), "open");
        await stream.AnswerAsync();
        for (var i = 1; i <= 3; i++)
        {
            _clock.Now = Library.Now.AddSeconds(13 * i);
            Assert.That(await stream.NextAsync(), Is.EqualTo((":", "")));
        }
    }

    [Test]
    public async Task A_query_is_answered_once()
    {
        await using var stream = new OpenStream(_api, new { query = "{ site { title } }" });
        Assert.That((await stream.AnswerAsync()).At("data", "site", "title").GetString(), Is.Not.Empty);
        Assert.That(await stream.NextAsync(), Is.EqualTo(("complete", "")));
    }

    [TestCase("subscription { nothing }")]
    [TestCase("{ nothing }")]
    [TestCase("subscription {")]
    [TestCase("subscription { editionChanged { position } other: editionChanged { position } }")]
    public async Task What_is_refused_is_told_in_the_stream_where_a_browser_can_read_it(string query)
    {
        await using var stream = new OpenStream(_api, new { query });
        Assert.That((await stream.AnswerAsync()).GetProperty("errors").GetArrayLength(), Is.Positive);
        Assert.That((await stream.NextAsync(), stream.Response.StatusCode), Is.EqualTo((("complete", ""), 200)));
    }

    [Test]
    public async Task A_document_that_nobody_knows_is_told_in_the_stream()
    {
        await using var stream = new OpenStream(_api, new { documentId = "unknown" });
        Assert.That((await stream.AnswerAsync()).GetProperty("errors")[0].At("extensions", "code").GetString(), Is.EqualTo("DOCUMENT_NOT_FOUND"));
    }

    [Test]
    public async Task A_client_that_takes_both_gets_a_stream_for_a_subscription_and_an_answer_for_a_query()
    {
        Action<HttpContext> both = context => context.Request.Headers.Accept = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed";
        await using var stream = new OpenStream(_api, new { query = "subscription { editionChanged { position } }" }, both);
        Assert.That(PositionIn(await stream.AnswerAsync()), Is.EqualTo("7"));
        var query = await _api.AskAsync(new { query = "{ site { title } }" }, more: both);
        Assert.That(query.ContentType, Is.EqualTo("application/graphql-response+json; charset=utf-8"));
    }

    [Test]
    public async Task A_subscription_without_a_stream_is_refused()
    {
        var response = await _api.AskAsync(new { query = "subscription { editionChanged { position } }" }, "application/graphql-response+json");
        Assert.That((response.StatusCode, HttpApi.CodeOf(response)), Is.EqualTo((400, "SUBSCRIPTION_NOT_SUPPORTED")));
    }

    [Test]
    public async Task Whoever_asks_the_same_shares_one_answer()
    {
        var subscription = new { query = "subscription { editionChanged { position } }" };
        await using (var first = new OpenStream(_api, subscription))
        {
            Assert.That(PositionIn(await first.AnswerAsync()), Is.EqualTo("7"));
            _api.Publish(8);
            await using var second = new OpenStream(_api, subscription);
            Assert.That(PositionIn(await second.AnswerAsync()), Is.EqualTo("8"), "never older than what is published when it subscribes");
            Assert.That(PositionIn(await first.AnswerAsync()), Is.EqualTo("8"));
            await using var other = new OpenStream(_api, new { query = "subscription { live { site { title } } }" });
            await other.AnswerAsync();
            Assert.That((_api.Service<LiveAnswers>().Questions, _api.Service<OpenStreams>().Count), Is.EqualTo((2, 3)));
        }

        Assert.That((_api.Service<LiveAnswers>().Questions, _api.Service<OpenStreams>().Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Many_who_leave_and_come_at_once_are_all_answered()
    {
        var subscription = new { query = "subscription { editionChanged { position } }" };
        var readers = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await using var stream = new OpenStream(_api, subscription);
                Assert.That(long.Parse(PositionIn(await stream.AnswerAsync())!, System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThanOrEqualTo(7));
            }
        })).ToList();
        for (var position = 8; position < 40; position++)
        {
            _api.Publish(position);
        }

        await Task.WhenAll(readers);
        Assert.That((_api.Service<LiveAnswers>().Questions, _api.Service<OpenStreams>().Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task One_client_does_not_take_all_the_streams()
    {
        await using var small = new HttpApi(settings: (EventStreamOptions.Section + ":MaxStreamsPerClient", "1"));
        var subscription = new { query = "subscription { editionChanged { position } }" };
        await using var first = new OpenStream(small, subscription);
        await first.AnswerAsync();
        var second = await small.AskAsync(subscription, "text/event-stream", context => context.Connection.RemoteIpAddress = first.Address);
        Assert.That((second.StatusCode, HttpApi.CodeOf(second)), Is.EqualTo((429, "TOO_MANY_STREAMS")));
        await using var other = new OpenStream(small, subscription, context => context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("192.0.2.9"));
        Assert.That(PositionIn(await other.AnswerAsync()), Is.EqualTo("7"));
    }

    [Test]
    public async Task Whoever_leaves_makes_room_for_the_next()
    {
        await using var small = new HttpApi(settings: (EventStreamOptions.Section + ":MaxStreams", "1"));
        var subscription = new { query = "subscription { editionChanged { position } }" };
        await using (var first = new OpenStream(small, subscription))
        {
            await first.AnswerAsync();
            var second = await small.AskAsync(subscription, "text/event-stream");
            Assert.That((second.StatusCode, HttpApi.CodeOf(second), second.Headers.RetryAfter.ToString()), Is.EqualTo((503, "TOO_MANY_STREAMS", "10")));
        }

        Assert.That(small.Service<OpenStreams>().Count, Is.Zero);
        await using var third = new OpenStream(small, subscription);
        Assert.That(PositionIn(await third.AnswerAsync()), Is.EqualTo("7"));
    }

    [Test]
    public async Task A_server_that_stops_lets_go_without_a_word_so_that_clients_come_back()
    {
        await using var stream = new OpenStream(_api, new { query = "subscription { editionChanged { position } }" });
        await stream.AnswerAsync();
        _api.StopHost();
        Assert.That(await stream.NextAsync(), Is.EqualTo(("", "")), "ended, and not complete");
        Assert.That(_api.Service<OpenStreams>().Count, Is.Zero);
    }

    [Test]
    public async Task A_stream_outlives_a_change_of_document_types()
    {
        await using var stream = new OpenStream(_api, new { query = "subscription { live { __type(name: \"Nyt\") { name } } }" });
        Assert.That((await stream.AnswerAsync()).At("data", "live", "__type").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        _api.Library.Types = new ContentSchema(
            _api.Library.Types.Languages, _api.Library.Types.DataTypes, [.. _api.Library.Types.ContentTypes, new ContentType { Key = Guid.NewGuid(), Kind = NodeKind.Document, Alias = "nyt", Name = "Nyt" }]);
        _api.Publish(8);
        Assert.That((await stream.AnswerAsync()).At("data", "live", "__type", "name").GetString(), Is.EqualTo("Nyt"));
    }

    private static string? PositionIn(System.Text.Json.JsonElement answer) => answer.At("data", "editionChanged", "position").GetString();

    private static string?[] TitlesIn(System.Text.Json.JsonElement answer) => answer.At("data", "occurrencesChanged", "nodes").Texts("title");

    // The stream sets its clocks after it has answered; two run when it waits: the sign of life, and the next moment.
    private Task SetAsync(TimeSpan ahead)
    {
        _clock.Ahead = ahead;
        return TurnAsync(_clock.Now.AddSeconds(15));
    }

    private async Task TurnAsync(DateTimeOffset to)
    {
        while (_clock.Running < 2)
        {
            await Task.Yield();
        }

        _clock.Now = to;
    }
}
