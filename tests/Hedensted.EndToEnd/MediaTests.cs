using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>An editor with pictures: in the media archive, and what becomes of files that cannot be used.</summary>
[NonParallelizable] // one window at a time: a browser need not draw the one behind
public class MediaTests : BackofficeTests
{
    private const string HostileDrawing =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>alert(1)</script><circle cx="5" cy="5" r="4" onclick="alert(2)"/></svg>""";

    [Test]
    public async Task A_picture_is_chosen_seen_opened_named_and_given_a_focal_point()
    {
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await OpenArchiveAsync(page);
        await ChooseAsync(page, "laesehest.png", "image/png", await PictureAsync(page, "image/png"));
        var card = page.Locator("uui-card-media").Filter(new() { HasText = "Laesehest" });
        await card.WaitForAsync();
        await AssertShownAsync(card.Locator("img"));

        await card.GetByText("Laesehest").ClickAsync();
        var picture = page.Locator("umb-image-cropper-focus-setter #image");
        await picture.WaitForAsync();
        await AssertShownAsync(picture);
        await PointAsync(picture, 0.75f, 0.25f);
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("navn", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.FillAsync("Læsehesten");
        var saved = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Gem", Exact = true }).ClickAsync(),
            response => response.Request.Method == "PUT" && !response.Url.EndsWith("/validate", StringComparison.Ordinal));
        Assert.That(saved.Status, Is.EqualTo(200));

        using var editor = await SignInAsync();
        var media = await editor.ReadAsync(new Uri(saved.Url).AbsolutePath);
        JsonNode Value(string alias) => media!["values"]!.AsArray().Single(value => value!["alias"]!.GetValue<string>() == alias)!["value"]!;
        Assert.Multiple(() =>
        {
            Assert.That(media!["variants"]![0]!["name"]!.GetValue<string>(), Is.EqualTo("Læsehesten"));
            Assert.That(Value("umbracoFile")["focalPoint"]!["left"]!.GetValue<double>(), Is.EqualTo(0.75).Within(0.02));
            Assert.That(Value("umbracoFile")["focalPoint"]!["top"]!.GetValue<double>(), Is.EqualTo(0.25).Within(0.02));
            Assert.That(Value("umbracoWidth").ToString(), Is.EqualTo("1600"));
            Assert.That(Value("umbracoHeight").ToString(), Is.EqualTo("1000"));
        });
    }

    [Test]
    public async Task Ten_pictures_and_a_file_that_lies_are_dropped_on_the_archive_at_once()
    {
        var files = Enumerable.Range(1, 10).Select(number => Path.Combine(Cms.DataPath, $"forfatter-{number:00}.jpg")).Append(Path.Combine(Cms.DataPath, "loegn.jpg")).ToArray();
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await OpenArchiveAsync(page);
        var picture = await PictureAsync(page, "image/jpeg");
        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(file, file == files[^1] ? "<html>"u8.ToArray() : picture);
        }

        // A file from outside the browser can only be dragged through its debugging protocol.
        var browser = await page.Context.NewCDPSessionAsync(page);
        foreach (var move in new[] { "dragEnter", "dragOver", "drop" })
        {
            await browser.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = move,
                ["x"] = 800,
                ["y"] = 500,
                ["data"] = new { items = Array.Empty<object>(), files, dragOperationsMask = 1 },
            });
        }

        var cards = page.Locator("uui-card-media").Filter(new() { HasText = "Forfatter" });
        await Assertions.Expect(cards).ToHaveCountAsync(10);
        foreach (var card in await cards.AllAsync())
        {
            await AssertShownAsync(card.Locator("img"));
        }

        await page.GetByText("loegn.jpg").First.WaitForAsync(); // the one that was refused is named
    }

    [Test]
    public async Task A_file_that_lies_is_refused_in_words_and_leaves_nothing()
    {
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await OpenArchiveAsync(page);
        await ChooseAsync(page, "ond.png", "image/png", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"));
        await page.GetByText("Filen er ikke et PNG-billede, selv om den hedder .png.").First.WaitForAsync();

        await ChooseAsync(page, "ond.html", "text/html", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"));
        await page.GetByText("den har ikke en godkendt filtype: html").First.WaitForAsync();
        Assert.That(await page.Locator("uui-card-media").Filter(new() { HasText = "Ond" }).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_file_that_is_too_big_is_refused_with_the_limit()
    {
        await using var small = await CmsProcess.StartAsync(null, ("Hedensted:Media:MaxFileSizeKb", "100"));
        await using var window = await Browser.OpenAsync();
        var page = await BackofficeWindow.SignInAsync(window, small);
        await page.GotoAsync(new Uri(small.Address, "/umbraco/section/media").ToString());
        await ChooseAsync(page, "stor.png", "image/png", new byte[200_000]);
        var told = page.GetByText("stor.png (").First;
        await told.WaitForAsync();
        Assert.That(await told.InnerTextAsync(), Does.Contain("100 KB"));
    }

    [Test]
    public async Task A_hostile_drawing_is_stripped_before_it_is_kept()
    {
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await OpenArchiveAsync(page);
        await ChooseAsync(page, "tegning.svg", "image/svg+xml", Encoding.UTF8.GetBytes(HostileDrawing));
        await page.Locator("uui-card-media").Filter(new() { HasText = "Tegning" }).WaitForAsync();

        var kept = Directory.EnumerateFiles(Path.Combine(Cms.DataPath, "media"), "tegning.svg", SearchOption.AllDirectories).Single();
        var text = await File.ReadAllTextAsync(kept);
        using var http = new HttpClient { BaseAddress = Cms.Address };
        using var stranger = await http.GetAsync(new Uri($"/media/{Path.GetFileName(Path.GetDirectoryName(kept))}/tegning.svg", UriKind.Relative));
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("circle").And.Not.Contain("script").And.Not.Contain("alert"));
            Assert.That(stranger.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'"));
        });
    }

    [Test]
    public async Task A_picture_put_on_an_event_is_on_its_page_and_in_GraphQL_in_the_size_asked_for()
    {
        var title = $"Billedaften {Guid.NewGuid():N}";
        using var editor = await SignInAsync();
        var (key, _) = await editor.PublishEventAsync(title, DanishTime.Today.AddDays(5).AddHours(19));
        await using var backoffice = await OpenBackofficeAsync();
        var page = backoffice.Page;
        await page.GotoAsync(At($"/umbraco/section/content/workspace/document/edit/{key}"));
        await page.GetByRole(AriaRole.Tab, new() { Name = "Billede" }).ClickAsync();
        await page.Locator("umb-input-rich-media #btn-add").ClickAsync();

        var picker = page.Locator("umb-media-picker-modal");
        await picker.Locator("umb-dropzone-media input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = "aften.png", MimeType = "image/png", Buffer = await PictureAsync(page, "image/png") });
        await picker.Locator("uui-card-media[selected]").Filter(new() { HasText = "Aften" }).WaitForAsync();
        await picker.GetByRole(AriaRole.Button, new() { NameRegex = new("Vælg|Indsend") }).Last.ClickAsync();
        await page.Locator("umb-input-rich-media uui-card-media").First.ClickAsync(new() { Position = new() { X = 60, Y = 60 } });

        var dialog = page.Locator("umb-image-cropper-editor-modal");
        var picture = dialog.Locator("umb-image-cropper-focus-setter #image");
        await AssertShownAsync(picture);
        await PointAsync(picture, 0.75f, 0.25f);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Indsend" }).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached }); // until then nothing behind it takes what is typed
        await page.Locator("umb-property").Filter(new() { HasText = "Billedtekst for blinde" }).Locator("input").First.FillAsync("En gul sol over skoven");
        var published = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Gem og udgiv" }).ClickAsync(),
            response => response.Request.Method == "PUT" && response.Url.Contains("publish", StringComparison.Ordinal));
        Assert.That(published.Status, Is.EqualTo(200));
        await editor.CatchUpAsync(long.Parse((await published.HeaderValueAsync("Hedensted-Position"))!, System.Globalization.CultureInfo.InvariantCulture));

        using var reader = new HttpClient { BaseAddress = Cms.Address };
        using var answer = await reader.PostAsJsonAsync("/graphql", new
        {
            query = "query($title: String!) { occurrences(first: 1, where: { title: { eq: $title } }) { nodes { event { path image { url(width: 480) square: url(width: 160, height: 160, format: PNG) id alt focalPoint { x y } } } } } }",
            variables = new { title },
        });
        var found = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["occurrences"]!["nodes"]![0]!["event"]!;
        var image = found["image"]!;
        using var file = await reader.GetAsync(new Uri(image["url"]!.GetValue<string>(), UriKind.RelativeOrAbsolute));
        var square = image["square"]!.GetValue<string>();
        var (cut, own) = (await reader.GetByteArrayAsync(new Uri(square, UriKind.RelativeOrAbsolute)), await reader.GetByteArrayAsync(new Uri(square[..square.IndexOf("&v=", StringComparison.Ordinal)], UriKind.RelativeOrAbsolute)));
        await page.GotoAsync(At(found["path"]!.GetValue<string>()));
        var shown = page.GetByAltText("En gul sol over skoven");
        await AssertShownAsync(shown);
        Assert.Multiple(async () =>
        {
            Assert.That(image["alt"]!.GetValue<string>(), Is.EqualTo("En gul sol over skoven"));
            Assert.That(image["focalPoint"]!["x"]!.GetValue<double>(), Is.EqualTo(0.75).Within(0.02));
            Assert.That(image["focalPoint"]!["y"]!.GetValue<double>(), Is.EqualTo(0.25).Within(0.02));
            Assert.That(await shown.EvaluateAsync<int>("picture => picture.naturalWidth"), Is.EqualTo(File.Exists("/usr/bin/vipsthumbnail") ? 1280 : 1600));
            Assert.That(file.Content.Headers.ContentType!.MediaType, Does.StartWith("image/"));
            Assert.That(cut, File.Exists("/usr/bin/vipsthumbnail") ? Is.Not.EqualTo(own) : Is.EqualTo(own), "the page's own focal point decides what is cut away");
            Assert.That(file.Headers.CacheControl!.Public, Is.True);
            Assert.That(file.Headers.GetValues("Cross-Origin-Resource-Policy").Single(), Is.EqualTo("cross-origin"), "partners show it on their own pages");
            Assert.That(file.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        });

        // Who wants it away is told first where it is used.
        await backoffice.GoToAsync($"section/media/workspace/media/edit/{image["id"]!.GetValue<string>()}");
        await backoffice.ActAsync("RecycleBin.Trash", "Media");
        await Assertions.Expect(page.Locator("umb-trash-with-relation-confirm-modal")).ToContainTextAsync(title);
    }

    private async Task OpenArchiveAsync(IPage page)
    {
        await page.GotoAsync(At("/umbraco/section/media"));
        await page.Locator("umb-dropzone-media input[type=file]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static Task ChooseAsync(IPage page, string name, string type, byte[] bytes) =>
        page.Locator("umb-dropzone-media input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = bytes });

    /// <summary>Clicks on a picture, so far from its left and top as shares of it, once it has come to rest: a dialog slides in.</summary>
    internal static async Task PointAsync(ILocator picture, float left, float top)
    {
        await picture.EvaluateAsync("""
            async element => {
              const place = () => JSON.stringify(element.getBoundingClientRect());
              const drawn = () => new Promise(done => setTimeout(done, 60));
              for (let before = ''; before !== place(); await drawn()) before = place();
            }
            """).WaitAsync(TimeSpan.FromSeconds(60));
        var box = await picture.BoundingBoxAsync();
        await picture.Page.Mouse.ClickAsync(box!.X + (box.Width * left), box.Y + (box.Height * top));
    }

    internal static async Task AssertShownAsync(ILocator picture) =>
        Assert.That(await picture.First.EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth; }").WaitAsync(TimeSpan.FromSeconds(60)), Is.GreaterThan(0));

    internal static async Task<byte[]> PictureAsync(IPage page, string type) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        """
        type => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1000 });
          const pen = canvas.getContext('2d');
          pen.fillStyle = '#0b4f4a'; pen.fillRect(0, 0, 1600, 1000);
          pen.fillStyle = '#fdb92e'; pen.arc(1200, 250, 150, 0, 7); pen.fill();
          return canvas.toDataURL(type).split(',')[1];
        }
        """,
        type));
}
