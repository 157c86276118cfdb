using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A webmaster changes types that are in use, and moves one to another place in a file; each time it is said what becomes of what was written.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class TypeTests : BackofficeTests
{
    private const string Save = "[data-mark='workspace-action:Umb.WorkspaceAction.DocumentType.Save']";

    [Test]
    public async Task A_field_that_becomes_another_kind_or_is_removed_says_what_becomes_of_its_text()
    {
        using var session = await SignInAsync();
        var made = await MakeAsync(session);
        var number = Guid.NewGuid();
        var numberName = $"Tal {number:N}"[..14];
        await DoAsync(session, HttpMethod.Post, "/data-type", new { id = number, name = numberName, editorAlias = "Umbraco.Integer", editorUiAlias = "Umb.PropertyEditorUi.Integer", values = Array.Empty<object>() });
        var document = Guid.NewGuid();
        await DoAsync(session, HttpMethod.Post, "/document", Editor.Body(document, made.Type, "I brug", null, ("headline", "ikke et tal")));

        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        var field = page.Locator("umb-content-type-design-editor-property").First;
        await backoffice.GoToAsync($"section/settings/workspace/document-type/edit/{made.Type}");
        await field.Locator("#editor").ClickAsync();
        var property = page.Locator("umb-property-type-workspace-editor");
        await property.Locator("umb-data-type-flow-input uui-button").Last.ClickAsync();
        await page.Locator("umb-data-type-picker-flow-modal #filter input").FillAsync(numberName);
        await page.Locator("umb-data-type-picker-flow-modal uui-button").Filter(new() { HasText = numberName }).First.ClickAsync();
        await property.Locator("[data-mark='workspace-action:Umb.WorkspaceAction.PropertyType.Submit']").ClickAsync();
        await property.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator(Save).ClickAsync();
        await SaidAsync(backoffice, "1 sted kunne indholdet ikke bruges i det nye felt. Det ligger i sidernes historik.");
        await backoffice.PictureAsync("retyped");

        await field.HoverAsync();
        await field.Locator("uui-button[label='Slet']").ClickAsync();
        var question = page.Locator("umb-confirm-modal");
        await Assertions.Expect(question).ToContainTextAsync("Fjern feltet");
        await Assertions.Expect(question).ToContainTextAsync("Historikken har det stadig");
        await backoffice.PictureAsync("removed");
        await backoffice.ConfirmAsync("umb-confirm-modal", "Fjern");
        await page.RunAndWaitForResponseAsync(() => page.Locator(Save).ClickAsync(), answer => answer.Request.Method == "PUT" && answer.Ok);
        Assert.That((await session.ReadAsync($"/document-type/{made.Type}"))!["properties"]!.AsArray(), Is.Empty);

        // In use, it is not deleted, and it is said by how many.
        await backoffice.GoToAsync($"section/settings/workspace/document-type/edit/{made.Type}");
        await backoffice.ActAsync("Delete", "DocumentType");
        await page.Locator("umb-confirm-modal, umb-delete-with-relation-confirm-modal").GetByRole(AriaRole.Button, new() { Name = "Slet", Exact = true }).Last.ClickAsync();
        await SaidAsync(backoffice, "Den bruges af 1 side.");
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task A_type_is_taken_out_in_a_file_and_comes_in_again_as_it_was()
    {
        using var session = await SignInAsync();
        var made = await MakeAsync(session);
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync($"section/settings/workspace/document-type/edit/{made.Type}");
        var file = Path.Combine(Cms.DataPath, $"{made.Alias}.udt");
        var download = await page.RunAndWaitForDownloadAsync(() => backoffice.ActAsync("Export", "DocumentType"));
        await download.SaveAsAsync(file);

        await backoffice.ActAsync("Delete", "DocumentType");
        await page.RunAndWaitForResponseAsync(
            () => backoffice.ConfirmAsync("umb-confirm-modal", "Slet"),
            answer => answer.Request.Method == "DELETE" && answer.Url.EndsWith($"/document-type/{made.Type}", StringComparison.Ordinal));
        using (var gone = await session.CallAsync(HttpMethod.Get, $"/document-type/{made.Type}"))
        {
            Assert.That((int)gone.StatusCode, Is.EqualTo(404));
        }

        await backoffice.GoToAsync("section/settings/workspace/document-type-root");
        var types = backoffice.TreeItem("Dokumenttyper");
        await types.HoverAsync();
        await types.Locator("[data-mark='open-dropdown']").First.ClickAsync();
        await page.Locator("[data-mark='entity-action:Umb.EntityAction.DocumentType.Import']").Last.ClickAsync();
        var dialog = page.Locator("umb-document-type-import-modal");
        await dialog.Locator("input[type=file]").First.SetInputFilesAsync(file);
        await Assertions.Expect(dialog).ToContainTextAsync(made.Name);
        await backoffice.PictureAsync("import");
        await backoffice.ExpectAsync("Importeret", () => dialog.GetByRole(AriaRole.Button, new() { Name = "Importér dokumenttype" }).ClickAsync());

        var type = (await session.ReadAsync($"/document-type/{made.Type}"))!;
        Assert.Multiple(() =>
        {
            Assert.That(type["name"]!.GetValue<string>(), Is.EqualTo(made.Name));
            Assert.That(type["properties"]![0]!["alias"]!.GetValue<string>(), Is.EqualTo("headline"));
            Assert.That(backoffice.Faults, Is.Empty);
        });
    }

    private static Task SaidAsync(Backoffice backoffice, string message) =>
        backoffice.Page.Locator("uui-toast-notification").Filter(new() { HasText = message }).First.WaitForAsync();

    private static async Task<(Guid Type, string Alias, string Name)> MakeAsync(BackofficeSession session)
    {
        var (text, type) = (Guid.NewGuid(), Guid.NewGuid());
        var (alias, name) = ($"t{type:N}"[..12], $"Opslag {type:N}"[..16]);
        await DoAsync(session, HttpMethod.Post, "/data-type", new { id = text, name = $"Tekst {text:N}"[..16], editorAlias = "Umbraco.TextBox", editorUiAlias = "Umb.PropertyEditorUi.TextBox", values = Array.Empty<object>() });
        await DoAsync(session, HttpMethod.Post, "/document-type", new
        {
            id = type,
            alias,
            name,
            icon = "icon-document",
            allowedAsRoot = true,
            properties = new[] { new { id = Guid.NewGuid(), alias = "headline", name = "Overskrift", dataType = new { id = text }, sortOrder = 0 } },
        });
        return (type, alias, name);
    }

    private static async Task DoAsync(BackofficeSession session, HttpMethod method, string path, object body)
    {
        using var answer = await session.CallAsync(method, path, body);
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
