using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A webmaster changes what editors fill in; the editors find it at once, and so does whoever reads the API.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class WebmasterTests : BackofficeTests
{
    [Test]
    public async Task A_property_is_added_filled_in_published_and_answered_by_GraphQL()
    {
        using var session = await SignInAsync();
        var (dataType, type, document) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var dataTypeName = $"Note {dataType:N}"[..16];
        await DoAsync(session, HttpMethod.Post, "/data-type", new
        {
            id = dataType,
            name = dataTypeName,
            editorAlias = "Umbraco.TextBox",
            editorUiAlias = "Umb.PropertyEditorUi.TextBox",
            values = Array.Empty<object>(),
        });
        await DoAsync(session, HttpMethod.Post, "/document-type", new
        {
            id = type,
            alias = "noticeBoard",
            name = "Opslagstavle",
            icon = "icon-document",
            allowedAsRoot = true,
            properties = new[] { new { id = Guid.NewGuid(), alias = "headline", name = "Overskrift", dataType = new { id = dataType }, sortOrder = 0 } },
        });
        await DoAsync(session, HttpMethod.Post, "/document", Editor.Body(document, type, "Tavlen", null, ("headline", "Nyt")));

        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync($"section/settings/workspace/document-type/edit/{type}");
        await page.Locator("umb-content-type-design-editor-properties #btn-add").First.ClickAsync();
        var property = page.Locator("umb-property-type-workspace-editor");
        await property.Locator("umb-input-with-alias input").First.FillAsync("Husk");
        await property.Locator("umb-data-type-flow-input #empty-state-button").ClickAsync();
        await page.Locator("umb-data-type-picker-flow-modal #filter input").FillAsync(dataTypeName);
        await page.Locator("umb-data-type-picker-flow-modal uui-button").Filter(new() { HasText = dataTypeName }).First.ClickAsync();
        await property.Locator("[data-mark='workspace-action:Umb.WorkspaceAction.PropertyType.Submit']").ClickAsync();
        var saved = await page.RunAndWaitForResponseAsync(
            () => page.Locator("[data-mark='workspace-action:Umb.WorkspaceAction.DocumentType.Save']").ClickAsync(),
            answer => answer.Request.Method == "PUT" && answer.Url.EndsWith($"/document-type/{type}", StringComparison.Ordinal));
        Assert.That(saved.Status, Is.EqualTo(200));

        await backoffice.OpenAsync(document);
        await backoffice.FillAsync("husk", "Mælk");
        await backoffice.PublishAsync();
        using var reader = new HttpClient { BaseAddress = Cms.Address };
        var answer = JsonNode.Parse(await reader.GetStringAsync("/graphql?query=%7BcontentOfNoticeBoard%7Bnodes%7Bheadline%20husk%7D%7D%7D"))!;
        Assert.That(answer["data"]?["contentOfNoticeBoard"]?["nodes"]?[0]?["husk"]?.GetValue<string>(), Is.EqualTo("Mælk"), answer.ToJsonString());
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task An_event_begins_with_what_its_template_says()
    {
        using var session = await SignInAsync();
        var (key, _) = await session.PublishEventAsync("Læsekreds i stuen", new DateTime(2030, 1, 10, 19, 0, 0));
        await DoAsync(session, HttpMethod.Post, "/document-blueprint/from-document", new { document = new { id = key }, id = Guid.NewGuid(), name = "Læsekreds", parent = (object?)null });

        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.OpenAsync(StartingSite.HedenstedLibrary);
        var parent = backoffice.TreeItem("Arrangementer");
        await parent.HoverAsync();
        await parent.Locator("[data-mark='entity-action:Umb.EntityAction.Document.Create']").First.ClickAsync();
        var dialog = backoffice.Page.Locator("umb-document-create-options-modal");
        await dialog.Locator("uui-ref-node-document-type").Filter(new() { HasText = "Arrangement..." }).ClickAsync();
        await dialog.Locator("uui-menu-item[label='Læsekreds']").ClickAsync();
        await backoffice.Page.WaitForURLAsync("**/create/**");
        await Assertions.Expect(backoffice.Field("title").Locator("input")).ToHaveValueAsync("Læsekreds i stuen");
        await backoffice.Name.FillAsync("Læsekreds til vinter");
        await backoffice.SaveAsync();
        Assert.That(backoffice.Faults, Is.Empty);
    }

    private static async Task DoAsync(BackofficeSession session, HttpMethod method, string path, object body)
    {
        using var answer = await session.CallAsync(method, path, body);
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
