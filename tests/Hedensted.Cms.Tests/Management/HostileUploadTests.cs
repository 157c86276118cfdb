using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hedensted.Cms.Tests.Media;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.Uploads;

namespace Hedensted.Cms.Tests.Management;

/// <summary>Files that would harm whoever opens them, sent through the real API and asked for by a stranger.</summary>
public class HostileUploadTests
{
    private const string Script = "<script>alert(1)</script>";
    private const string Head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>";

    private static IEnumerable<TestCaseData> Refused()
    {
        TestCaseData Case(string name, byte[] bytes) => new TestCaseData(name, bytes).SetArgDisplayNames(name);
        byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
        yield return Case("side som billede.jpg", Text($"<!doctype html><html>{Script}"));
        yield return Case("side som tekst.txt", Text($"<!doctype html><html>{Script}"));
        yield return Case("side.html", Text($"<html>{Script}"));
        yield return Case("side.xhtml", Text($"<html xmlns='http://www.w3.org/1999/xhtml'>{Script}</html>"));
        yield return Case("ark.xml", Text($"<?xml-stylesheet href='x.xsl'?><x>{Script}</x>"));
        yield return Case("program.php", Text("<?php echo 1; ?>"));
        yield return Case("foto.jpg.html", Pictures.Jpeg());
        yield return Case("foto.jpg.exe", Pictures.Jpeg());
        yield return Case("foto.svg.js", Text("alert(1)"));
        yield return Case("foto.png%00.html", Pictures.Png());
        yield return Case("også et script.gif", Pictures.GifScript());
        yield return Case("et andet slags billede.png", Pictures.Jpeg());
        yield return Case("bombe.png", Pictures.PngBomb(60_000, 60_000));
        yield return Case("bombe.svg", Text("<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&c;</text></svg>"));
        yield return Case("læser filer.svg", Text("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>"));
        yield return Case("pakket.svgz", Zipped(Text(Head + "</svg>")));
        yield return Case("arkiv.zip", Archive());
        yield return Case("tom.jpg", []);
    }

    private static IEnumerable<TestCaseData> Kept()
    {
        TestCaseData Case(string name, byte[] bytes, Guid type, string contentType, bool downloads = false) =>
            new TestCaseData(name, bytes, type, contentType, downloads).SetArgDisplayNames(name);
        byte[] Drawing(string within) => Encoding.UTF8.GetBytes($"{Head}{within}<rect width='5' height='5'/></svg>");
        yield return Case("script.svg", Drawing(Script), Svg, "image/svg+xml");
        yield return Case("handlers.svg", Drawing("<g onload='alert(1)'><circle onclick='alert(2)' r='1'/></g><animate onbegin='alert(3)' attributeName='x' dur='1s'/>"), Svg, "image/svg+xml");
        yield return Case("en side i.svg", Drawing("<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/></foreignObject>"), Svg, "image/svg+xml");
        yield return Case("henter andet.svg", Drawing("<image href='https://evil.example/alert.png'/><use href='//evil.example/alert.svg#x'/><style>@import 'https://evil.example/alert.css'</style>"), Svg, "image/svg+xml");
        yield return Case("links.svg", Drawing("<a xlink:href='javascript:alert(1)'><text>x</text></a><a href='data:text/html,alert'><text>y</text></a>"), Svg, "image/svg+xml");
        yield return Case("efter slutningen.jpg", Pictures.Jpeg(after: Script), Image, "image/jpeg");
        yield return Case("efter slutningen.gif", Pictures.Gif(after: Script), Image, "image/gif");
        yield return Case("efter slutningen.png", [.. Pictures.Png(), .. Encoding.UTF8.GetBytes(Script)], Image, "image/png");
        yield return Case("i en kommentar.png", Pictures.Png(40, 20, ("tEXt", Encoding.UTF8.GetBytes(Script))), Image, "image/png");
        yield return Case("med sted.webp", Pictures.WebP(), Image, "image/webp");
        yield return Case("med sted.jpg", Pictures.Jpeg(), Image, "image/jpeg");
        yield return Case("../../../etc/cron.d/foto.php.jpg", Pictures.Jpeg(), Image, "image/jpeg");
        yield return Case("foto.html;.jpg", Pictures.Jpeg(), Image, "image/jpeg");
        yield return Case("arkiv der fylder meget.docx", Archive(), AnyFile, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", downloads: true);
        yield return Case("regneark.csv", Encoding.UTF8.GetBytes("navn;tal\n=cmd|' /C calc'!A0;1\n"), AnyFile, "text/csv", downloads: true);
    }

    [TestCaseSource(nameof(Refused))]
    public async Task Is_refused_with_a_reason_in_danish_and_cannot_be_used(string name, byte[] bytes)
    {
        var id = Guid.NewGuid();
        using var response = await SendAsync(id, name, bytes);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        using var asked = await Rikke.SendAsync(HttpMethod.Get, $"temporary-file/{id}");
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem["title"]!.GetValue<string>(), Is.Not.Empty);
            Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    [TestCaseSource(nameof(Kept))]
    public async Task Is_served_without_what_harms_as_what_it_is_and_nothing_else(string name, byte[] bytes, Guid type, string contentType, bool downloads)
    {
        var (_, url) = await PictureAsync(name, bytes, type);
        Assert.That(url, Does.Match("^/media/[0-9a-f]{10}/[a-z0-9-]+\\.[a-z]+$"), "one folder, one name, one extension");

        using var visitor = Host.Stranger();
        using var response = await visitor.GetAsync(url);
        var served = await response.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(served, Does.Not.Contain("alert").And.Not.Contain("evil.example").And.Not.Contain(Pictures.Secret));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(contentType));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Contain("sandbox"));
            Assert.That(response.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo(downloads ? "attachment" : null));
        });
    }

    // Ten megabytes of nothing in ten kilobytes; what is never unfolded fills no more than it is.
    private static byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[10 * 1024 * 1024]);
        }

        return bytes.ToArray();
    }

    private static byte[] Zipped(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return bytes.ToArray();
    }
}
