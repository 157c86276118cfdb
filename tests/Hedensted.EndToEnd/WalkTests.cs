using System.Text.Json.Nodes;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>Everything that can be reached in the backoffice is opened once. Nothing may fail, and nothing may ask for what the server does not have.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class WalkTests : BackofficeTests
{
    private const int Presses = 4;

    private static readonly string[] Screens =
    [
        "section/content", "section/content/dashboard/velkommen", "section/content/workspace/document-root", "section/content/workspace/document-recycle-bin-root",
        "section/media", "section/media/workspace/media-root", "section/media/workspace/media-recycle-bin-root",
        "section/settings", "section/settings/dashboard/om", "section/settings/workspace/document-type-root", "section/settings/workspace/media-type-root",
        "section/settings/workspace/data-type-root", "section/settings/workspace/language-root", "section/settings/workspace/language/edit/da",
        "section/settings/workspace/language/create", "section/settings/workspace/document-blueprint-root", "section/translation", "section/translation/workspace/dictionary-root",
        "section/content/dashboard/kalender", "section/content/dashboard/mine-kladder", "section/content/dashboard/redirect-management", "section/settings/dashboard/health-check",
        "section/settings/workspace/logviewer/view/overview", "section/settings/workspace/logviewer/view/search",
        "section/user-management", "section/user-management/workspace/user-root", "section/user-management/workspace/user-group-root",
        "section/user-management/workspace/user-group/edit/e5e7f6c8-7f9c-4b5b-8d5d-9e1e5a4f7e4d",
    ];

    [Test]
    public async Task Every_section_dashboard_and_header_dialog_opens()
    {
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await backoffice.GoToAsync("section/content");
        foreach (var screen in Screens)
        {
            await backoffice.FollowAsync(screen);
            if (screen.StartsWith("section/user-management", StringComparison.Ordinal))
            {
                continue; // Umbraco's menu of users lies on top of its own button of actions
            }

            await EveryMenuAsync(backoffice, page.Locator("umb-section-sidebar [data-mark='open-dropdown']").First);
        }

        var sections = page.Locator("[data-mark^='section-link:']");
        Assert.That(await sections.EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.mark.split('.').pop())"), Is.EqualTo(new[] { "Content", "Media", "Settings", "Users", "Translation" }));
        foreach (var section in await sections.AllAsync())
        {
            await section.ClickAsync();
            await page.WaitForURLAsync($"**{await section.GetAttributeAsync("href")}**");
            await backoffice.SettledAsync();
        }

        await backoffice.FollowAsync("section/content");
        await page.Locator("umb-search-header-app uui-button").ClickAsync();
        await backoffice.SettledAsync();
        await page.Locator("umb-search-modal input").FillAsync("hedensted");
        await backoffice.SettledAsync();
        await CloseAsync(backoffice);

        await page.Locator("umb-current-user-header-app uui-button").ClickAsync();
        await page.Locator("umb-current-user-modal").GetByRole(AriaRole.Button, new() { Name = "Skift dit kodeord" }).ClickAsync();
        await backoffice.SettledAsync();
        await CloseAsync(backoffice);
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [Test]
    public async Task One_document_of_each_type_opens_with_all_its_tabs_and_dialogs()
    {
        using var session = await SignInAsync();
        await using var backoffice = await OpenBackofficeAsync();
        var documents = new Dictionary<string, (string Key, string Name)>();
        await CollectAsync(session, "/tree/document/root?skip=0&take=100", documents);
        Assert.That(documents, Has.Count.GreaterThan(12));
        var menus = new HashSet<string>();
        await backoffice.GoToAsync("section/content");
        foreach (var (document, name) in documents.Values)
        {
            await backoffice.FollowAsync($"section/content/workspace/document/edit/{document}/invariant");
            await Assertions.Expect(backoffice.Name).ToHaveValueAsync(name);
            await EveryViewAsync(backoffice);

            // The dialogs are the same for all that have the same menu.
            var menu = await OpenMenuAsync(backoffice, backoffice.Page.Locator("[data-mark='workspace:action-menu-button']"));
            await CloseAsync(backoffice);
            if (menus.Add(string.Join(' ', menu)))
            {
                await EveryMenuAsync(backoffice, backoffice.Page.Locator("[data-mark='workspace:action-menu-button']"));
            }
        }

        Assert.That(menus, Is.Not.Empty);
        Assert.That(backoffice.Faults, Is.Empty);
    }

    [TestCase("document-type", 8)]
    [TestCase("media-type", 8)]
    [TestCase("data-type", 60)]
    public async Task A_type_or_setting_of_each_kind_opens_with_all_its_views(string tree, int most)
    {
        using var session = await SignInAsync();
        await using var backoffice = await OpenBackofficeAsync();
        await backoffice.GoToAsync("section/settings");
        foreach (var (key, name) in await DifferentAsync(session, tree, most))
        {
            await backoffice.FollowAsync($"section/settings/workspace/{tree}/edit/{key}");
            await Assertions.Expect(backoffice.Page.Locator("umb-content-type-workspace-editor-header #name, [data-mark='input:workspace-name'], [data-mark='input:entity-name']").First)
                .ToHaveJSPropertyAsync("value", name);
            await EveryViewAsync(backoffice);
        }

        await EveryMenuAsync(backoffice, backoffice.Page.Locator("[data-mark='workspace:action-menu-button']"));
        Assert.That(backoffice.Faults, Is.Empty);
    }

    /// <summary>Shows each view of the workspace, and in each view its tabs.</summary>
    private static async Task EveryViewAsync(Backoffice backoffice)
    {
        var page = backoffice.Page;
        await page.Locator("umb-workspace-editor, umb-entity-detail-workspace-editor").First.WaitForAsync();
        var views = page.Locator("[data-mark^='workspace:view-link:']");
        for (var view = 0; view < await views.CountAsync(); view++)
        {
            await views.Nth(view).ClickAsync();
            await backoffice.SettledAsync();
            var tabs = page.Locator("[data-mark^='content-tab:']");
            for (var tab = 0; tab < await tabs.CountAsync(); tab++)
            {
                await tabs.Nth(tab).ClickAsync();
                await backoffice.SettledAsync();
            }
        }
    }

    /// <summary>Chooses each action in the menus behind these buttons, and cancels what opens.</summary>
    private static async Task EveryMenuAsync(Backoffice backoffice, ILocator buttons)
    {
        for (var button = 0; button < await buttons.CountAsync(); button++)
        {
            if (!await buttons.Nth(button).IsVisibleAsync())
            {
                continue; // shown when the item is pointed at
            }

            foreach (var action in await OpenMenuAsync(backoffice, buttons.Nth(button)))
            {
                await backoffice.Page.Locator($"uui-menu-item[data-mark='{action}']").Filter(new() { Visible = true }).Last.ClickAsync();
                await backoffice.SettledAsync();
                await CloseAsync(backoffice);
                await OpenMenuAsync(backoffice, buttons.Nth(button));
            }

            await CloseAsync(backoffice);
        }
    }

    private static async Task<string[]> OpenMenuAsync(Backoffice backoffice, ILocator button)
    {
        if (await button.CountAsync() == 0)
        {
            return [];
        }

        var items = backoffice.Page.Locator("uui-menu-item[data-mark^='entity-action:']").Filter(new() { Visible = true });
        // The button opens and closes: a menu that a dialog left open is closed first. It is pressed as the keyboard does, for
        // what lies beside it in a tree covers it until the pointer has been there for a while.
        for (var press = 0; press < Presses; press++)
        {
            await button.EvaluateAsync("button => button.click()");
            await backoffice.SettledAsync();
            if (await ShownAsync(items.First))
            {
                break;
            }
        }

        return await items.EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.mark)");
    }

    // A menu asks for nothing when it opens, so nothing tells when it is drawn.
    private static async Task<bool> ShownAsync(ILocator item)
    {
        try
        {
            await item.WaitForAsync(new() { Timeout = 1_500 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Closes menus and dialogs without doing anything.</summary>
    private static async Task CloseAsync(Backoffice backoffice)
    {
        var open = backoffice.Page.Locator("uui-modal-dialog, uui-modal-sidebar");
        await backoffice.Page.Keyboard.PressAsync("Escape");
        await backoffice.SettledAsync();
        if (await open.CountAsync() > 0)
        {
            await backoffice.Page.Keyboard.PressAsync("Escape"); // one dialog was opened by another
        }

        await Assertions.Expect(open).ToHaveCountAsync(0);
    }

    /// <summary>Keys of items that are of different kinds: each editor of data types once, for types the first ones.</summary>
    private static async Task<List<(string Key, string Name)>> DifferentAsync(BackofficeSession session, string tree, int most)
    {
        var found = new Dictionary<string, (string, string)>();
        foreach (var key in await LeavesAsync(session, tree))
        {
            var item = await session.ReadAsync($"/{tree}/{key}");
            found.TryAdd(item!["editorUiAlias"]?.GetValue<string>() ?? key, (key, item["name"]!.GetValue<string>()));
        }

        return [.. found.Values.Take(most)];
    }

    private static async Task<List<string>> LeavesAsync(BackofficeSession session, string tree, string from = "root?skip=0&take=100")
    {
        var leaves = new List<string>();
        foreach (var item in (await session.ReadAsync($"/tree/{tree}/{from}"))!["items"]!.AsArray())
        {
            var id = item!["id"]!.GetValue<string>();
            if (item["isFolder"]?.GetValue<bool>() == true)
            {
                leaves.AddRange(await LeavesAsync(session, tree, $"children?parentId={id}&skip=0&take=100"));
            }
            else
            {
                leaves.Add(id);
            }
        }

        return leaves;
    }

    private static async Task CollectAsync(BackofficeSession session, string path, Dictionary<string, (string Key, string Name)> documents)
    {
        foreach (var item in (await session.ReadAsync(path))!["items"]!.AsArray().OfType<JsonObject>())
        {
            var id = item["id"]!.GetValue<string>();
            documents.TryAdd(item["documentType"]!["id"]!.GetValue<string>(), (id, item["variants"]![0]!["name"]!.GetValue<string>()));
            if (item["hasChildren"]!.GetValue<bool>())
            {
                await CollectAsync(session, $"/tree/document/children?parentId={id}&skip=0&take=100", documents);
            }
        }
    }
}
