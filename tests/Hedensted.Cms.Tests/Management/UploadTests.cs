using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Variants;
using Hedensted.Cms.Tests.Media;
using Hedensted.Content.Published;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.Uploads;

namespace Hedensted.Cms.Tests.Management;

/// <summary>From the file on an editor's desk to the picture that a citizen sees, and away again.</summary>
public class UploadTests
{
    [Test]
    public async Task An_uploaded_picture_is_seen_by_everybody_under_rules_that_keep_it_a_picture()
    {
        var (_, url) = await PictureAsync("Sommer på Glud.png", Pictures.Png(400, 200));
        Assert.That(url, Does.Match("^/media/[0-9a-f]{10}/sommer-paa-glud\\.png$"));

        using var visitor = Host.Stranger();
        using var response = await visitor.GetAsync(url);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/png"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox"));
            Assert.That(response.Headers.CacheControl?.Public, Is.True);
            Assert.That(response.Headers.ETag, Is.Not.Null);
            Assert.That(response.Content.Headers.ContentDisposition, Is.Null);
        });

        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        Assert.That((await visitor.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        using var part = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(0, 7) } };
        using var start = await visitor.SendAsync(part);
        Assert.That(start.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(await start.Content.ReadAsByteArrayAsync(), Has.Length.EqualTo(8));
    }

    [Test]
    public async Task A_media_item_knows_its_size_and_the_backoffice_gets_a_thumbnail_that_can_be_fetched()
    {
        var (id, url) = await PictureAsync("stor.png", Pictures.Png(1200, 600));
        var media = await Rikke.GetAsync($"media/{id}");
        Assert.That(ValueOf(media!, "umbracoWidth")!.ToString(), Is.EqualTo("1200"));
        Assert.That(ValueOf(media!, "umbracoExtension")!.ToString(), Is.EqualTo("png"));

        var thumbnails = await Rikke.GetAsync($"imaging/resize/urls?id={id}&height=300&width=300&mode=Min");
        var thumbnail = thumbnails![0]!["urlInfos"]![0]!["url"]!.GetValue<string>();
        Assert.That(thumbnail, Does.StartWith(url + "?"));
        using var visitor = Host.Stranger();
        Assert.That((await visitor.GetAsync(thumbnail)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await visitor.GetAsync(MediaUrls.Variant(url, 300, 200))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await visitor.GetAsync(url + "?width=301")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_trashed_picture_is_gone_for_citizens_and_still_there_for_editors()
    {
        var (id, url) = await PictureAsync("fortrudt.png", Pictures.Png());
        var position = await Rikke.DoAsync(HttpMethod.Put, $"media/{id}/move-to-recycle-bin");
        await Host.Service<EditionSource>().WaitForAsync(position!.Value, CancellationToken.None);

        using var visitor = Host.Stranger();
        Assert.That((await visitor.GetAsync(url)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await visitor.GetAsync(MediaUrls.Variant(url, 320))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var editors = await Rikke.SendAsync(HttpMethod.Get, $"/umbraco/..{url}");
        Assert.That(editors.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(editors.Headers.CacheControl?.NoStore, Is.True);
    }

    [Test]
    public async Task A_link_to_a_file_that_was_replaced_leads_to_what_replaced_it()
    {
        var (id, first) = await PictureAsync("program.png", Pictures.Png());
        var second = await ReplaceAsync(id, first, "program.png", 50);
        var third = await ReplaceAsync(id, second, "Efterårets program.png", 60);
        Assert.That((second, third), Is.EqualTo((first.Replace("program.png", "program-2.png", StringComparison.Ordinal), first.Replace("program.png", "efteraarets-program.png", StringComparison.Ordinal))));

        using var visitor = Host.Stranger();
        foreach (var old in new[] { first, second })
        {
            using var moved = await visitor.GetAsync(MediaUrls.Variant(old, 320));
            Assert.That((moved.StatusCode, moved.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Redirect, MediaUrls.Variant(third, 320))));
        }

        Assert.That((await visitor.GetAsync(third)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var editors = await Rikke.SendAsync(HttpMethod.Get, $"/umbraco/..{first}");
        Assert.That(editors.StatusCode, Is.EqualTo(HttpStatusCode.OK), "an earlier version still shows its own picture");

        var position = await Rikke.DoAsync(HttpMethod.Put, $"media/{id}/move-to-recycle-bin");
        await Host.Service<EditionSource>().WaitForAsync(position!.Value, CancellationToken.None);
        Assert.That((await visitor.GetAsync(first)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_an_editor_has_drawn_is_cut_and_nothing_else()
    {
        if (!Host.Service<Vips>().IsAvailable)
        {
            Assert.Ignore("Install libvips-tools to test cutting.");
        }

        var (id, url) = await PictureAsync("udsnit.png", Pictures.Png(1200, 600));
        var position = await Rikke.DoAsync(HttpMethod.Put, $"media/{id}", new
        {
            values = new[]
            {
                new
                {
                    alias = "umbracoFile",
                    culture = (string?)null,
                    segment = (string?)null,
                    value = new { src = url, focalPoint = new { left = 0.5, top = 0.5 }, crops = new[] { new { alias = "top", width = 800, height = 800, coordinates = new { x1 = 0.25, y1 = 0d, x2 = 0.25, y2 = 0d } } } },
                },
            },
            variants = new[] { new { name = "udsnit.png", culture = (string?)null } },
        });
        await Host.Service<EditionSource>().WaitForAsync(position!.Value, CancellationToken.None);

        using var visitor = Host.Stranger();
        async Task<ImageSize> SizeAsync(string cut) =>
            PngPicture.Copy(new MemoryStream(await visitor.GetByteArrayAsync(MediaUrls.Cut(url, 320, PictureCut.Parse(cut)!.Value, "png"))), Stream.Null);
        Assert.Multiple(async () =>
        {
            Assert.That(await SizeAsync("0.25,0,0.25,0"), Is.EqualTo(new ImageSize(320, 320)));
            Assert.That(await SizeAsync("0.3,0,0.2,0"), Is.EqualTo(new ImageSize(320, 160)), "nobody has drawn this, so it is the whole picture");
            Assert.That((await visitor.GetAsync($"{url}?cc=0,0,0,0")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "without a width");
        });
    }

    [Test]
    public async Task A_drawing_is_shown_in_a_sandbox_without_its_scripts()
    {
        var (_, url) = await PictureAsync("mærke.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script><path d='M0 0'/></svg>"), Svg);
        using var visitor = Host.Stranger();
        using var response = await visitor.GetAsync(url);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("M0 0").And.Not.Contain("alert"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.EndWith("sandbox"));
    }

    [TestCase("side.html", "<html>", "webside")]
    [TestCase("foto.jpg", "<html><script>", "ikke et JPEG-billede")]
    public async Task A_file_that_is_not_what_it_says_is_refused_where_the_uploader_shows_it(string name, string content, string says)
    {
        using var response = await SendAsync(Guid.NewGuid(), name, Encoding.UTF8.GetBytes(content));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem["title"]!.GetValue<string>(), Does.Contain(says));
        Assert.That(problem["type"]!.GetValue<string>(), Is.EqualTo("Error"));
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused_with_the_limit_that_the_uploader_reads()
    {
        using var response = await SendAsync(Guid.NewGuid(), "stor.txt", new byte[50 * 1024 * 1024 + 1]);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(problem["title"]!.GetValue<string>(), Does.Contain("52428800 bytes"));
    }

    [Test]
    public async Task An_upload_answers_with_its_key_and_can_be_taken_back()
    {
        var id = Guid.NewGuid();
        using var response = await SendAsync(id, "foto.png", Pictures.Png());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(response.Headers.GetValues("Umb-Generated-Resource").Single(), Is.EqualTo(id.ToString()));
        Assert.That((await Rikke.GetAsync($"temporary-file/{id}"))!["fileName"]!.GetValue<string>(), Is.EqualTo("foto.png"));
        await Rikke.DoAsync(HttpMethod.Delete, $"temporary-file/{id}");
        using var gone = await Rikke.SendAsync(HttpMethod.Get, $"temporary-file/{id}");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    // The path as the server has decoded it, since a client would tidy it up first.
    [TestCase("/media/../hedensted.sqlite")]
    [TestCase("/media/x/../../hedensted.sqlite")]
    [TestCase("/media/..%2fhedensted.sqlite")]
    [TestCase("/media/../../etc/passwd")]
    [TestCase("/media/..\\hedensted.sqlite")]
    [TestCase("/media//etc/passwd")]
    [TestCase("/media/x/y.png")]
    public async Task An_address_that_leads_out_of_the_media_folder_leads_nowhere(string path)
    {
        var context = await Host.Server.SendAsync(request =>
        {
            request.Request.Method = "GET";
            request.Request.Path = path;
        });
        Assert.That(context.Response.StatusCode, Is.EqualTo(404));
    }

    private static async Task<string> ReplaceAsync(Guid id, string url, string name, int size)
    {
        var upload = await UploadAsync(name, Pictures.Png(size, size));
        var position = await Rikke.DoAsync(HttpMethod.Put, $"media/{id}", new
        {
            values = new[] { new { alias = "umbracoFile", culture = (string?)null, segment = (string?)null, value = new { src = url, temporaryFileId = upload, focalPoint = new { left = 0.1, top = 0.9 }, crops = Array.Empty<object>() } } },
            variants = new[] { new { name, culture = (string?)null } },
        });
        await Host.Service<EditionSource>().WaitForAsync(position!.Value, CancellationToken.None);
        var file = ValueOf((await Rikke.GetAsync($"media/{id}"))!, "umbracoFile")!;
        Assert.That(file["focalPoint"]!["left"]!.GetValue<double>(), Is.EqualTo(0.1));
        return file["src"]!.GetValue<string>();
    }
}
