using System.Text.Json.Nodes;
using Hedensted.Bibliotek.Values;
using Hedensted.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace Hedensted.EndToEnd;

/// <summary>Events come from the library's site; an editor settles what is in doubt, adds what only we know, and publishes.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class ImportTests
{
    private const string Dashboard = "hedensted-import-dashboard";

    [Test]
    public async Task An_editor_fetches_settles_a_place_sees_what_is_locked_adds_a_focus_area_and_publishes()
    {
        await using var source = await DplServer.StartAsync();
        await using var cms = await CmsProcess.StartAsync(null, ("Hedensted:Import:Dpl:Url", source.Address.ToString()));
        await using var window = await Browser.OpenAsync();
        await (await BackofficeWindow.SignInAsync(window, cms)).CloseAsync();
        await using var backoffice = await Backoffice.OpenAsync(window, cms);
        var page = backoffice.Page;
        var dashboard = page.Locator(Dashboard);
        var told = dashboard.Locator("[role=status].told");

        // A source that is down changes nothing and says so.
        source.Instead = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await backoffice.GoToAsync("section/content/dashboard/import");
        await Expect(dashboard.GetByText("Alt er på plads")).ToBeVisibleAsync();
        Assert.That(await Accessibility.BreachesAsync(page, Dashboard), Is.Empty);
        await backoffice.PictureAsync("import-empty");
        await PressAsync(dashboard, "Hent nu");
        await Expect(told).ToContainTextAsync("svarede med fejl 503");
        source.Instead = null;

        // What would happen, and then it does.
        source.Events = [Event("Babysang", "Hedensted Bibliotek"), Event("Bålaften", "Spejderhytten", "Spejderne")];
        await PressAsync(dashboard, "Se, hvad næste hentning gør");
        await Expect(told).ToContainTextAsync("2 nye");
        await Expect(dashboard.Locator("section.plan")).ToContainTextAsync("Stedet «Spejderhytten» er ukendt");
        await dashboard.Locator("section.plan summary").First.PressAsync("Enter");
        Assert.That(await Accessibility.BreachesAsync(page, Dashboard), Is.Empty);
        await backoffice.PictureAsync("import-plan");
        await PressAsync(dashboard, "Hent nu");
        await Expect(told).ToContainTextAsync("2 nye");

        // The place, the partner; with the keyboard alone.
        var place = dashboard.Locator(".questions li").Filter(new() { HasText = "Spejderhytten" }).First;
        Assert.That(await Accessibility.BreachesAsync(page, Dashboard), Is.Empty);
        await backoffice.PictureAsync("import-queue");
        await page.SetViewportSizeAsync(390, 844);
        Assert.That(await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"), Is.True, "nothing sticks out on a phone");
        await backoffice.PictureAsync("import-phone");
        await page.SetViewportSizeAsync(1280, 800);
        await place.Locator("select[name=target]").SelectOptionAsync(new SelectOptionValue { Label = "Tørring Bibliotek" });
        await place.GetByRole(AriaRole.Button, new() { Name = "Gem valget" }).PressAsync("Enter");
        await Expect(told).ToContainTextAsync("Valget for «Spejderhytten» er gemt");
        await Expect(dashboard.Locator("#queue")).ToBeFocusedAsync();
        var partner = dashboard.Locator(".questions li").Filter(new() { HasText = "Spejderne" });
        await partner.Locator("select[name=type]").SelectOptionAsync("Forening");
        await PressAsync(partner, "Opret som partner");
        await Expect(dashboard.GetByText("Alt er på plads")).ToBeVisibleAsync();
        await PressAsync(dashboard, "Hent nu");
        await Expect(told).ToContainTextAsync("1 ændret");
        await backoffice.PictureAsync("import-report");

        // What the source says is locked, and what it does not say is the editor's.
        await dashboard.GetByRole(AriaRole.Link, new() { Name = "Bålaften", Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync("**/workspace/document/edit/**");
        await page.Locator("umb-property").First.WaitForAsync();
        await backoffice.SettledAsync();
        await Expect(backoffice.Field("title")).ToContainTextAsync("Låst: rettes på 127.0.0.1");
        await Expect(backoffice.Field("title").Locator("input")).ToHaveJSPropertyAsync("readOnly", true);
        var foot = page.Locator("hedensted-lock-foot");
        await Expect(foot.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^https://hedenstedbib.example/"));
        Assert.That(await Accessibility.BreachesAsync(page, "hedensted-lock-foot"), Is.Empty);
        await backoffice.PictureAsync("import-locked");
        await backoffice.TabAsync("Fokus");
        await backoffice.PickAsync("focusAreas", "Forpligtende fællesskaber");
        await backoffice.PublishAsync();

        // The source goes on as ever, and leaves the editor's in peace.
        source.Events[1]!["state"] = "Cancelled";
        await backoffice.GoToAsync("section/content/dashboard/import");
        await PressAsync(dashboard, "Hent nu");
        await Expect(told).ToContainTextAsync("1 ændret");
        using var reader = new HttpClient { BaseAddress = cms.Address };
        var question = Uri.EscapeDataString("{ occurrences(first: 100) { nodes { title status focusAreas { slug } partners: event { partners { title } } branch { slug } } } }");
        JsonNode? seen = null;
        while (seen?["status"]?.GetValue<string>() != "CANCELLED")
        {
            var answer = JsonNode.Parse(await reader.GetStringAsync(new Uri($"/graphql?query={question}", UriKind.Relative)))!;
            seen = answer["data"]!["occurrences"]!["nodes"]!.AsArray().FirstOrDefault(node => node!["title"]!.GetValue<string>() == "Bålaften");
        }

        Assert.Multiple(() =>
        {
            Assert.That(seen!["focusAreas"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(seen["partners"]!.ToJsonString(), Does.Contain("Spejderne"));
        });

        // «Frigør»: now it is all ours.
        await backoffice.FollowAsync((await dashboard.GetByRole(AriaRole.Link, new() { Name = "Bålaften", Exact = true }).First.GetAttributeAsync("href"))!["/umbraco/".Length..]);
        await foot.GetByRole(AriaRole.Button, new() { Name = "Frigør fra kilden" }).ClickAsync();
        await page.Locator("umb-confirm-modal").GetByRole(AriaRole.Button, new() { Name = "Frigør", Exact = true }).ClickAsync();
        await Expect(foot.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await page.Locator("umb-property").First.WaitForAsync();
        await backoffice.SettledAsync();
        await backoffice.FillAsync("title", "Vores egen bålaften");
        await backoffice.PublishAsync();
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static Task PressAsync(ILocator within, string button) => within.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private static JsonObject Event(string title, string branch, params string[] partners)
    {
        var day = DanishTime.Today.AddDays(20);
        var one = DplEvents.One(title, WallTime.ToInstant(new LocalDateTime(day.Year, day.Month, day.Day, 19, 0)));
        one["branches"] = new JsonArray(branch);
        one["description"] = $"{title} for alle.";
        one["partners"] = new JsonArray([.. partners.Select(name => (JsonNode)name)]);
        return one;
    }
}
