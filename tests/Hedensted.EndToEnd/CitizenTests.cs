using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>What a citizen meets: the calendar, an event, the strategy – with eyes, keyboard and without scripts.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class CitizenTests : SiteTests
{
    private static readonly string[] Pages = ["/", "/dialogmoeder", "/strategi", "/strategi/kerneopgave", "/steder", "/steder/hedensted", "/?s=findesikke", "/findes-ikke"];

    [TestCaseSource(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_desktop(string path) => await AssertAccessibleAsync(path, 1280, 900, phone: false);

    [TestCaseSource(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_phone(string path) => await AssertAccessibleAsync(path, 390, 844, phone: true);

    [Test]
    public async Task Axe_finds_nothing_on_any_event_or_focus_area()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/"));
        var links = await page.Locator(".card h3 a, .site-footer ul a[href^='/strategi']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href')))]");
        Assert.That(links, Has.Length.GreaterThan(8));
        foreach (var link in links)
        {
            await page.GotoAsync(At(link));
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty, link);
        }
    }

    [Test]
    public async Task No_page_sets_a_cookie_or_asks_anybody_else()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        var others = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Cms.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                others.Add(request.Url);
            }
        };
        foreach (var path in Pages)
        {
            await page.GotoAsync(At(path));
        }

        Assert.Multiple(async () =>
        {
            Assert.That(others, Is.Empty);
            Assert.That(await window.CookiesAsync(), Is.Empty);
        });
    }

    [Test]
    public async Task A_citizen_without_scripts_finds_the_dialogue_meeting()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await page.GotoAsync(At("/"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Dialogmøder", Exact = true }).First.ClickAsync();
        await page.Locator(".card a").First.ClickAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator(".eyebrow").InnerTextAsync(), Does.Contain("Dialogmøde"));
            Assert.That(await page.GetByRole(AriaRole.Heading, new() { Name = "Spørgsmål vi vil tale om" }).IsVisibleAsync());
            Assert.That(await page.GetByRole(AriaRole.Heading, new() { Name = "Spilleregler" }).IsVisibleAsync());
            Assert.That(await page.Locator(".facts dt", new() { HasText = "Hvornår" }).IsVisibleAsync());
        });
    }

    [Test]
    public async Task The_calendar_is_narrowed_by_house_audience_focus_area_date_and_words()
    {
        var title = $"Fortælletime {Guid.NewGuid():N}";
        using var editor = await SignInAsync();
        await editor.PublishEventAsync(title, DanishTime.Today.AddDays(40).AddHours(10));
        var day = DanishTime.Today.AddDays(40).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var before = DanishTime.Today.AddDays(39).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        async Task<bool> ShowsAsync(string query)
        {
            await page.GotoAsync(At($"/?s=Fort%C3%A6lletime{query}"));
            return await page.GetByText(title).CountAsync() > 0;
        }

        Assert.Multiple(async () =>
        {
            Assert.That(await ShowsAsync(""), "words");
            Assert.That(await ShowsAsync($"&fra={day}&til={day}"), "its day");
            Assert.That(await ShowsAsync($"&fra={before}&til={before}"), Is.False, "another day");
            Assert.That(await ShowsAsync("&hus=hedensted"), "its house");
            Assert.That(await ShowsAsync("&hus=toerring"), Is.False, "another house");
            Assert.That(await ShowsAsync("&for=ADULTS"), "its audience");
            Assert.That(await ShowsAsync("&for=TODDLERS"), Is.False, "another audience");
            Assert.That(await ShowsAsync("&fokus=hoved-haender-og-krop"), Is.False, "another focus area");
        });
    }

    [Test]
    public async Task The_strategy_can_be_read_from_end_to_end()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/strategi"));
        var read = new List<string>();
        while (await page.GetByText("Læs videre:").CountAsync() > 0)
        {
            await page.GetByText("Læs videre:").ClickAsync();
            read.Add(await page.Locator("main").InnerTextAsync());
        }

        var text = string.Join("\n", read);
        Assert.Multiple(() =>
        {
            Assert.That(read, Has.Count.GreaterThanOrEqualTo(6));
            Assert.That(text, Does.Contain("Med væredygtighed mener vi evnen til at leve meningsfulde liv i en foranderlig verden."));
            Assert.That(text, Does.Contain("Borgernes engagement er vores succeskriterie"));
            Assert.That(text, Does.Contain("Så vi er folkebibliotek, men lige så vigtig folkets bibliotek."));
        });
    }

    [Test]
    public async Task A_missing_page_says_so_and_shows_the_way()
    {
        await using var window = await Browser.OpenAsync();
        var page = await window.NewPageAsync();
        var answer = await page.GotoAsync(At("/arrangementer/findes-ikke"));

        Assert.Multiple(async () =>
        {
            Assert.That(answer!.Status, Is.EqualTo(404));
            Assert.That(await page.GetByRole(AriaRole.Heading, new() { Name = "Siden findes ikke" }).IsVisibleAsync());
            Assert.That(await page.GetByRole(AriaRole.Link, new() { Name = "Se hvad der sker på biblioteket" }).IsVisibleAsync());
        });
    }

    private async Task AssertAccessibleAsync(string path, int width, int height, bool phone)
    {
        await using var window = await Browser.OpenAsync(width, height, phone);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At(path));
        Assert.Multiple(async () =>
        {
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty);
            Assert.That(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "the page scrolls sideways");
        });
    }
}
