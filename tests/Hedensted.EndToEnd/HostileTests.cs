using System.Globalization;
using System.Text;
using Hedensted.Bibliotek;
using Hedensted.Content.Tests.Editing;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>What a stolen editor's account can put on the website, in a browser that our Content-Security-Policy does not help.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class HostileTests : SiteTests
{
    private static readonly Guid StrategyPage = new("d0b7870a-38fa-52d6-b6f3-1df01a12f913");
    private static readonly Guid TextBlock = new("97d8146f-3959-5559-ab5b-3bacf1f584c5");

    private const string Drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90" onload="alert(1)"><script>alert(2)</script>
        <foreignObject width="90" height="90"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(3)" onload="alert(4)"/></foreignObject>
        <image href="https://evil.example/x.png"/><use href="https://evil.example/x.svg#x"/><style>@import "https://evil.example/x.css"; rect{fill:url(https://evil.example/y)}</style>
        <animate attributeName="href" onbegin="alert(5)" dur="1s"/><rect id="whole" width="50" height="50"/></svg>
        """;

    [Test]
    public async Task Every_hostile_markup_is_published_and_none_of_it_runs_loads_or_is_there()
    {
        using var editor = await SignInAsync();
        var title = "<img src=https://evil.example/t.png onerror=alert(1)>";
        var position = await PublishAsync(editor, title, [.. HostileMarkup.All.Select(markup => $"Tekst {markup}"), "<p>Her slutter prøven</p>"]);
        await editor.CatchUpAsync(position.Position);

        await using var window = await Browser.OpenAsync(ignorePolicy: true);
        var page = await window.NewPageAsync();
        var noted = Watch(page);
        await page.GotoAsync(At(position.Path));
        await Assertions.Expect(page.GetByText("Her slutter prøven")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);

        // Everything in the text that could be used is used.
        await page.Locator("main").EvaluateAsync("main => main.querySelectorAll('*').forEach(element => ['mouseover', 'focus', 'pointerover', 'animationstart', 'toggle', 'error', 'load'].forEach(name => element.dispatchEvent(new Event(name, { bubbles: true }))))");
        var left = await page.Locator("main").EvaluateAsync<string[]>(
            """
            main => [...main.querySelectorAll('*')].flatMap(element => [
              ...(/^(script|style|iframe|object|embed|form|input|button|link|meta|base|svg|math|video|audio|template|portal)$/.test(element.localName) && !element.closest('nav, header, footer, details') ? [element.outerHTML] : []),
              ...[...element.attributes].filter(attribute => attribute.name.startsWith('on') || ['srcdoc', 'style'].includes(attribute.name)).map(attribute => `${element.localName} ${attribute.name}`),
              ...(element.localName === 'a' && !/^(https?|mailto|tel):$/.test(element.protocol) ? [element.outerHTML] : []),
            ])
            """);
        Assert.Multiple(() =>
        {
            Assert.That(noted, Is.Empty);
            Assert.That(left, Is.Empty);
        });
    }

    [Test]
    public async Task A_hostile_drawing_opened_by_itself_runs_and_loads_nothing()
    {
        using var editor = await SignInAsync();
        var upload = Guid.NewGuid();
        using var sent = await editor.CallAsync(HttpMethod.Post, "/temporary-file", new MultipartFormDataContent
        {
            { new StringContent(upload.ToString()), "Id" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Drawing)), "File", "mærke.svg" },
        });
        Assert.That((int)sent.StatusCode, Is.EqualTo(201));
        var media = Guid.NewGuid();
        using var saved = await editor.CallAsync(HttpMethod.Post, "/media", new
        {
            id = media,
            parent = (object?)null,
            mediaType = new { id = "c4b1efcf-a9d5-41c4-9621-e9d273b52a9c" },
            values = new[] { new { alias = "umbracoFile", culture = (string?)null, segment = (string?)null, value = new { temporaryFileId = upload } } },
            variants = new[] { new { name = "Mærke", culture = (string?)null, segment = (string?)null } },
        });
        await editor.CatchUpAsync(BackofficeSession.PositionOf(saved));
        var file = (await editor.ReadAsync($"/media/{media}"))!["values"]!.AsArray().Single(value => value!["alias"]!.GetValue<string>() == "umbracoFile")!["value"]!;

        await using var window = await Browser.OpenAsync(ignorePolicy: true);
        var page = await window.NewPageAsync();
        var noted = Watch(page);
        await page.GotoAsync(At(file["src"]!.GetValue<string>()));
        await page.Locator("#whole").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.That(noted, Is.Empty);
    }

    private List<string> Watch(IPage page)
    {
        var noted = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            noted.Add($"{dialog.Type} {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Cms.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                noted.Add(request.Url);
            }
        };
        page.Popup += (_, popup) => noted.Add(popup.Url);
        return noted;
    }

    private static async Task<(string Path, long Position)> PublishAsync(BackofficeSession editor, string title, string[] texts)
    {
        var keys = texts.Select(_ => Guid.NewGuid()).ToArray();
        var body = new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = keys.Select(key => new { contentKey = key }) },
            contentData = keys.Select((key, index) => new
            {
                key,
                contentTypeKey = TextBlock,
                values = new[] { Value("text", new { markup = texts[index], blocks = new { layout = new { }, contentData = Array.Empty<object>(), settingsData = Array.Empty<object>(), expose = Array.Empty<object>() } }) },
            }),
            settingsData = Array.Empty<object>(),
            expose = keys.Select(key => new { contentKey = key, culture = (string?)null, segment = (string?)null }),
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"Prøve {Guid.NewGuid():N}");
        using var answer = await editor.CallAsync(HttpMethod.Post, "/document/create-and-publish", new
        {
            id = Guid.NewGuid(),
            parent = new { id = StartingSite.Strategy },
            documentType = new { id = StrategyPage },
            template = (object?)null,
            values = new[] { Value("title", title), Value("teaser", title), Value("body", body) },
            variants = new[] { new { culture = (string?)null, segment = (string?)null, name } },
            culturesToPublish = Array.Empty<string>(),
        });
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
        return ($"/strategi/{name.ToLowerInvariant().Replace("ø", "oe", StringComparison.Ordinal).Replace(' ', '-')}", BackofficeSession.PositionOf(answer));
    }

    private static object Value(string alias, object value) => new { alias, value, culture = (string?)null, segment = (string?)null };
}
