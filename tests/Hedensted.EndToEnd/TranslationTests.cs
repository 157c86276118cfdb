using System.Text.Json.Nodes;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>What is written in two languages: the site's short words, and a page of which one language goes out at a time.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class TranslationTests : BackofficeTests
{
    private const string English = "en-GB";

    [OneTimeSetUp]
    public async Task AddEnglishAsync()
    {
        using var session = await SignInAsync();
        await DoAsync(session, HttpMethod.Post, "/language", new { isoCode = English, name = "Engelsk", isDefault = false, isMandatory = false, fallbackIsoCode = (string?)null });
    }

    [Test]
    public async Task A_word_is_made_translated_and_deleted_in_the_dictionary()
    {
        var name = $"Ord.{Guid.NewGuid():N}"[..14];
        using var session = await SignInAsync();
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync("section/translation/workspace/dictionary/create/parent/dictionary-root/null");
        var texts = page.Locator("umb-workspace-view-dictionary-editor textarea");
        await page.Locator("umb-dictionary-workspace-editor uui-input input, [data-mark*='name'] input").First.FillAsync(name);
        await texts.Nth(0).FillAsync("Kom ind");
        await texts.Nth(1).FillAsync("Come in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/dictionary/edit/**");
        await backoffice.TreeItem(name).WaitForAsync();
        await backoffice.PictureAsync("dictionary");

        var key = page.Url.Split("/edit/")[1][..36];
        var kept = (await session.ReadAsync($"/dictionary/{key}"))!["translations"]!.AsArray().Select(text => text!["translation"]!.GetValue<string>());
        Assert.That(kept, Is.EquivalentTo(new[] { "Kom ind", "Come in" }));

        await backoffice.ActAsync("Delete", "Dictionary");
        await backoffice.ExpectAsync("Slettet", () => backoffice.ConfirmAsync("umb-confirm-modal", "Slet"));
        await Assertions.Expect(backoffice.TreeItem(name)).ToHaveCountAsync(0);
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task A_page_is_translated_and_only_the_language_that_is_chosen_goes_out()
    {
        using var session = await SignInAsync();
        var (text, type, document) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await DoAsync(session, HttpMethod.Post, "/data-type", new { id = text, name = $"Tekst {text:N}"[..16], editorAlias = "Umbraco.TextBox", editorUiAlias = "Umb.PropertyEditorUi.TextBox", values = Array.Empty<object>() });
        await DoAsync(session, HttpMethod.Post, "/document-type", new
        {
            id = type,
            alias = "guestBook",
            name = "Gæstebog",
            icon = "icon-document",
            allowedAsRoot = true,
            variesByCulture = true,
            properties = new[] { new { id = Guid.NewGuid(), alias = "headline", name = "Overskrift", dataType = new { id = text }, sortOrder = 0, variesByCulture = true } },
        });
        // Danish is out, and has been changed since without being published.
        await DoAsync(session, HttpMethod.Post, "/document/create-and-publish", new
        {
            culturesToPublish = new[] { "da" },
            id = document,
            parent = (object?)null,
            documentType = new { id = type },
            template = (object?)null,
            values = new[] { new { alias = "headline", culture = "da", segment = (string?)null, value = "Velkommen", editorAlias = "" } },
            variants = new[] { new { culture = "da", segment = (string?)null, name = "Gæster" } },
        });
        await DoAsync(session, HttpMethod.Put, $"/document/{document}", new
        {
            template = (object?)null,
            values = new[] { new { alias = "headline", culture = "da", segment = (string?)null, value = "Kun en kladde", editorAlias = "" } },
            variants = new[] { new { culture = "da", segment = (string?)null, name = "Gæster" } },
        });

        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync($"section/content/workspace/document/edit/{document}/da");
        await page.Locator("umb-document-workspace-split-view-variant-selector #toggle").ClickAsync();
        await page.Locator("umb-document-workspace-split-view-variant-selector .switch-button").Filter(new() { HasText = "Engelsk" }).ClickAsync();
        await page.WaitForURLAsync($"**/{English}**");
        await backoffice.SettledAsync();
        await backoffice.Name.FillAsync("Guests");
        await backoffice.FillAsync("headline", "Welcome");
        await backoffice.PressAsync("SaveAndPublish");
        var publish = page.Locator("umb-content-publish-modal").GetByRole(AriaRole.Button, new() { Name = "Gem og udgiv" });
        await publish.WaitForAsync();
        await backoffice.SettledAsync();
        await backoffice.PictureAsync("publish-languages");
        await backoffice.ExpectAsync("Indhold publiceret", () => publish.ClickAsync());

        var states = (await session.ReadAsync($"/document/{document}"))!["variants"]!.AsArray().ToDictionary(variant => variant!["culture"]!.GetValue<string>(), variant => variant!["state"]!.GetValue<string>());
        Assert.That(states, Is.EquivalentTo(new Dictionary<string, string> { ["da"] = "PublishedPendingChanges", [English] = "Published" }));
        using var reader = new HttpClient { BaseAddress = Cms.Address };
        var answer = JsonNode.Parse(await reader.GetStringAsync("/graphql?query=%7BcontentOfGuestBook%7Bnodes%7Bheadline%7D%7D%7D"))!.ToJsonString();
        Assert.That(answer, Does.Contain("Velkommen").And.Not.Contain("Kun en kladde").And.Not.Contain("Welcome"), "the Danish draft stays where it is");
        var english = await reader.GetStringAsync($"/graphql?language={English}&query=%7BcontentOfGuestBook%7Bnodes%7Bheadline%7D%7D%7D");
        Assert.That(english, Does.Contain("Welcome").And.Not.Contain("Velkommen"));
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static async Task DoAsync(BackofficeSession session, HttpMethod method, string path, object body)
    {
        using var answer = await session.CallAsync(method, path, body);
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
