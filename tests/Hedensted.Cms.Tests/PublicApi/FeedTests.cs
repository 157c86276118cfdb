using System.Globalization;
using System.Net;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Testing;

namespace Hedensted.Cms.Tests.PublicApi;

/// <summary>The feeds of the running program, as partners fetch them while editors work.</summary>
public class FeedTests
{
    [Test]
    public async Task A_partner_who_asks_what_changed_hears_of_what_was_published_changed_and_taken_down()
    {
        using var editor = await BackofficeSession.SignInAsync(RunningSite.Cms.Address, CmsProcess.AdministratorEmail, CmsProcess.AdministratorPassword);
        var since = await WhenAsync("/api/v1/events");
        var name = $"Fortælletime {Guid.NewGuid():N}";
        var (id, published) = await editor.PublishEventAsync(name, new DateTime(2031, 1, 2, 10, 0, 0));
        var uuid = OccurrenceIds.Of(id);

        var news = await ChangesAsync(since, published);
        var gone = await ChangesAsync(since, await DoAsync(editor, $"/document/{id}/unpublish", new { cultures = (string[]?)null }));
        using var one = await RunningSite.Http.GetAsync(At($"/feeds/occurrences/{uuid}.ics"));
        var back = await ChangesAsync(since, await DoAsync(editor, $"/document/{id}/publish", new { publishSchedules = new[] { new { culture = (string?)null, schedule = (object?)null } } }));
        Assert.Multiple(() =>
        {
            Assert.That(Of(news).GetProperty("title").GetString(), Is.EqualTo(name));
            Assert.That(Of(gone).GetProperty("deleted").GetBoolean());
            Assert.That(one.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(Of(back).GetProperty("title").GetString(), Is.EqualTo(name));
        });

        JsonElement Of(JsonElement changes) => changes.EnumerateArray().Single(change => change.GetProperty("uuid").GetGuid() == uuid);
    }

    [TestCase("/feeds/events.ics", "text/calendar")]
    [TestCase("/feeds/events.rss", "application/rss+xml")]
    [TestCase("/feeds/events.json", "application/ld+json")]
    [TestCase("/api/v1/events", "application/json")]
    [TestCase("/api/v1/opening_hours", "application/json")]
    public async Task Everybody_may_read_and_nobody_may_write(string address, string mediaType)
    {
        using var get = await RunningSite.Http.GetAsync(At(address));
        using var head = await RunningSite.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, At(address)));
        using var again = await RunningSite.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, At(address)) { Headers = { IfNoneMatch = { get.Headers.ETag! } } });
        using var asked = await RunningSite.Http.SendAsync(new HttpRequestMessage(HttpMethod.Options, At(address)));
        using var post = await RunningSite.Http.PostAsync(At(address), new StringContent("x"));
        Assert.Multiple(() =>
        {
            Assert.That(get.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(get.Content.Headers.ContentType!.MediaType, Is.EqualTo(mediaType));
            Assert.That(get.Headers.GetValues("Access-Control-Allow-Origin").Single(), Is.EqualTo("*"));
            Assert.That(get.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(get.Content.Headers.ContentLength));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(asked.Headers.GetValues("Access-Control-Allow-Methods").Single(), Is.EqualTo("GET, HEAD"));
            Assert.That(post.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(post.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(post.Content.Headers.Allow, Is.EquivalentTo(new[] { "GET", "HEAD", "OPTIONS" }));
        });
    }

    private static Uri At(string address) => new(RunningSite.Cms.Address, address);

    private static async Task<long> DoAsync(BackofficeSession editor, string path, object body)
    {
        using var response = await editor.CallAsync(HttpMethod.Put, path, body);
        response.EnsureSuccessStatusCode();
        return BackofficeSession.PositionOf(response);
    }

    // The moment that a partner goes on from: the Date of an answer.
    private static async Task<DateTimeOffset> WhenAsync(string address)
    {
        using var response = await RunningSite.Http.GetAsync(At(address));
        return response.Headers.Date!.Value;
    }

    private static async Task<JsonElement> ChangesAsync(DateTimeOffset since, long position)
    {
        var moment = Uri.EscapeDataString(since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        using var request = new HttpRequestMessage(HttpMethod.Get, At($"/api/v1/events?modifiedSince={moment}")) { Headers = { { "Hedensted-Min-Position", position.ToString(CultureInfo.InvariantCulture) } } };
        using var response = await RunningSite.Http.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
