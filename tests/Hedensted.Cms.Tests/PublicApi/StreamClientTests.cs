using System.Text.Json;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>Subscriptions as the programs of others read them: with <c>graphql-sse</c>, and with a browser's own event source.</summary>
public class StreamClientTests
{
    [Test]
    public async Task What_an_editor_publishes_reaches_who_has_subscribed()
    {
        // What others read at the same time must not change under them.
        await using var cms = await CmsProcess.StartAsync();
        await using var client = NodeClient.Start("streams.js", new Uri(cms.Address, "/graphql").ToString());
        await client.SendAsync(new
        {
            id = "program",
            subscribe = new { query = "subscription($first: Int) { occurrencesChanged(first: $first, where: { relative: UPCOMING }) { nodes { title } } }", variables = new { first = 50 } },
        });
        Assert.That(Titles(await client.ReadAsync()), Has.None.EqualTo("Sendt mens vi så på"));
        using var editor = await BackofficeSession.SignInAsync(cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        await editor.PublishEventAsync("Sendt mens vi så på", DanishTime.Today.AddDays(1).AddHours(10));
        Assert.That(Titles(await client.ReadAsync()), Has.One.EqualTo("Sendt mens vi så på"));
        await client.SendAsync(new { id = "program", leave = true });
        Assert.That((await client.ReadAsync()).GetProperty("complete").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Two_streams_of_one_client_are_two_connections()
    {
        await using var client = NodeClient.Start("streams.js", RunningSite.Address);
        await client.SendAsync(new { id = "a", subscribe = new { query = "subscription { editionChanged { position } }" } });
        Assert.That((await client.ReadAsync()).GetProperty("id").GetString(), Is.EqualTo("a"));
        await client.SendAsync(new { id = "b", subscribe = new { query = "subscription { live { site { title } } }" } });
        Assert.That((await client.ReadAsync()).GetProperty("id").GetString(), Is.EqualTo("b"));
    }

    [Test]
    public async Task A_query_is_answered_and_complete()
    {
        await using var client = NodeClient.Start("streams.js", RunningSite.Address);
        await client.SendAsync(new { id = "q", subscribe = new { query = "{ site { title } }" } });
        Assert.That((await client.ReadAsync()).GetProperty("next").GetProperty("data").GetProperty("site").GetProperty("title").GetString(), Is.Not.Empty);
        Assert.That((await client.ReadAsync()).GetProperty("complete").GetBoolean(), Is.True);
    }

    [Test]
    public async Task What_is_refused_is_told_and_complete()
    {
        await using var client = NodeClient.Start("streams.js", RunningSite.Address);
        await client.SendAsync(new { id = "q", subscribe = new { query = "subscription { nothing }" } });
        Assert.That((await client.ReadAsync()).GetProperty("next").GetProperty("errors").GetArrayLength(), Is.EqualTo(1));
        Assert.That((await client.ReadAsync()).GetProperty("complete").GetBoolean(), Is.True);
    }

    // A browser's EventSource can only GET; this is what it sends and reads.
    [Test]
    public async Task An_event_source_reads_a_subscription_with_get()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, RunningSite.Address + "?query=" + Uri.EscapeDataString("subscription { editionChanged { position } }"));
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var read = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            read.Add(await lines.ReadLineAsync());
        }

        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/event-stream; charset=utf-8"));
            Assert.That(read[..3], Is.EqualTo(new[] { ":", "", "event: next" }));
            Assert.That(read[3], Does.Match("""^data: \{"data":\{"editionChanged":\{"position":"\d+"\}\}\}$"""));
            Assert.That(read[4], Is.Empty);
        });
    }

    private static IEnumerable<string?> Titles(JsonElement line) => line.GetProperty("next").GetProperty("data").GetProperty("occurrencesChanged")
        .GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString());
}
