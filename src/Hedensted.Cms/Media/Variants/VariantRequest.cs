using System.Globalization;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Media.Variants;

/// <summary>How a picture is fitted to a size; the names are Umbraco's.</summary>
internal enum VariantMode
{
    /// <summary>Whole, no larger than the size.</summary>
    Max,

    /// <summary>Whole, no smaller than the size.</summary>
    Min,

    /// <summary>Exactly the size, cut around the focal point.</summary>
    Crop,
}

/// <summary>A picture at a size that exists.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels; null keeps the shape.</param>
/// <param name="Mode">How it is fitted.</param>
/// <param name="Format">File format by extension.</param>
/// <param name="Cut">The part that an editor has drawn, whose width is meant; null is the whole.</param>
internal sealed record VariantRequest(int Width, int? Height, VariantMode Mode, string Format, PictureCut? Cut = null)
{
    /// <summary>Whether the query asks for a size at all.</summary>
    public static bool IsAskedFor(IQueryCollection query) => query.ContainsKey("width") || query.ContainsKey("height") || query.ContainsKey("format") || query.ContainsKey("cc");

    /// <summary>What the query asks for; null when that size does not exist.</summary>
    public static VariantRequest? From(IQueryCollection query)
    {
        if (query.ContainsKey("cc"))
        {
            return Number(query["width"]) is { } part && !query.ContainsKey("height") && MediaUrls.Exists(part, null) && PictureCut.Parse(query["cc"]) is { } cut && FormatOf(query["format"]) is { } kind
                ? new(part, null, VariantMode.Max, kind, cut)
                : null;
        }

        var height = Number(query["height"]);
        return Number(query["width"]) is { } width
            && (height is not null || !query.ContainsKey("height"))
            && MediaUrls.Exists(width, height)
            && ModeOf(query["mode"]) is { } mode
            && FormatOf(query["format"]) is { } format
                ? new(width, height, height is null ? VariantMode.Max : mode, format)
                : null;
    }

    /// <summary>What tells this size from others of the same picture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}-{Mode}{(Cut is { } cut ? $"-{cut}" : "")}.{Format}");

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static VariantMode? ModeOf(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "max" => VariantMode.Max,
        "min" => VariantMode.Min,
        "crop" => VariantMode.Crop,
        _ => null,
    };

    private static string? FormatOf(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "webp" => "webp",
        "avif" => "avif",
        "jpg" or "jpeg" => "jpg",
        "png" => "png",
        _ => null,
    };
}
