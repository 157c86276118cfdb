using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>A tab with the backoffice, used as an editor uses it.</summary>
/// <remarks>Notes everything that an editor should never meet; <see cref="Faults"/> is what a test asks for at its end.</remarks>
internal sealed class Backoffice : IAsyncDisposable
{
    private const float Patience = 60_000;

    private readonly CmsProcess _cms;
    private readonly BackofficeFaults _faults;
    private readonly ConcurrentDictionary<IRequest, bool> _underWay = new();
    private bool _leaving;

    private Backoffice(IPage page, CmsProcess cms)
    {
        _cms = cms;
        _faults = new BackofficeFaults(page, cms);
        Page = page;
    }

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>The name of the document, picture or type that is open.</summary>
    public ILocator Name => Page.Locator("[data-mark='input:entity-name'] input");

    /// <summary>Errors of the page, answers of 500 and above, and operations that the server does not have.</summary>
    public IReadOnlyCollection<string> Faults => _faults.Noted;

    /// <summary>Opens a tab in a window that is signed in, with the content tree.</summary>
    public static async Task<Backoffice> OpenAsync(IBrowserContext window, CmsProcess cms)
    {
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var backoffice = new Backoffice(page, cms);
        page.Dialog += (_, dialog) => dialog.AcceptAsync(); // «Forlad siden?»
        page.Request += (_, request) => backoffice.Began(request);
        page.RequestFinished += (_, request) => backoffice.Ended(request);
        page.RequestFailed += (_, request) => backoffice.Ended(request);
        page.FrameNavigated += (_, _) => backoffice.Arrived();
        return backoffice;
    }

