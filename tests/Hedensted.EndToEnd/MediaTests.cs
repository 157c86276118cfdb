using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Testing;
using Microsoft.Playwright;

namespace Hedensted.EndToEnd;

/// <summary>An editor with pictures: in the media archive, and what becomes of files that cannot be used.</summary>
public class MediaTests : SiteTests
{
    private const string HostileDrawing =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>alert(1)</script><circle cx="5" cy="5" r="4" onclick="alert(2)"/></svg>""";

    [Test]
    public async Task A_picture_is_chosen_seen_opened_named_and_given_a_focal_point()
    {
        await using var window = await Browser.OpenAsync();
        var page = await BackofficeWindow.SignInAsync(window, Cms);
        await OpenArchiveAsync(page);
        await ChooseAsync(page, "laesehest.png", "image/png", await PictureAsync(page, "image/png"));
        var card = page.Locator("uui-card-media").Filter(new() { HasText = "Laesehest" });
        await card.WaitForAsync();
        await AssertShownAsync(card.Locator("img"));

        await card.GetByText("Laesehest").ClickAsync();
        var picture = page.Locator("umb-image-cropper-focus-setter #image");
        await picture.WaitForAsync();
        await AssertShownAsync(picture);
        var box = await picture.BoundingBoxAsync();
        await page.Mouse.ClickAsync(box!.X + (box.Width * 0.75f), box.Y + (box.Height * 0.25f));
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
    public async Task A_picture_is_dropped_on_the_archive()
    {
        var file = Path.Combine(Cms.DataPath, "forfatter-paa-besoeg.jpg");
        await using var window = await Browser.OpenAsync();
        var page = await BackofficeWindow.SignInAsync(window, Cms);
        await OpenArchiveAsync(page);
        await File.WriteAllBytesAsync(file, await PictureAsync(page, "image/jpeg"));

        // A file from outside the browser can only be dragged through its debugging protocol.
        var browser = await window.NewCDPSessionAsync(page);
        foreach (var move in new[] { "dragEnter", "dragOver", "drop" })
        {
            await browser.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = move,
                ["x"] = 800,
                ["y"] = 500,
                ["data"] = new { items = Array.Empty<object>(), files = new[] { file }, dragOperationsMask = 1 },
            });
        }

        var card = page.Locator("uui-card-media").Filter(new() { HasText = "Forfatter" });
        await card.WaitForAsync();
        await AssertShownAsync(card.Locator("img"));
    }

    [Test]
    public async Task A_file_that_lies_is_refused_in_words_and_leaves_nothing()
    {
        await using var window = await Browser.OpenAsync();
        var page = await BackofficeWindow.SignInAsync(window, Cms);
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
        await using var window = await Browser.OpenAsync();
        var page = await BackofficeWindow.SignInAsync(window, Cms);
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

    private async Task OpenArchiveAsync(IPage page)
    {
        await page.GotoAsync(At("/umbraco/section/media"));
        await page.Locator("umb-dropzone-media input[type=file]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static Task ChooseAsync(IPage page, string name, string type, byte[] bytes) =>
        page.Locator("umb-dropzone-media input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = bytes });

    private static async Task AssertShownAsync(ILocator picture) =>
        Assert.That(await picture.First.EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth; }"), Is.GreaterThan(0));

    private static async Task<byte[]> PictureAsync(IPage page, string type) => Convert.FromBase64String(await page.EvaluateAsync<string>(
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
