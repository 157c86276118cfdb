using Hedensted.Bibliotek;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A dialogue meeting from the editor's warning to what came of it.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class DialogueTests : BackofficeTests
{
    private const string Many = "hedensted-many-modal";
    private const string Coming = "/arrangementer/skal-telefonen-med-i-skole";
    private const string Held = "/arrangementer/hvor-skal-de-unge-vaere-om-aftenen";

    [TestCase(1280, 900, false)]
    [TestCase(390, 844, true)]
    public async Task Its_page_has_both_sides_and_what_came_of_it_leads_to_the_action_and_back(int width, int height, bool phone)
    {
        await using var window = await Browser.OpenAsync(width, height, phone);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/dialogmoeder"));
        await Assertions.Expect(page.Locator(".card .kind").First).ToHaveTextAsync("Dialogmøde · Mobiltelefoner i skolen");
        await AssertGoodAsync(page, "dialogmoeder", phone);

        await page.GotoAsync(At(Coming));
        await Assertions.Expect(page.Locator(".eyebrow")).ToContainTextAsync("Dialogmøde");
        foreach (var heading in new[] { "Emne", "Hvorfor taler vi om det nu?", "Spørgsmål vi vil tale om", "Spilleregler", "Ordstyrer", "Taler for", "Taler imod", "Baggrund" })
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("Samtalesalon");
        await AssertGoodAsync(page, "dialogmoede", phone);

        await page.GotoAsync(At(Held));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Det var vi uenige om: Nogle vil have en voksen til stede hele tiden");
        await AssertGoodAsync(page, "dialogmoede-holdt", phone);
        await page.GetByRole(AriaRole.Link, new() { Name = "En åben aften for unge" }).ClickAsync();

        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("I gang");
        await AssertGoodAsync(page, "handling", phone);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Brødkrumme" }).GetByRole(AriaRole.Link, new() { Name = "Handlekatalog" }).ClickAsync();
        await AssertGoodAsync(page, "handlekatalog", phone);
        await page.GetByRole(AriaRole.Link, new() { Name = "En åben aften for unge" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hvor skal de unge være om aftenen?" }).ClickAsync();
        Assert.That(new Uri(page.Url).AbsolutePath, Is.EqualTo(Held));
    }

    [Test]
    public async Task A_screen_says_that_it_is_a_dialogue_meeting_and_what_about()
    {
        await using var window = await Browser.OpenAsync(1080, 1920);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/skaerm/hedensted"));
        await Assertions.Expect(page.Locator(".events li", new() { HasText = "Skal telefonen med i skole?" }).Locator(".where")).ToContainTextAsync("Dialogmøde: Mobiltelefoner i skolen");
        await PictureAsync(page, "skaerm-dialog");
    }

    [Test]
    public async Task An_editor_is_warned_while_one_side_is_missing_and_publishes_all_the_same()
    {
        using var session = await SignInAsync();
        var children = (await session.ReadAsync($"/tree/document/children?parentId={StartingSite.Events}&take=100"))!["items"]!.AsArray();
        var meeting = Guid.Parse(children.Single(child => child!["variants"]![0]!["name"]!.GetValue<string>() == "Når livet slutter")!["id"]!.GetValue<string>());
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        var advice = page.Locator("hedensted-advice");

        await backoffice.OpenAsync(meeting);
        await backoffice.TabAsync("Dialog");
        var against = backoffice.Field("sources").Locator("umb-block-list-entry").Nth(1);
        await against.HoverAsync();
        await against.GetByRole(AriaRole.Button, new() { Name = "Slet" }).ClickAsync();
        await page.Locator("umb-confirm-modal").GetByRole(AriaRole.Button, new() { Name = "Slet" }).ClickAsync();
        await Assertions.Expect(advice).ToContainTextAsync("Der mangler en kilde, der taler imod.");
        await backoffice.PictureAsync("advice");
        Assert.That(await Accessibility.BreachesAsync(page, "hedensted-advice"), Is.Empty);

        await backoffice.PublishAsync();
        await Assertions.Expect(page.Locator("hedensted-live-status")).ToContainTextAsync("Er på hedensted.dk nu");
        await Assertions.Expect(advice).ToContainTextAsync("Der mangler en kilde, der taler imod.");

        // So it is when it is published from the list, among others or alone.
        await backoffice.GoToAsync($"section/content/workspace/document/edit/{StartingSite.Events}/invariant/view/collection");
        await page.Locator("umb-collection-filter-field input").FillAsync("Når livet slutter");
        var list = page.Locator("hedensted-event-list");
        await Assertions.Expect(list.Locator("uui-table-row")).ToHaveCountAsync(1);
        await list.Locator("uui-table-head uui-checkbox").ClickAsync();
        await page.Locator("umb-collection-selection-actions").GetByText("Udgiv", new() { Exact = true }).ClickAsync();
        await page.Locator($"{Many} #confirm").ClickAsync();
        await Assertions.Expect(page.Locator(Many)).ToContainTextAsync("1 af 1 side er udgivet");
        await Assertions.Expect(page.Locator($"{Many} #outcome")).ToContainTextAsync("Der mangler en kilde, der taler imod.");
        await backoffice.PictureAsync("advice-many");
        Assert.That((await Accessibility.BreachesAsync(page)).Where(breach => breach.Contains(Many, StringComparison.Ordinal)), Is.Empty);
        await page.Locator(Many).GetByRole(AriaRole.Link, new() { Name = "Når livet slutter" }).ClickAsync();
        await Assertions.Expect(backoffice.Name).ToHaveValueAsync("Når livet slutter");
        await page.GotoAsync(At("/arrangementer/naar-livet-slutter"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Vi har ikke fundet en god kilde endnu.");
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static async Task AssertGoodAsync(IPage page, string name, bool phone)
    {
        await PictureAsync(page, phone ? name + "-telefon" : name);
        Assert.Multiple(async () =>
        {
            Assert.That(await Accessibility.BreachesAsync(page), Is.Empty, name);
            Assert.That(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name}: nothing falls outside");
        });
    }

    private static Task PictureAsync(IPage page, string name) => Environment.GetEnvironmentVariable("HEDENSTED_TEST_PICTURES") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true })
        : Task.CompletedTask;
}
