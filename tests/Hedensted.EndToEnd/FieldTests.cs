using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>Every kind of field that the content model uses: it takes a value in the browser, has it still when the page is loaded anew, and readers get it.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class FieldTests : BackofficeTests
{
    [Test]
    public async Task The_fields_of_a_dialogue_meeting_keep_what_is_put_in_them()
    {
        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.OpenAsync(StartingSite.HedenstedLibrary);
        await backoffice.CreateAsync("Arrangementer", "Dialogmøde");
        await backoffice.Name.FillAsync("Hvem ejer stilheden");
        await FillContentAsync(backoffice);
        await backoffice.TabAsync("Tid og sted");
        await backoffice.FillAsync("startsAt", "2031-05-06T19:00");
        await backoffice.FillAsync("endsAt", "2031-05-06T21:30");
        await backoffice.PickAsync("place", "Tørring Bibliotek");
        await backoffice.TabAsync("Deltagelse");
        await backoffice.Field("attendanceMode").Locator("select").SelectOptionAsync("Fysisk");
        await backoffice.Field("prices").GetByText("Tilføj Pris").First.ClickAsync(); // is filled in where it stands
        await backoffice.FillAsync("name", "Børn");
        await backoffice.FillAsync("amount", "12.5");
        await backoffice.TabAsync("Dialog");
        await backoffice.FillAsync("topic", "Larm og ro");
        await AddBlockAsync(backoffice, "questions", "Tilføj Spørgsmål", "Spørgsmål", () => backoffice.FillAsync("question", "Hvornår er du i ro?"));
        await backoffice.TabAsync("Efter mødet");
        await backoffice.FillAsync("followUpDue", "2031-06-01");
        await backoffice.TabAsync("Fokus");
        await backoffice.PickAsync("focusAreas", "Kultur for at læse", "Store og svære emner");
        await backoffice.TabAsync("Visning");
        await backoffice.Field("listed").Locator("uui-toggle").ClickAsync();
        await backoffice.PublishAsync();

        await backoffice.ReloadAsync();
        await ExpectContentAsync(backoffice);
        await backoffice.TabAsync("Tid og sted");
        await Expect(backoffice.Field("startsAt").Locator("input")).ToHaveValueAsync("2031-05-06T19:00");
        await Expect(backoffice.Field("place").Locator("umb-entity-item-ref")).ToHaveCountAsync(1);
        await Expect(backoffice.Field("place")).ToContainTextAsync("Tørring Bibliotek");
        await backoffice.TabAsync("Deltagelse");
        await Expect(backoffice.Field("attendanceMode").Locator("select")).ToHaveValueAsync("Fysisk");
        await Expect(backoffice.Field("prices").Locator("umb-block-list-entry")).ToContainTextAsync("Børn");
        await backoffice.TabAsync("Dialog");
        await Expect(backoffice.Field("questions").Locator("umb-block-list-entry")).ToContainTextAsync("Hvornår er du i ro?");
        await backoffice.TabAsync("Efter mødet");
        await Expect(backoffice.Field("followUpDue").Locator("input")).ToHaveValueAsync("2031-06-01");
        await backoffice.TabAsync("Fokus");
        await Expect(backoffice.Field("focusAreas").Locator("umb-entity-item-ref")).ToHaveCountAsync(2);
        await backoffice.TabAsync("Visning");
        await Expect(backoffice.Field("listed").Locator("input[type=checkbox]")).Not.ToBeCheckedAsync();

        var read = await AskAsync("""
            { dialogueMeeting(slug: "hvem-ejer-stilheden") { title teaser description { html } kind audiences ageFrom categories links { name url } attendanceMode
              place { title } topic questions { text } followUpDue focusAreas { shortName } listed prices { amount } occurrences(first: 1) { nodes { startsAt } } } }
            """);
        var meeting = read["dialogueMeeting"]!;
        string Read(string field) => meeting[field]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Multiple(() =>
        {
            Assert.That(Read("teaser"), Is.EqualTo("\"En aften om larm.\""));
            Assert.That(Read("description"), Does.Contain("https://example.dk/stilhed").And.Contain("<strong>"));
            Assert.That(Read("kind"), Is.EqualTo("\"COURSE\""));
            Assert.That(Read("audiences"), Is.EqualTo("[\"YOUNG_PEOPLE\"]"));
            Assert.That(Read("ageFrom"), Is.EqualTo("15"));
            Assert.That(Read("categories"), Is.EqualTo("[\"lyd\"]"));
            Assert.That(Read("links"), Is.EqualTo("""[{"name":"Om stilhed","url":"https://example.dk/laes"}]"""));
            Assert.That(Read("attendanceMode"), Is.EqualTo("\"PHYSICAL\""));
            Assert.That(Read("place"), Does.Contain("Tørring Bibliotek"));
            Assert.That(Read("questions"), Does.Contain("Hvornår er du i ro?"));
            Assert.That(Read("prices"), Does.Contain("1250"));
            Assert.That(Read("followUpDue"), Is.EqualTo("\"2031-06-01\""));
            Assert.That(meeting["focusAreas"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(Read("listed"), Is.EqualTo("false"));
            Assert.That(Read("occurrences"), Does.Contain("2031-05-06T19:00:00"));
            Assert.That(backoffice.Faults, Is.Empty);
        });
    }

    [Test]
    public async Task The_blocks_of_a_strategy_page_are_built_and_read()
    {
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.OpenAsync(StartingSite.Strategy);
        await backoffice.CreateAsync("Strategi", "Strategiside");
        await backoffice.Name.FillAsync("Blokkenes side");
        await backoffice.FillAsync("title", "Blokkenes side");
        await AddBlockAsync(backoffice, "body", "Tilføj indhold", "Tekst", async () =>
        {
            await backoffice.FillAsync("heading", "Varmen");
            var text = backoffice.Field("text");
            await text.Locator("[contenteditable=true]").ClickAsync();
            await text.GetByRole(AriaRole.Button, new() { Name = "Overskrift 2" }).ClickAsync();
            await page.Keyboard.TypeAsync("Kom ind");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync("Der er plads til alle.");
        });
        await backoffice.PublishAsync();
        await backoffice.ReloadAsync();
        await Expect(backoffice.Field("body").Locator("umb-block-list-entry")).ToHaveCountAsync(1);

        await page.GotoAsync(At("/strategi/blokkenes-side"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kom ind" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Der er plads til alle.")).ToBeVisibleAsync();
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task A_clock_a_colour_and_an_address_are_kept()
    {
        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.OpenAsync(StartingSite.HedenstedLibrary);
        await backoffice.CreateAsync("Skærme", "Skærm");
        await backoffice.Name.FillAsync("Skærmen hos børnene");
        await backoffice.TabAsync("Visning");
        await backoffice.FillAsync("onFrom", "07:30");
        await backoffice.SaveAsync();
        await backoffice.ReloadAsync();
        await backoffice.TabAsync("Visning");
        await Expect(backoffice.Field("onFrom").Locator("input")).ToHaveValueAsync(new Regex("^07:30"));

        await backoffice.OpenAsync(StartingSite.JoyOfReading);
        await backoffice.TabAsync("Visning");
        var rust = backoffice.Field("colour").Locator("uui-color-swatch[label='Rust']");
        await rust.ClickAsync();
        await backoffice.PublishAsync();
        await backoffice.ReloadAsync();
        await backoffice.TabAsync("Visning");
        await Expect(rust).ToHaveAttributeAsync("selected", "");

        await backoffice.OpenAsync(StartingSite.HornsyldLibrary);
        await backoffice.TabAsync("Kontakt");
        await backoffice.FillAsync("email", "hornsyld@example.dk");
        await backoffice.PublishAsync();
        await backoffice.ReloadAsync();
        await backoffice.TabAsync("Kontakt");
        await Expect(backoffice.Field("email").Locator("input")).ToHaveValueAsync("hornsyld@example.dk");
        Assert.That((await AskAsync("{ branches { email } }")).ToJsonString(), Does.Contain("hornsyld@example.dk"));
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task FillContentAsync(Backoffice backoffice)
    {
        await backoffice.FillAsync("title", "Hvem ejer stilheden?");
        await backoffice.FillAsync("teaser", "En aften om larm.");
        await backoffice.Field("kind").Locator("select").SelectOptionAsync("Forløb");
        var description = backoffice.Field("description");
        await description.Locator("[contenteditable=true]").ClickAsync();
        await backoffice.Page.Keyboard.TypeAsync("Kom og tal om stilhed");
        await backoffice.Page.Keyboard.PressAsync("Control+Shift+ArrowLeft");
        await description.GetByRole(AriaRole.Button, new() { Name = "Fed" }).ClickAsync();
        await description.GetByRole(AriaRole.Button, new() { Name = "Link", Exact = true }).ClickAsync();
        await LinkAsync(backoffice, "https://example.dk/stilhed", null);
        await backoffice.Field("links").Locator("#btn-add").ClickAsync();
        await LinkAsync(backoffice, "https://example.dk/laes", "Om stilhed");
        await backoffice.TabAsync("Målgruppe");
        await backoffice.Field("audiences").Locator("uui-checkbox[label='Unge']").ClickAsync();
        await backoffice.FillAsync("ageFrom", "15");
        await backoffice.Field("categories").Locator("#main-tag").ClickAsync();
        await backoffice.Field("categories").Locator("#tag-input").FillAsync("lyd");
        await backoffice.Field("categories").Locator("#tag-input").PressAsync("Enter");
    }

    private static async Task ExpectContentAsync(Backoffice backoffice)
    {
        await backoffice.TabAsync("Indhold");
        await Expect(backoffice.Field("title").Locator("input")).ToHaveValueAsync("Hvem ejer stilheden?");
        await Expect(backoffice.Field("teaser").Locator("textarea")).ToHaveValueAsync("En aften om larm.");
        await Expect(backoffice.Field("kind").Locator("select")).ToHaveValueAsync("Forløb");
        await Expect(backoffice.Field("description").Locator("[contenteditable] strong")).ToHaveTextAsync("stilhed");
        await Expect(backoffice.Field("description").Locator("[contenteditable] a")).ToHaveAttributeAsync("href", "https://example.dk/stilhed");
        await Expect(backoffice.Field("links").Locator("uui-ref-node")).ToHaveAttributeAsync("name", "Om stilhed");
        await backoffice.TabAsync("Målgruppe");
        await Expect(backoffice.Field("audiences").Locator("uui-checkbox[label='Unge'] input")).ToBeCheckedAsync();
        await Expect(backoffice.Field("ageFrom").Locator("input")).ToHaveValueAsync("15");
        await Expect(backoffice.Field("categories").Locator("#tags uui-tag")).ToContainTextAsync("lyd");
    }

    private static async Task LinkAsync(Backoffice backoffice, string url, string? title)
    {
        var dialog = backoffice.Page.Locator("umb-link-picker-modal");
        await dialog.Locator("[data-mark='action:external']").ClickAsync();
        await dialog.Locator("[data-mark='input:url'] input").FillAsync(url);
        if (title is not null)
        {
            await dialog.Locator("[data-mark='input:title'] input").FillAsync(title);
        }

        await backoffice.ConfirmAsync("umb-link-picker-modal", "Tilføj");
    }

    private static async Task AddBlockAsync(Backoffice backoffice, string alias, string add, string type, Func<Task> fill)
    {
        var field = backoffice.Field(alias);
        await field.GetByText(add).First.ClickAsync();
        var form = backoffice.Page.Locator("umb-workspace-modal");
        var catalogue = backoffice.Page.Locator($"umb-block-catalogue-modal uui-card-block-type[name='{type}']");
        await form.Or(catalogue).First.WaitForAsync();
        if (await catalogue.IsVisibleAsync())
        {
            await catalogue.ClickAsync();
        }

        await form.Locator("umb-property").First.WaitForAsync();
        await fill();
        await backoffice.ConfirmAsync("umb-workspace-modal", "Opret");
        await field.Locator("umb-block-list-entry").First.WaitForAsync();
    }

    private async Task<JsonNode> AskAsync(string query)
    {
        using var reader = new HttpClient { BaseAddress = Cms.Address };
        using var answer = await reader.PostAsJsonAsync("/graphql", new { query });
        var body = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.That(body["errors"], Is.Null, body.ToJsonString());
        return body["data"]!;
    }
}
