using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>When things happen: a series that repeats, skips a date and has another changed; and what is in the way of what.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class RecurrenceTests : BackofficeTests
{
    [Test]
    public async Task A_series_repeats_skips_a_date_and_has_another_moved()
    {
        var name = $"Skriveværksted {Guid.NewGuid():N}"[..24];
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.OpenAsync(StartingSite.HedenstedLibrary);
        await backoffice.CreateAsync("Arrangementer", "Serie");
        await backoffice.Name.FillAsync(name);
        await backoffice.FillAsync("title", name);
        await backoffice.TabAsync("Tid og sted");
        var field = backoffice.Field("recurrence");
        await field.GetByRole(AriaRole.Button, new() { Name = "Gentag serien" }).ClickAsync();
        await field.GetByLabel("Første dag").FillAsync("2026-12-01");
        await field.GetByLabel("Første dag").PressAsync("Tab");
        await field.GetByRole(AriaRole.Spinbutton, new() { Name = "Gange" }).FillAsync("4");
        await field.GetByRole(AriaRole.Spinbutton, new() { Name = "Gange" }).PressAsync("Tab");
        var told = field.GetByRole(AriaRole.Status);
        await Assertions.Expect(told).ToHaveTextAsync("Hver tirsdag kl. 19.00–21.00, 4 gange. 4 datoer.");

        // Two weekdays, by keyboard.
        var weekdays = field.GetByRole(AriaRole.Group, new() { Name = "Ugedage" });
        await weekdays.GetByLabel("Torsdag").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(told).ToHaveTextAsync("Hver tirsdag og torsdag kl. 19.00–21.00, 4 gange. 4 datoer.");
        await backoffice.PictureAsync("recurrence");

        await field.GetByRole(AriaRole.Button, new() { Name = "Spring torsdag 3. december 2026 kl. 19.00–21.00 over" }).ClickAsync();
        await Assertions.Expect(told).ToContainTextAsync("3 datoer.");
        await Assertions.Expect(backoffice.Field("skippedDates").Locator("umb-block-list-entry")).ToHaveCountAsync(1);
        await backoffice.Field("place").Locator("#btn-add").ClickAsync();
        await backoffice.ChooseAsync("umb-tree-picker-modal", "Hedensted Bibliotek");
        await backoffice.ConfirmAsync("umb-tree-picker-modal", "Vælg");
        await backoffice.PublishAsync();
        await AssertDatesAsync(backoffice, name, "2026-12-01 SCHEDULED", "2026-12-08 SCHEDULED", "2026-12-10 SCHEDULED");

        // One date is another day, and says what it was. A new document that got its address shows its first tab.
        await backoffice.TabAsync("Tid og sted");
        await field.GetByRole(AriaRole.Button, new() { Name = "Ret tirsdag 8. december 2026 kl. 19.00–21.00" }).ClickAsync();
        await Assertions.Expect(backoffice.Name).ToHaveValueAsync("Rettelse tirsdag den 8. december 2026");
        await backoffice.TabAsync("Tid og sted");
        await Assertions.Expect(backoffice.Field("startsAt")).ToContainTextAsync("som i serien, tirsdag 8. december 2026 kl. 19.00");
        await Assertions.Expect(backoffice.Field("place")).ToContainTextAsync("som i serien, Hedensted Bibliotek");
        await backoffice.PictureAsync("inherited");
        await backoffice.FillAsync("startsAt", "2026-12-09T18:00");
        await backoffice.PublishAsync();
        await AssertDatesAsync(backoffice, name, "2026-12-01 SCHEDULED", "2026-12-09 RESCHEDULED tirsdag 8. december 2026 kl. 19.00", "2026-12-10 SCHEDULED");
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task An_editor_is_told_what_else_is_at_the_place_then()
    {
        var other = $"Korprøve {Guid.NewGuid():N}"[..20];
        using var session = await SignInAsync();
        using (var made = await session.CallAsync(HttpMethod.Post, "/document/create-and-publish", new
        {
            culturesToPublish = Array.Empty<string>(),
            id = Guid.NewGuid(),
            parent = new { id = StartingSite.Events },
            documentType = new { id = "f7426712-924e-505a-8930-a204294acdd0" },
            template = (object?)null,
            values = new[] { Value("title", other), Value("startsAt", new { date = "2031-03-04T18:00:00", timeZone = (string?)null }), Value("endsAt", new { date = "2031-03-04T19:30:00", timeZone = (string?)null }), Value("place", StartingSite.HedenstedLibrary.ToString()) },
            variants = new[] { new { culture = (string?)null, segment = (string?)null, name = other } },
        }))
        {
            Assert.That(made.IsSuccessStatusCode, Is.True, await made.Content.ReadAsStringAsync());
        }

        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.OpenAsync(StartingSite.HedenstedLibrary);
        await backoffice.CreateAsync("Arrangementer", "Arrangement");
        await backoffice.TabAsync("Tid og sted");
        await backoffice.FillAsync("startsAt", "2031-03-04T18:30");
        await backoffice.Field("place").Locator("#btn-add").ClickAsync();
        await backoffice.ChooseAsync("umb-tree-picker-modal", "Hedensted Bibliotek");
        await backoffice.ConfirmAsync("umb-tree-picker-modal", "Vælg");
        var warning = backoffice.Page.Locator("hedensted-collisions");
        await Assertions.Expect(warning).ToContainTextAsync("Samme sted og tid:");
        await Assertions.Expect(warning).ToContainTextAsync($"{other}, tirsdag 4. marts 2031 kl. 18.00–19.30");
        await backoffice.PictureAsync("collision");
        await backoffice.FillAsync("startsAt", "2031-03-05T18:30");
        await Assertions.Expect(warning).Not.ToContainTextAsync(other);
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static object Value(string alias, object value) => new { alias, culture = (string?)null, segment = (string?)null, value, editorAlias = "" };

    private async Task AssertDatesAsync(Backoffice backoffice, string title, params string[] dates)
    {
        await Assertions.Expect(backoffice.Page.Locator("hedensted-live-status")).ToContainTextAsync(new Regex("Er (på hedensted.dk|ude) nu"));
        using var reader = new HttpClient { BaseAddress = Cms.Address };
        var query = $$"""{ occurrences(where: { event: { title: { eq: "{{title}}" } } }) { nodes { localDate status previousDisplay } } }""";
        var answer = JsonNode.Parse(await reader.GetStringAsync($"/graphql?query={Uri.EscapeDataString(query)}"))!;
        Assert.That(
            answer["data"]!["occurrences"]!["nodes"]!.AsArray().Select(date => $"{date!["localDate"]} {date["status"]} {date["previousDisplay"]}".Trim()),
            Is.EqualTo(dates));
    }
}
