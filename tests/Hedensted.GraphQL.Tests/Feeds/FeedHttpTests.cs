using Hedensted.GraphQL.Feeds;
using Hedensted.GraphQL.Feeds.Http;
using Hedensted.GraphQL.Tests.Http;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Tests.Feeds;

/// <summary>What a feed is in HTTP: what is asked, what is refused, and who need not fetch it again.</summary>
public class FeedHttpTests
{
    private static readonly string[] Addresses = [.. PublicFeeds.All.Where(feed => feed.Operation.Path.Count == 0).Select(feed => feed.Pattern)];

    [TestCaseSource(nameof(Addresses))]
    public async Task Whoever_has_the_answer_is_told_so(string address)
    {
        var library = new Library();
        library.Event("Før", "2026-11-25 10:00:00", "2026-11-25 12:30:00");
        library.Event("Efter", "2026-12-03 19:00:00", "2026-12-03 21:00:00");
        library.Clock.Now = Library.Now.AddMinutes(-45);
        await using var api = new FeedApi(library);
        library.Clock.Now = Library.Now;
        var first = await api.GetAsync(address);
        var (tag, modified) = (first.Headers.ETag, first.Headers.LastModified);

        var byTag = await api.GetAsync(address, request => request.Headers.IfNoneMatch = $"\"other\", W/{tag}");
        var byTime = await api.GetAsync(address, request => request.Headers.IfModifiedSince = modified);
        var byOtherTag = await api.GetAsync(address, request => (request.Headers.IfNoneMatch, request.Headers.IfModifiedSince) = ("\"other\"", modified));
        var earlier = await api.GetAsync(address, request => request.Headers.IfModifiedSince = library.Clock.Now.AddHours(-2).ToString("R"));
        var ahead = await api.GetAsync(address, request => request.Headers.IfModifiedSince = library.Clock.Now.AddDays(1).ToString("R"));
        var head = await api.GetAsync(address, request => request.Method = "HEAD");
        Assert.Multiple(() =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(200));
            Assert.That(first.Headers.CacheControl.ToString(), Is.EqualTo("public, max-age=5, stale-while-revalidate=5"));
            Assert.That(first.Headers.AccessControlAllowOrigin.ToString(), Is.EqualTo("*"));
            Assert.That(first.Headers.Link.ToString(), Does.Contain("rel=\"license\""));
            Assert.That(byTag.StatusCode, Is.EqualTo(304));
            Assert.That(byTag.Body.Length, Is.Zero);
            Assert.That(byTag.Headers.ETag, Is.EqualTo(tag));
            Assert.That(byTime.StatusCode, Is.EqualTo(304));
            Assert.That(byOtherTag.StatusCode, Is.EqualTo(200), "A tag decides alone.");
            Assert.That(earlier.StatusCode, Is.EqualTo(200));
            Assert.That(ahead.StatusCode, Is.EqualTo(200), "told by a clock that was ahead");
            Assert.That(head.StatusCode, Is.EqualTo(200));
            Assert.That(head.Body.Length, Is.Zero);
            Assert.That(head.ContentLength, Is.EqualTo(first.ContentLength));
            Assert.That(head.Headers.ETag, Is.EqualTo(tag));
        });
    }

    [Test]
    public async Task Nothing_is_kept_past_the_next_start_or_end_and_then_it_is_another_answer()
    {
        var library = new Library();
        library.Event("Snart slut", "2026-11-25 11:00:00", "2026-11-25 13:00:03"); // at 12:00:03 UTC
        await using var api = new FeedApi(library);
        library.Clock.Now = Library.Now.AddSeconds(1);
        for (var i = 0; i < 3; i++)
        {
            await api.GetAsync("/feeds/events.json"); // often enough to be kept
        }

        var before = await api.GetAsync("/feeds/events.json");
        library.Clock.Now = Library.Now.AddSeconds(3);
        var at = await api.GetAsync("/feeds/events.json", request => request.Headers.IfNoneMatch = before.Headers.ETag);
        library.Clock.Now = Library.Now.AddSeconds(4);
        var after = await api.GetAsync("/feeds/events.json", request => request.Headers.IfModifiedSince = before.Headers.LastModified);
        Assert.Multiple(() =>
        {
            Assert.That(before.Headers.CacheControl.ToString(), Is.EqualTo("public, max-age=2"));
            Assert.That(before.Headers.LastModified.ToString(), Is.EqualTo("Wed, 25 Nov 2026 12:00:00 GMT"), "When the edition was made: nothing has begun or ended since.");
            Assert.That(FeedApi.TextOf(before), Does.Contain("Snart slut"));
            Assert.That(at.StatusCode, Is.EqualTo(200));
            Assert.That(at.Headers.LastModified.Count, Is.Zero, "The second in which it changed lasts still.");
            Assert.That(FeedApi.TextOf(at), Does.Not.Contain("Snart slut"));
            Assert.That(after.StatusCode, Is.EqualTo(200));
            Assert.That(after.Headers.LastModified.ToString(), Is.EqualTo("Wed, 25 Nov 2026 12:00:03 GMT"));
        });
    }

    [TestCase("branch=findes-ikke", "branch", "hedensted")]
    [TestCase("series=findes-ikke", "series", "")]
    [TestCase("focusArea=findes-ikke", "focusArea", "store")]
    [TestCase("audience=CHILDREN,GOATS", "audience", "YOUNG_PEOPLE")]
    [TestCase("kind=", "kind", "leave the parameter out")]
    [TestCase("from=24-12-2026", "from", "2026-12-24")]
    [TestCase("from=2026-12-24&from=2026-12-25", "from", "more than once")]
    [TestCase("from=2026-12-24&to=2026-12-23", "to", "Swap")]
    [TestCase("limit=0", "limit", "from 1 to 10000")]
    [TestCase("brnach=hedensted", "brnach", "branch, series, focusArea, audience, kind, from, to, limit")]
    public async Task What_is_not_understood_is_refused_by_name_with_the_remedy(string query, string parameter, string remedy)
    {
        await using var api = new FeedApi();
        foreach (var address in new[] { "/feeds/events.ics", "/feeds/events.rss", "/feeds/events.json" })
        {
            var response = await api.GetAsync($"{address}?{query}");
            using var problem = HttpApi.Read(response);
            Assert.Multiple(() =>
            {
                Assert.That(response.StatusCode, Is.EqualTo(400));
                Assert.That(response.ContentType, Is.EqualTo("application/problem+json"));
                Assert.That(response.Headers.CacheControl.ToString(), Is.EqualTo("no-store"));
                Assert.That(response.Headers.AccessControlAllowOrigin.ToString(), Is.EqualTo("*"));
                Assert.That(problem.RootElement.At("status").GetInt32(), Is.EqualTo(400));
                Assert.That(problem.RootElement.At("title").GetString(), Is.EqualTo("Bad Request"));
                Assert.That(problem.RootElement.At("parameter").GetString(), Is.EqualTo(parameter));
                Assert.That(problem.RootElement.At("detail").GetString(), Does.Contain(remedy));
            });
        }
    }

    [Test]
    public async Task Every_filter_narrows()
    {
        var library = new Library();
        var (house, other) = (library.Add("branch", "Huset", new { title = "Huset" }), library.Add("outreachPlace", "Skolen", new { title = "Skolen" }));
        var area = library.Existing("focusArea");
        library.Event("A", "2026-12-01 10:00:00", "2026-12-01 12:00:00", new { place = house, audiences = new[] { "Børn" } });
        library.Event("B", "2026-12-05 10:00:00", "2026-12-05 12:00:00", new { place = other, kind = "Forløb", focusAreas = new[] { area } });
        library.Event("C", "2026-11-30 10:00:00", "2026-12-31 12:00:00", new { audiences = new[] { "Unge" } });
        library.Event("D", "2026-11-01 10:00:00", "2026-11-01 12:00:00", new { place = house });
        library.Add("eventSeries", "Serie", new { title = "E", extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2027-01-02 19:00:00") }) });
        await using var api = new FeedApi(library);
        var areaSlug = library.Ask("query($id: ID!) { focusArea(id: $id) { slug } }", new { id = area }).At("focusArea", "slug").GetString();

        async Task<string> Titles(string query) => string.Concat(
            System.Text.Json.JsonDocument.Parse(await api.ReadAsync($"/feeds/events.json?{query}")).RootElement.At("itemListElement").EnumerateArray().Select(item => item.At("item", "name").GetString()));
        Assert.Multiple(async () =>
        {
            Assert.That(await Titles("kind=EVENT,COURSE"), Is.EqualTo("CABE"));
            Assert.That(await Titles("branch=huset"), Is.EqualTo("A"));
            Assert.That(await Titles("branch=huset,skolen"), Is.EqualTo("AB"));
            Assert.That(await Titles("branch=huset&branch=skolen&limit=1"), Is.EqualTo("A"));
            Assert.That(await Titles("branch=huset&from=2026-11-01"), Is.EqualTo("DA"));
            Assert.That(await Titles($"focusArea={areaSlug}"), Is.EqualTo("B"));
            Assert.That(await Titles("audience=children,YOUNG_PEOPLE"), Is.EqualTo("CA"));
            Assert.That(await Titles("from=2026-12-02&to=2026-12-05"), Is.EqualTo("CB"));
            Assert.That(await Titles("series=serie"), Is.EqualTo("E"));
        });
    }

    [Test]
    public async Task What_is_kept_is_bounded_and_what_changed_is_seen_at_once()
    {
        var library = new Library();
        library.Event("Gammel", "2026-12-03 19:00:00", "2026-12-03 21:00:00");
        await using var api = new FeedApi(library, settings: ("Hedensted:GraphQL:FeedBytes", "100000"));
        for (var limit = 1; limit <= 300; limit++)
        {
            await api.GetAsync($"/feeds/events.ics?limit={limit}");
            await api.GetAsync($"/feeds/events.ics?limit={limit}");
        }

        Assert.That(api.Service<FeedEndpoint>().CachedBytes, Is.InRange(1, 100_000));
        library.Event("Ny", "2026-12-04 19:00:00", "2026-12-04 21:00:00");
        api.Publish(8);
        var after = await api.GetAsync("/feeds/events.ics?limit=300");
        Assert.Multiple(() =>
        {
            Assert.That(FeedApi.TextOf(after), Does.Contain("SUMMARY:Ny"));
            Assert.That(after.Headers["Hedensted-Position"].ToString(), Is.EqualTo("8"));
        });
    }

    [Test]
    public async Task Whoever_has_spent_their_share_is_told_when_to_come_back()
    {
        await using var api = new FeedApi(null, ("Hedensted:GraphQL:Budget:UnitsPerSecond", "10"), ("Hedensted:GraphQL:Budget:Burst", "10"));
        await api.GetAsync("/feeds/events.json");
        var refused = await api.GetAsync("/feeds/events.json");
        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(StatusCodes.Status429TooManyRequests));
            Assert.That(refused.Headers.RetryAfter.ToString(), Is.Not.Empty);
            Assert.That(refused.ContentType, Is.EqualTo("application/problem+json"));
        });
    }
}
