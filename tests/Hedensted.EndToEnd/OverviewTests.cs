using System.Globalization;
using System.Net;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A Monday morning: what happens, what is planned, what is not finished, is it out – and how was it now one did that?</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class OverviewTests : BackofficeTests
{
    private const string Calendar = "hedensted-calendar-dashboard";
    private const string Handbook = "hedensted-handbook-modal";

    [Test]
    public async Task An_editor_sees_the_month_finds_a_collision_goes_on_with_a_draft_sees_it_out_and_looks_it_up()
    {
        var tomorrow = DanishTime.Today.AddDays(1);
        var (published, draft) = ($"Højtlæsning {Guid.NewGuid():N}"[..20], $"Læseklub {Guid.NewGuid():N}"[..18]);
        using var session = await SignInAsync();
        await session.PublishEventAsync(published, tomorrow.AddHours(10));
        var draftKey = await session.DraftEventAsync(draft, tomorrow.AddHours(11));

        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync("section/content/dashboard/kalender");
        var day = page.Locator($"{Calendar} td[data-day='{tomorrow:yyyy-MM-dd}']");
        await Assertions.Expect(day).ToContainTextAsync(published);
        await Assertions.Expect(day).ToContainTextAsync("med sammenfald");
        Assert.That(await Accessibility.BreachesAsync(page, Calendar), Is.Empty);

        // With the keyboard alone: from today to tomorrow, into the day, and back a month.
        await page.Locator($"{Calendar} td[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(day).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"{Calendar} #day")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"{Calendar} section")).ToContainTextAsync("Samme sted på samme tid som");
        await backoffice.PictureAsync("calendar");
        var meanwhile = $"Kollegas kladde {Guid.NewGuid():N}"[..22];
        await session.DraftEventAsync(meanwhile, tomorrow.AddHours(15));
        await Assertions.Expect(page.Locator($"{Calendar} section")).ToContainTextAsync(meanwhile);
        await day.FocusAsync();
        await page.Keyboard.PressAsync("PageDown");
        var danish = CultureInfo.GetCultureInfo("da-DK");
        await Assertions.Expect(page.Locator($"{Calendar} h2")).ToHaveTextAsync(tomorrow.AddMonths(1).ToString("MMMM yyyy", danish), new() { IgnoreCase = true });
        await Assertions.Expect(page.Locator($"{Calendar} [role=status]")).ToContainTextAsync(tomorrow.AddMonths(1).ToString("MMMM yyyy", danish), new() { IgnoreCase = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "I dag" }).ClickAsync();
        await page.Locator($"{Calendar} select").SelectOptionAsync(new SelectOptionValue { Label = "Juelsminde Bibliotek" });
        await Assertions.Expect(page.Locator(Calendar).GetByText(published)).ToHaveCountAsync(0);
        await page.Locator($"{Calendar} select").SelectOptionAsync(new SelectOptionValue { Label = "Alle steder" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Vis som liste" }).ClickAsync();
        if (tomorrow.Month != DanishTime.Today.Month)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Næste måned" }).ClickAsync();
        }

        await Assertions.Expect(page.Locator($"{Calendar} .listed").GetByRole(AriaRole.Link, new() { Name = published }).First).ToBeVisibleAsync();
        Assert.That(await Accessibility.BreachesAsync(page, Calendar), Is.Empty);
        await page.SetViewportSizeAsync(820, 1100);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Vis som måned" })).ToHaveCountAsync(0); // where it is narrow there is only the list
        await backoffice.PictureAsync("calendar-narrow");
        await page.SetViewportSizeAsync(1280, 800);

        // What is not finished, and on with it.
        await backoffice.GoToAsync("section/content/dashboard/mine-kladder");
        var mine = page.Locator("hedensted-drafts-dashboard li.draft").Filter(new() { HasText = draft });
        await Assertions.Expect(mine).ToContainTextAsync("Klar til at blive udgivet");
        Assert.That(await Accessibility.BreachesAsync(page, "hedensted-drafts-dashboard"), Is.Empty);
        await backoffice.PictureAsync("drafts");
        await mine.GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync($"**/edit/{draftKey}/**");
        await page.Locator("umb-property").First.WaitForAsync();
        await backoffice.SettledAsync();

        // Out, and where.
        await backoffice.PublishAsync();
        var status = page.Locator("hedensted-live-status");
        await Assertions.Expect(status.GetByRole(AriaRole.Link, new() { Name = "Er på hedensted.dk nu" })).ToBeVisibleAsync();
        await Assertions.Expect(status.Locator("a[href='/skaerm/hedensted']")).ToBeVisibleAsync();
        Assert.That(await Accessibility.BreachesAsync(page, "hedensted-live-status"), Is.Empty);
        await backoffice.PictureAsync("live");
        using (var reader = new HttpClient())
        {
            var address = At((await status.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!);
            Assert.That(WebUtility.HtmlDecode(await reader.GetStringAsync(address)), Does.Contain(draft));
        }

        // When it takes too long, it is said so; and when it comes after all, that.
        var holds = true;
        await page.RouteAsync("**/hedensted/live/**", async route =>
        {
            await (Volatile.Read(ref holds) ? route.FulfillAsync(new() { Json = new { reached = false, visible = false, url = (string?)null, screens = Array.Empty<object>(), servers = 1, behind = new[] { "denne" } } }) : route.ContinueAsync());
        });
        await backoffice.PublishAsync();
        await Assertions.Expect(status).ToContainTextAsync("læserne ser det ikke endnu");
        await backoffice.PictureAsync("live-late");
        Volatile.Write(ref holds, false);
        await Assertions.Expect(status).ToContainTextAsync("Er på hedensted.dk nu");

        // How was it now one did that?
        await page.GetByRole(AriaRole.Button, new() { Name = "Håndbog" }).ClickAsync();
        var book = page.Locator(Handbook);
        await Assertions.Expect(book.GetByRole(AriaRole.Heading, new() { Name = "Skriv og udgiv" })).ToBeVisibleAsync();
        Assert.That(await Accessibility.BreachesAsync(page, Handbook), Is.Empty);
        await backoffice.PictureAsync("handbook");
        await book.GetByRole(AriaRole.Link, new() { Name = "måneden på forsiden" }).ClickAsync();
        await Assertions.Expect(book.GetByRole(AriaRole.Heading, new() { Name = "Overblik", Exact = true })).ToBeVisibleAsync();
        await book.Locator("uui-input input").FillAsync("papirkurv");
        await Assertions.Expect(book.Locator("nav [role=status]")).ToContainTextAsync("sider fundet");
        await book.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "Fortryd" }).ClickAsync();
        await Assertions.Expect(book.GetByRole(AriaRole.Heading, new() { Name = "Hvor længe kan jeg fortryde?" })).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(390, 844);
        await backoffice.PictureAsync("handbook-phone");
        await page.SetViewportSizeAsync(1280, 800);
        Assert.That(page.Url, Does.Contain(draftKey.ToString()), "reading leads nowhere else");
        Assert.That(backoffice.Faults, Is.Empty);
    }
}
