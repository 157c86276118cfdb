using System.Collections.Immutable;
using System.Globalization;

namespace Hedensted.Content.Published;

/// <summary>Addresses of resized pictures. Only a few sizes exist, so that nobody can make the server draw without end.</summary>
public static class MediaUrls
{
    /// <summary>The widths that exist, in pixels.</summary>
    public static ImmutableArray<int> Widths { get; } = [160, 320, 480, 640, 800, 960, 1080, 1280, 1600, 1920, 2560, 3840];

    /// <summary>The shapes that a picture can be cut to, as width to height.</summary>
    public static ImmutableArray<(int Width, int Height)> Shapes { get; } =
        [(1, 1), (5, 4), (4, 3), (3, 2), (16, 10), (16, 9), (2, 1), (5, 2), (3, 1), (4, 5), (3, 4), (2, 3), (10, 16), (9, 16)];

    /// <summary>The address of a picture at a size: at least as wide as asked for and, when a height is given, cut to the nearest shape around its focal point.</summary>
    /// <param name="url">A picture's address, e.g. <c>/media/3f2a91c0bd/bog.jpg</c>; any other address comes back as it is.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels; null keeps the picture's own shape.</param>
    /// <param name="version">The focal point of this use of the picture, e.g. <c>0.2,0.75</c>, which also tells caches apart; null when there is nothing to tell apart.</param>
    /// <param name="format">Its file format by extension, e.g. <c>avif</c>; null for the usual one.</param>
    public static string Variant(string url, int width, int? height = null, string? version = null, string? format = null)
    {
        if (!IsPicture(url))
        {
            return url;
        }

        var wide = WidthFor(width);
        var size = height is { } high
            ? string.Create(CultureInfo.InvariantCulture, $"?width={wide}&height={HeightFor(wide, width, high)}&mode=crop")
            : string.Create(CultureInfo.InvariantCulture, $"?width={wide}");
        return $"{url}{size}{(format is null ? "" : $"&format={format}")}{(version is null ? "" : $"&v={Uri.EscapeDataString(version)}")}";
    }

    /// <summary>The address of the part of a picture that an editor has drawn: at least as wide as asked for, in its own shape.</summary>
    /// <param name="url">As for <see cref="Variant"/>.</param>
    /// <param name="width">Pixels of the part.</param>
    /// <param name="cut">What is cut away.</param>
    /// <param name="format">As for <see cref="Variant"/>.</param>
    public static string Cut(string url, int width, PictureCut cut, string? format = null) => !IsPicture(url)
        ? url
        : string.Create(CultureInfo.InvariantCulture, $"{url}?width={WidthFor(width)}&cc={cut}{(format is null ? "" : $"&format={format}")}");

    /// <summary>A picture in every width up to a largest one, for <c>srcset</c>.</summary>
    /// <param name="url">A picture's address.</param>
    /// <param name="largest">The widest that is of use, in pixels.</param>
    /// <param name="shape">Width to height; null keeps the picture's own shape.</param>
    /// <param name="version">As for <see cref="Variant"/>.</param>
    public static string SourceSet(string url, int largest, (int Width, int Height)? shape = null, string? version = null) => string.Join(
        ", ",
        Widths.Where(width => width <= WidthFor(largest)).Select(width => string.Create(
            CultureInfo.InvariantCulture,
            $"{Variant(url, width, shape is { } cut ? width * cut.Height / cut.Width : null, version)} {width}w")));

    /// <summary>Whether a picture is served at exactly this size.</summary>
    public static bool Exists(int width, int? height) =>
        Widths.Contains(width) && (height is not { } high || Shapes.Any(shape => HeightOf(width, shape) == high));

    /// <summary>The smallest width that exists and is at least this, or the largest.</summary>
    public static int WidthFor(int width)
    {
        foreach (var candidate in Widths)
        {
            if (candidate >= width)
            {
                return candidate;
            }
        }

        return Widths[^1];
    }

    /// <summary>Whether an address is that of a picture that can be resized.</summary>
    public static bool IsPicture(string url) =>
        url.StartsWith("/media/", StringComparison.Ordinal)
        && Path.GetExtension(url).ToLowerInvariant() is ".jpg" or ".jpeg" or ".jfif" or ".png" or ".webp";

    private static int HeightFor(int wide, int width, int height)
    {
        var wanted = Math.Log((double)Math.Max(width, 1) / Math.Max(height, 1));
        return HeightOf(wide, Shapes.MinBy(shape => Math.Abs(Math.Log((double)shape.Width / shape.Height) - wanted)));
    }

    private static int HeightOf(int width, (int Width, int Height) shape) =>
        (int)Math.Round((double)width * shape.Height / shape.Width, MidpointRounding.AwayFromZero);
}
