using System.Text;
using Hedensted.Cms.Media;
using Hedensted.Cms.Media.Storage;

namespace Hedensted.Cms.Tests.Media;

/// <summary>What is kept of an upload, and what an editor is told about the rest.</summary>
public class UploadInspectionTests
{
    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Pictures.Secret);

    private MediaSite _site = null!;

    [SetUp]
    public void Open() => _site = new MediaSite();

    [TearDown]
    public void Close() => _site.Dispose();

    [TestCase("foto.png")]
    [TestCase("foto.jpg")]
    [TestCase("foto.jpeg")]
    [TestCase("foto.gif")]
    [TestCase("foto.webp")]
    public async Task A_picture_is_measured_and_loses_what_it_tells_about_its_place(string name)
    {
        var bytes = Path.GetExtension(name) switch
        {
            ".png" => Pictures.Png(40, 20, ("tEXt", SecretBytes), ("eXIf", SecretBytes), ("iTXt", SecretBytes)),
            ".gif" => Pictures.Gif(),
            ".webp" => Pictures.WebP(),
            _ => Pictures.Jpeg(),
        };
        Assert.That(bytes.AsSpan().IndexOf(SecretBytes), Is.Positive, "the test file must hold what the test is about");

        var (result, id) = await _site.UploadAsync(name, bytes);

        Assert.That(result.Status, Is.EqualTo(ReceiveStatus.Success), result.Reason);
        var file = await _site.Temporary.FindAsync(id, CancellationToken.None);
        Assert.That(file, Has.Property("Width").EqualTo(40).And.Property("Height").EqualTo(20));
        Assert.That(_site.Kept(id).AsSpan().IndexOf(SecretBytes), Is.Negative);
    }

    [Test]
    public async Task A_picture_taken_with_the_phone_upright_stays_upright()
    {
        var (_, id) = await _site.UploadAsync("foto.jpg", Pictures.Jpeg(40, 20, orientation: 6));

        var file = await _site.Temporary.FindAsync(id, CancellationToken.None);
        Assert.That(file, Has.Property("Width").EqualTo(20).And.Property("Height").EqualTo(40));
        Assert.That(_site.Kept(id).AsSpan().IndexOf("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006"u8), Is.Positive, "the orientation is kept, alone");
    }

    [Test]
    public async Task What_follows_the_end_of_a_picture_is_not_kept()
    {
        const string Script = "<script>alert(1)</script>";
        foreach (var (name, bytes) in new[] { ("a.jpg", Pictures.Jpeg(after: Script)), ("a.gif", Pictures.Gif(after: Script)), ("a.png", [.. Pictures.Png(), .. Encoding.ASCII.GetBytes(Script)]) })
        {
            var (result, id) = await _site.UploadAsync(name, bytes);
            Assert.That(result.Status, Is.EqualTo(ReceiveStatus.Success), name);
            Assert.That(_site.Kept(id).AsSpan().IndexOf("<script"u8), Is.Negative, name);
        }
    }

    [TestCase("side.html", "<html><script>alert(1)</script>", "webside")]
    [TestCase("program.exe", "MZ", ".exe")]
    [TestCase("program.js", "alert(1)", "program")]
    [TestCase("tegning.svgz", "x", "almindelig SVG")]
    [TestCase("billede.heic", "x", "HEIC")]
    [TestCase("uden-endelse", "x", "filtype")]
    [TestCase("foto.jpg", "<html><script>alert(1)</script>", "ikke et JPEG-billede")]
    [TestCase("foto.png", "%PDF-1.7", "en PDF-fil")]
    [TestCase("liste.txt", "<!doctype html><script>", "ikke en tekstfil")]
    [TestCase("brev.docx", "<html>", "ikke et Word-dokument")]
    [TestCase("foto.jpg", "", "tom")]
    public async Task A_file_that_is_not_what_it_says_is_refused_in_words_that_help(string name, string content, string says)
    {
        var (result, _) = await _site.UploadAsync(name, Encoding.UTF8.GetBytes(content));

        Assert.That(result.Status, Is.EqualTo(ReceiveStatus.Refused));
        Assert.That(result.Reason, Does.Contain(says).IgnoreCase);
        Assert.That(_site.Everything(), Is.Empty, "nothing of a refused file stays behind");
    }

    [Test]
    public async Task A_picture_that_is_also_a_script_is_refused()
    {
        var (result, _) = await _site.UploadAsync("sjov.gif", Pictures.GifScript());
        Assert.That(result.Status, Is.EqualTo(ReceiveStatus.Refused));
    }

    [Test]
    public async Task A_picture_that_would_unfold_to_gigabytes_is_refused_with_its_size()
    {
        var (result, _) = await _site.UploadAsync("bombe.png", Pictures.PngBomb(65_535, 65_535));
        Assert.That(result, Has.Property("Status").EqualTo(ReceiveStatus.Refused));
        Assert.That(result.Reason, Does.Contain("65535 × 65535").And.Contain("100 megapixel"));
    }

    [Test]
    public async Task Every_truncation_of_a_picture_is_refused_and_none_breaks_the_reader()
    {
        foreach (var (name, bytes) in new[] { ("a.jpg", Pictures.Jpeg()), ("a.png", Pictures.Png(4, 4)), ("a.gif", Pictures.Gif()), ("a.webp", Pictures.WebP()) })
        {
            for (var length = 1; length < bytes.Length - 1; length++)
            {
                var (result, _) = await _site.UploadAsync(name, bytes[..length]);
                Assert.That(result.Status, Is.EqualTo(ReceiveStatus.Refused), $"{name} cut at {length}");
            }
        }
    }

    [Test]
    public async Task A_file_larger_than_the_limit_is_stopped_whatever_length_was_announced()
    {
        using var site = new MediaSite(new MediaOptions { MaxFileSizeKb = 1 });
        var (result, _) = await site.UploadAsync("stor.txt", new byte[1025]);
        Assert.That(result.Status, Is.EqualTo(ReceiveStatus.TooLarge));
        Assert.That(site.Everything(), Is.Empty);
    }

    [Test]
    public async Task An_upload_that_nobody_used_is_gone_after_a_day()
    {
        var (_, id) = await _site.UploadAsync("foto.png", Pictures.Png());
        _site.Clock.Pass(TimeSpan.FromHours(25));
        Assert.That(await _site.Temporary.FindAsync(id, CancellationToken.None), Is.Null);
        _site.CleanUp.Sweep();
        Assert.That(_site.Everything(), Is.Empty);
    }

    [Test]
    public async Task An_id_cannot_be_used_for_two_uploads()
    {
        var (_, id) = await _site.UploadAsync("foto.png", Pictures.Png());
        var second = await _site.Temporary.ReceiveAsync(id, "foto.png", new MemoryStream(Pictures.Png()), CancellationToken.None);
        Assert.That(second.Status, Is.EqualTo(ReceiveStatus.DuplicateKey));
    }
}
