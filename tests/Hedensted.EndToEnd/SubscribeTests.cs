using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>How a citizen takes the calendar home: subscribes to it, puts one date into it, and is found by search engines.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class SubscribeTests : SiteTests
{
    private const string Subscribe = "Abonnér på kalenderen";
    private const string Add = "Læg i kalender";

    [TestCase("/", "/feeds/events.ics")]
    [TestCase("/?hus=hedensted&for=ADULTS", "/feeds/events.ics?branch=hedensted&audience=ADULTS")]
    [TestCase("/steder/hedensted", "/feeds/events.ics?branch=hedensted")]
    public async Task Pages_with_dates_offer_what_they_show_as_a_calendar(string path, string feed) => await AssertOfferedAsync(path, feed);

    [Test]
    public async Task A_focus_area_offers_its_own_calendar()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/"));
        var path = await page.Locator(".site-footer ul a[href^='/strategi/']").First.GetAttributeAsync("href");

        await AssertOfferedAsync(path!, $"/feeds/events.ics?focusArea={path!.Split('/')[^1]}");
    }

    [Test]
    public async Task A_date_is_put_into_ones_own_calendar_and_the_page_tells_search_engines_the_same()
    {
        var title = $"Brætspil </script> {Guid.NewGuid():N}";
        using var editor = await SignInAsync();
        await editor.PublishEventAsync(title, new DateTime(2031, 3, 4, 19, 0, 0));
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/?fra=2031-03-04"));
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await PictureAsync(page, "arrangement-laeg-i-kalender");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = Add }).First.ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        var data = JsonDocument.Parse(await page.Locator("script[type='application/ld+json']").TextContentAsync() ?? "").RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(download.SuggestedFilename, Is.EqualTo("arrangement.ics"));
            Assert.That(text.Replace("\r\n ", "", StringComparison.Ordinal), Does.Contain($"SUMMARY:{title}").And.Contain("DTSTART;TZID=Europe/Copenhagen:20310304T190000"));
            Assert.That(data.GetProperty("@type").GetString(), Is.EqualTo("Event"));
            Assert.That(data.GetProperty("name").GetString(), Is.EqualTo(title));
            Assert.That(data.GetProperty("startDate").GetString(), Is.EqualTo("2031-03-04T19:00:00+01:00"));
            Assert.That(data.GetProperty("url").GetString(), Is.EqualTo(page.Url));
        });
        Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
    }

    [Test]
    public async Task A_series_can_be_followed_and_each_of_its_dates_taken_along()
    {
        using var http = new HttpClient { BaseAddress = Cms.Address };
        var series = JsonDocument.Parse(await http.GetStringAsync(new Uri("/graphql?query={events(first:100){nodes{__typename path slug occurrences(where:{relative:UPCOMING}){totalCount}}}}", UriKind.Relative)))
            .RootElement.GetProperty("data").GetProperty("events").GetProperty("nodes").EnumerateArray()
            .First(node => node.GetProperty("__typename").GetString() == "EventSeries" && node.GetProperty("occurrences").GetProperty("totalCount").GetInt32() > 1);
        var path = series.GetProperty("path").GetString()!;
        await AssertOfferedAsync(path, $"/feeds/events.ics?series={series.GetProperty("slug").GetString()}");

        await using var window = await Browser.OpenAsync(390, 844, phone: true);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At(path));
        await PictureAsync(page, "serie-paa-telefon");
        var dates = await page.GetByRole(AriaRole.Link, new() { Name = Add }).CountAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(dates, Is.EqualTo(series.GetProperty("occurrences").GetProperty("totalCount").GetInt32() + 1), "Each date, and the next one beside its time.");
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
        });
    }

    [Test]
    public async Task A_developer_tries_the_feeds_on_their_page()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(At("/swagger"));
        await page.GetByText("/api/v1/opening_hours").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Server response")).ToBeVisibleAsync();
        await PictureAsync(page, "swagger");

        Assert.That(complaints, Is.Empty);
    }

    private async Task AssertOfferedAsync(string path, string feed)
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At(path));
        var link = page.GetByRole(AriaRole.Link, new() { Name = Subscribe });
        await link.ScrollIntoViewIfNeededAsync();
        await PictureAsync(page, "abonner" + path.Replace('/', '-').Split('?')[0] + (path.Contains('?', StringComparison.Ordinal) ? "-valgt" : ""));
        var alternates = await page.Locator("link[rel=alternate]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Multiple(async () =>
        {
            Assert.That(await link.GetAttributeAsync("href"), Is.EqualTo($"webcal://{Cms.Address.Authority}{feed}"));
            Assert.That(alternates, Is.EqualTo(new[] { feed, feed.Replace(".ics", ".rss", StringComparison.Ordinal), feed.Replace(".ics", ".json", StringComparison.Ordinal) }));
        });
        using var http = new HttpClient { BaseAddress = Cms.Address };
        foreach (var alternate in alternates)
        {
            using var answer = await http.GetAsync(new Uri(alternate, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), alternate);
        }
    }

    private static Task PictureAsync(IPage page, string name) => Environment.GetEnvironmentVariable("HEDENSTED_TEST_PICTURES") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") })
        : Task.CompletedTask;
}