    /// <summary>Goes to an address below <c>/umbraco</c>.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(new Uri(_cms.Address, $"/umbraco/{path}").ToString());
        await Page.Locator("umb-backoffice-main").WaitForAsync();
        await SettledAsync();
    }

    /// <summary>Goes there as a link in the backoffice does, without loading the page anew.</summary>
    public async Task FollowAsync(string path)
    {
        await Page.EvaluateAsync("path => history.pushState({}, '', path)", $"/umbraco/{path}");
        await SettledAsync();
    }

    /// <summary>Opens a document and waits until its fields are there.</summary>
    public async Task OpenAsync(Guid document)
    {
        await GoToAsync($"section/content/workspace/document/edit/{document}/invariant");
        await ReadyAsync();
    }

    /// <summary>Loads the tab anew and waits until the fields are there.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>Begins a new document through the tree, where its parent is shown: the plus, the type, and – where the type has some – a template.</summary>
    public async Task CreateAsync(string parent, string type, string template = "Tom side")
    {
        var item = TreeItem(parent);
        await item.HoverAsync();
        await item.Locator("[data-mark='entity-action:Umb.EntityAction.Document.Create']").First.ClickAsync();
        var templates = await Page.RunAndWaitForResponseAsync(
            () => Page.Locator("umb-document-create-options-modal uui-ref-node-document-type").Filter(new() { HasText = $"{type}..." }).ClickAsync(),
            answer => answer.Url.Contains("/blueprint", StringComparison.Ordinal));
        if ((await templates.JsonAsync())?.GetProperty("total").GetInt32() > 0)
        {
            await Page.Locator($"umb-document-create-options-modal uui-menu-item[label='{template}']").ClickAsync();
        }

        await Page.WaitForURLAsync("**/create/**");
        await ReadyAsync();
    }

    /// <summary>An item of the tree to the left.</summary>
    public ILocator TreeItem(string name) =>
        Page.Locator("umb-section-sidebar uui-menu-item").Filter(new() { Has = Page.Locator($"> #label-button[aria-label=\"{name}\"], #menu-item > #label-button[aria-label=\"{name}\"]") }).Last;

    /// <summary>Shows one of the document's tabs.</summary>
    public async Task TabAsync(string name)
    {
        await Page.Locator($"[data-mark^='content-tab:'][label=\"{name}\"]").Last.ClickAsync();
        await Page.Locator("umb-property").First.WaitForAsync();
    }

    /// <summary>Shows one of the document's views: <c>Edit</c>, <c>Info</c> or <c>Collection</c>.</summary>
    public Task ViewAsync(string name) => Page.Locator($"[data-mark$='WorkspaceView.Document.{name}']").ClickAsync();

    /// <summary>A field by its alias, in the document or – when one is open – in the dialog on top.</summary>
    public ILocator Field(string alias) => Page.Locator($"umb-property[data-mark='property:{alias}']").Last;

    /// <summary>Writes in a field's text, number or date box.</summary>
    public Task FillAsync(string alias, string value) => Field(alias).Locator("input, textarea").First.FillAsync(value);

    /// <summary>Presses «Gem» and waits until it is saved.</summary>
    public async Task SaveAsync()
    {
        var saved = await PressAndWaitAsync("Save");
        Assert.That(saved.Ok, $"{saved.Status} {saved.Url}");
        await Page.WaitForURLAsync("**/edit/**");
    }

    /// <summary>Presses «Gem og udgiv» and waits for the message that it is published.</summary>
    public async Task PublishAsync()
    {
        await ExpectAsync("Indhold publiceret", () => PressAsync("SaveAndPublish"));
        await Page.WaitForURLAsync("**/edit/**"); // a new one gets its address a little later
    }

    /// <summary>Presses a button at the bottom of the document, <c>Save</c> or <c>SaveAndPublish</c>.</summary>
    public Task PressAsync(string action) => Page.Locator($"[data-mark='workspace-action:Umb.WorkspaceAction.Document.{action}']").ClickAsync();

    /// <summary>Presses such a button, and gives what the server answers to the saving itself.</summary>
    public Task<IResponse> PressAndWaitAsync(string action) => Page.RunAndWaitForResponseAsync(
        () => PressAsync(action),
        answer => answer.Request.Method is "PUT" or "POST" && Regex.IsMatch(answer.Url, @"/api/v1/document(/[0-9a-f-]{36}(/update-and-publish)?)?$"));

    /// <summary>Chooses an action in the menu of the document, or other thing, that is open, e.g. <c>MoveTo</c>.</summary>
    public async Task ActAsync(string action, string kind = "Document")
    {
        // The news of a save draws the menu anew; one that was just opened closes then, and is opened again.
        var item = Page.Locator($"umb-workspace-entity-action-menu [data-mark='entity-action:Umb.EntityAction.{kind}.{action}']");
        for (var attempt = 1; ; attempt++)
        {
            await Page.Locator("[data-mark='workspace:action-menu-button']").First.ClickAsync();
            try
            {
                await item.ClickAsync(new() { Timeout = 3_000 });
                return;
            }
            catch (TimeoutException) when (attempt < 4)
            {
            }
        }
    }

    /// <summary>Chooses what is behind the arrow beside the publish button.</summary>
    public async Task ActWhilePublishingAsync(string action)
    {
        await Page.Locator("umb-workspace-action-menu #popover-trigger").Last.ClickAsync();
        await Page.Locator($"umb-workspace-action-menu-item uui-menu-item[label=\"{action}\"]").ClickAsync();
    }

    /// <summary>Presses a button of a dialog, and waits until that dialog is gone.</summary>
    public async Task ConfirmAsync(string dialog, string button)
    {
        await Page.Locator(dialog).Last.WaitForAsync();
        await SettledAsync(); // what the dialog asks for first decides what its button does
        await Page.Locator(dialog).Last.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
        await Page.Locator(dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Chooses something in the tree of a dialog, opening what is above it.</summary>
    public async Task ChooseAsync(string dialog, params string[] path)
    {
        var tree = Page.Locator($"{dialog} umb-tree");
        foreach (var name in path.SkipLast(1))
        {
            // What is already open has no button that opens it.
            await tree.Locator($"#label-button[aria-label=\"{name}\"]").First.WaitForAsync();
            var closed = tree.Locator($"#caret-button[aria-label=\"Udvid underordnede elementer for {name}\"]");
            if (await closed.CountAsync() > 0)
            {
                await closed.First.ClickAsync();
            }
        }

        await tree.Locator($"#label-button[aria-label=\"{path[^1]}\"]").First.ClickAsync();
    }

    /// <summary>Picks documents of these names in a field's dialog.</summary>
    public async Task PickAsync(string alias, params string[] names)
    {
        await Field(alias).Locator("#btn-add").ClickAsync();
        foreach (var name in names)
        {
            await ChooseAsync("umb-tree-picker-modal", name);
        }

        await ConfirmAsync("umb-tree-picker-modal", "Vælg");
    }

    /// <summary>Does something, and waits for the message about it; what was on the screen before does not count.</summary>
    public async Task ExpectAsync(string message, Func<Task> act)
    {
        await Page.Locator("uui-toast-notification").EvaluateAllAsync<object?>("all => all.forEach(one => one.setAttribute('data-seen', ''))");
        await act();
        await Page.Locator("uui-toast-notification:not([data-seen])").Filter(new() { HasText = message }).First.WaitForAsync();
    }

    /// <summary>Waits until the screen asks for nothing more, and has not for a moment: what has come is drawn, and may ask again.</summary>
    public async Task SettledAsync()
    {
        var since = Stopwatch.StartNew();
        for (var quiet = 0; quiet < 2; quiet = _underWay.IsEmpty ? quiet + 1 : 0)
        {
            Assert.That(since.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)), () => $"still asking for {string.Join(", ", _underWay.Keys.Select(request => request.Url))}");
            await Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 60))").WaitAsync(TimeSpan.FromMilliseconds(Patience));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await PictureAsync(TestContext.CurrentContext.Test.MethodName!); // the last that the editor saw
        await Page.CloseAsync();
    }

    /// <summary>A picture of what the editor sees, for whoever asks for it with <c>HEDENSTED_TEST_PICTURES</c>.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("HEDENSTED_TEST_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    // Fields are drawn before all that they stand in has come; what is typed before that is lost, to those who type as fast as a test does.
    private async Task ReadyAsync()
    {
        await Page.Locator("umb-property").First.WaitForAsync();
        await SettledAsync();
    }

    private void Began(IRequest request)
    {
        _leaving |= request.IsNavigationRequest;
        // Pictures come when they come; of some the browser never tells the end.
        if (request.ResourceType is "fetch" or "xhr" or "script" or "document")
        {
            _underWay.TryAdd(request, true);
        }
    }

    // Of what the page before was still asking for, the browser does not always tell the end.
    private void Arrived()
    {
        if (_leaving)
        {
            _leaving = false;
            _underWay.Clear();
        }
    }

    private void Ended(IRequest request) => _underWay.TryRemove(request, out _);
}
