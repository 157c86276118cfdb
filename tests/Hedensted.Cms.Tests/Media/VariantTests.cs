using System.Text;
using Hedensted.Cms.Media;
using Hedensted.Cms.Media.Delivery;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Cms.Media.Variants;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hedensted.Cms.Tests.Media;

/// <summary>Pictures at the sizes that exist, and at no others.</summary>
internal sealed class VariantTests
{
    [Test]
    public void Every_address_that_is_made_is_served([Values(1, 100, 300, 700, 1000, 1920, 9000)] int width, [Values(null, 50, 300, 1080)] int? height)
    {
        var url = MediaUrls.Variant("/media/3f2a91c0bd/bog.jpg", width, height);
        var query = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("https://x" + url).Query));
        Assert.That(VariantRequest.From(query), Is.Not.Null, url);
    }

    [TestCase(1, 160)]
    [TestCase(700, 800)]
    public void The_address_of_a_part_is_served_and_only_in_a_width_that_exists(int width, int served)
    {
        var cut = PictureCut.Of(0.1, 0.2, 0.3, 0)!.Value;
        Dictionary<string, StringValues> Query(string url) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("https://x" + url).Query);
        var query = Query(MediaUrls.Cut("/media/3f2a91c0bd/bog.jpg", width, cut, "avif"));
        Assert.Multiple(() =>
        {
            Assert.That(VariantRequest.From(new QueryCollection(query)), Is.EqualTo(new VariantRequest(served, null, VariantMode.Max, "avif", cut)));
            Assert.That(VariantRequest.From(new QueryCollection(new Dictionary<string, StringValues>(query) { ["width"] = "161" })), Is.Null);
            Assert.That(VariantRequest.From(new QueryCollection(new Dictionary<string, StringValues>(query) { ["height"] = "320" })), Is.Null);
            Assert.That(VariantRequest.From(new QueryCollection(new Dictionary<string, StringValues>(query) { ["cc"] = "1,1,1,1" })), Is.Null);
            Assert.That(VariantRequest.IsAskedFor(new QueryCollection(Query("/?cc=0,0,0,0"))), Is.True, "so that it is refused without a width");
        });
    }

    // A picture of 1000 x 500, of which the right half is left, and below the upper fifth.
    [TestCase(320, 640, 320, 64, 256)]
    [TestCase(1920, 1000, 500, 100, 400)]
    public void A_part_is_as_wide_as_asked_for_and_does_not_grow(int width, int scaledWidth, int left, int top, int height)
    {
        var geometry = Geometry.For(new(1000, 500), new(width, null, VariantMode.Max, "webp", PictureCut.Of(0.5, 0.2, 0, 0)), FocalPoint.Centre);
        Assert.That(
            (geometry.Scaled.Width, geometry.Left, geometry.Top, geometry.Result),
            Is.EqualTo((scaledWidth, left, top, new ImageSize(scaledWidth / 2, height))));
    }

    [TestCase("/media/3f2a91c0bd/tegning.svg")]
    [TestCase("https://evil.example/a.jpg")]
    [TestCase("")]
    public void An_address_that_is_not_of_a_picture_stays_as_it_is(string url) =>
        Assert.That(MediaUrls.Variant(url, 320), Is.EqualTo(url));

    [TestCase("161", null, null, null)]
    [TestCase("320", "321", "crop", null)]
    [TestCase("320", "x", "crop", null)]
    [TestCase("320", null, "wild", null)]
    [TestCase("320", null, null, "exe")]
    [TestCase("-320", null, null, null)]
    [TestCase("99999999999", null, null, null)]
    public void A_size_that_does_not_exist_is_not_made(string width, string? height, string? mode, string? format)
    {
        var query = new Dictionary<string, StringValues> { ["width"] = width };
        foreach (var (name, value) in new[] { ("height", height), ("mode", mode), ("format", format) }.Where(pair => pair.Item2 is not null))
        {
            query[name] = value;
        }

        Assert.That(VariantRequest.From(new QueryCollection(query)), Is.Null);
    }

    [TestCase(1000, 500, 320, null, VariantMode.Max, 320, 160)]
    [TestCase(1000, 500, 320, 320, VariantMode.Max, 320, 160)]
    [TestCase(1000, 500, 320, 320, VariantMode.Min, 640, 320)]
    [TestCase(1000, 500, 320, 320, VariantMode.Crop, 320, 320)]
    [TestCase(100, 50, 320, null, VariantMode.Max, 100, 50)]
    [TestCase(100, 50, 320, 320, VariantMode.Crop, 50, 50)]
    public void A_picture_is_fitted_without_growing(int width, int height, int wantedWidth, int? wantedHeight, VariantMode mode, int resultWidth, int resultHeight)
    {
        var geometry = Geometry.For(new(width, height), new(wantedWidth, wantedHeight, mode, "webp"), FocalPoint.Centre);
        Assert.That(geometry.Result, Is.EqualTo(new ImageSize(resultWidth, resultHeight)));
    }

    [TestCase(0.0, 0)]
    [TestCase(0.25, 0)]
    [TestCase(0.5, 160)]
    [TestCase(1.0, 320)]
    public void A_cut_keeps_the_focal_point_and_stays_inside(double left, int begins)
    {
        var geometry = Geometry.For(new(1000, 500), new(320, 320, VariantMode.Crop, "webp"), new(left, 0.5));
        Assert.That(geometry.Left, Is.EqualTo(begins));
    }

    [Test]
    public async Task A_picture_is_resized_once_and_then_kept()
    {
        using var site = new MediaSite();
        if (!site.Vips.IsAvailable)
        {
            Assert.Ignore("Install libvips-tools to test resizing.");
        }

        var original = Original(site, Pictures.Png(800, 400));
        var request = new VariantRequest(320, 320, VariantMode.Crop, "png");
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.Variants.FindAsync(original, request, new(0, 0.5), CancellationToken.None)));

        Assert.That(made.Distinct().ToArray(), Has.Length.EqualTo(1).And.None.Null);
        await using var picture = File.OpenRead(made[0]!);
        Assert.That(PngPicture.Copy(picture, Stream.Null), Is.EqualTo(new ImageSize(320, 320)));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(made[0])!), Has.Length.EqualTo(1), "nothing unfinished is left");
    }

    [Test]
    public async Task A_picture_is_made_in_every_format_that_can_be_asked_for([Values("webp", "avif", "jpg", "png")] string format, [Values(VariantMode.Max, VariantMode.Crop)] VariantMode mode)
    {
        using var site = new MediaSite();
        if (!site.Vips.IsAvailable)
        {
            Assert.Ignore("Install libvips-tools to test resizing.");
        }

        var made = await site.Variants.FindAsync(Original(site, Pictures.Png(800, 400)), new(320, 320, mode, format), FocalPoint.Centre, CancellationToken.None);
        var start = File.ReadAllBytes(made!)[..12];
        Assert.That(format == "avif" ? Encoding.ASCII.GetString(start[4..]) == "ftypavif" : FileKind.Recognise(start)!.Extensions.Contains(format), Is.True);
    }

    [Test]
    public async Task Without_the_program_that_resizes_readers_get_the_original()
    {
        using var site = new MediaSite(new MediaOptions { VipsFolder = "/findes/ikke" });
        Assert.That(site.Variants.IsDegraded, Is.True);
        var variant = await site.Variants.FindAsync(Original(site, Pictures.Png()), new(320, null, VariantMode.Max, "webp"), FocalPoint.Centre, CancellationToken.None);
        Assert.That(variant, Is.Null);
    }

    [Test]
    public async Task A_broken_picture_is_served_as_it_is_and_leaves_nothing_behind()
    {
        using var site = new MediaSite();
        var original = Original(site, Pictures.Png(400, 300)[..60]);
        Assert.That(await site.Variants.FindAsync(original, new(320, null, VariantMode.Max, "webp"), FocalPoint.Centre, CancellationToken.None), Is.Null);
        Assert.That(Directory.GetFiles(site.Folders.Variants, "*", SearchOption.AllDirectories), Is.Empty);
    }

    private static string Original(MediaSite site, byte[] bytes)
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.Folders.Stored, "0123456789")).FullName;
        var path = Path.Combine(folder, "foto.png");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
