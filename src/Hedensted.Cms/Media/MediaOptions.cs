using System.ComponentModel.DataAnnotations;

namespace Hedensted.Cms.Media;

/// <summary>Settings of uploads and images, section <c>Hedensted:Media</c>.</summary>
internal sealed class MediaOptions
{
    /// <summary>Where the settings stand.</summary>
    public const string Section = "Hedensted:Media";

    /// <summary>The largest file that may be uploaded, in kilobytes of 1024 bytes. 1–2,000,000; default 51,200 (50 MB).</summary>
    [Range(1, 2_000_000)]
    public int MaxFileSizeKb { get; init; } = 51_200;

    /// <summary>The largest picture, in millions of pixels; a bigger one costs every reader's memory. 1–400; default 100.</summary>
    [Range(1, 400)]
    public int MaxMegapixels { get; init; } = 100;

    /// <summary>How long an upload waits for the item it belongs to to be saved, in hours. 1–168; default 24.</summary>
    [Range(1, 168)]
    public int TemporaryFileHours { get; init; } = 24;

    /// <summary>How much resized pictures may fill on disk, in megabytes; the oldest go first. 16–1,000,000; default 2,048.</summary>
    [Range(16, 1_000_000)]
    public int VariantCacheMb { get; init; } = 2_048;

    /// <summary>The folder with <c>vips</c> and <c>vipsthumbnail</c>. Default <c>/usr/bin</c>.</summary>
    [Required]
    public string VipsFolder { get; init; } = "/usr/bin";

    /// <summary><see cref="MaxFileSizeKb"/> in bytes.</summary>
    public long MaxFileBytes => MaxFileSizeKb * 1024L;

    /// <summary><see cref="MaxMegapixels"/> in pixels.</summary>
    public long MaxPixels => MaxMegapixels * 1_000_000L;
}
