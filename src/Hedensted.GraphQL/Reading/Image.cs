using System.Globalization;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>A picture as one page uses it: with the page's own text for those who cannot see it, and its own focal point.</summary>
internal sealed class Image
{
    private readonly JsonElement? _picked;
    private readonly ReadScope _scope;
    private IReadOnlyList<ImageCrop>? _crops;

    private Image(PublishedMedia media, JsonElement? picked, string? alt, string? credit, ReadScope scope)
    {
        (_picked, _scope) = (picked, scope);
        Media = media;
        Alt = alt;
        Credit = credit;
        var file = media.Content.ValueOf("umbracoFile");
        (X, Y) = FocalPointOf(picked) ?? FocalPointOf(file) ?? (0.5, 0.5);
        Version = string.Create(CultureInfo.InvariantCulture, $"{X:0.###},{Y:0.###}");
    }

    public PublishedMedia Media { get; }

    /// <summary>The crops that the site has names for.</summary>
    public IReadOnlyList<ImageCrop> Crops => _crops ??= ImageCrop.Of(this, ConfiguredIn(_scope.Schema, Media.ContentType), Media.Content.ValueOf("umbracoFile"), _picked);

    public string? Alt { get; }

    public string? Credit { get; }

    /// <summary>From 0 (left) to 1.</summary>
    public double X { get; }

    /// <summary>From 0 (top) to 1.</summary>
    public double Y { get; }

    /// <summary>Pixels.</summary>
    public int? Width => Media.Content.ValueOf("umbracoWidth").AsNumber();

    /// <summary>Pixels.</summary>
    public int? Height => Media.Content.ValueOf("umbracoHeight").AsNumber();

    /// <summary>Tells caches apart when the focal point moves.</summary>
    private string Version { get; }

    /// <summary>The widths that are of use: none wider than the picture, but always one.</summary>
    public IEnumerable<int> Widths => MediaUrls.Widths.Where(width => width <= (Width ?? 1920)).DefaultIfEmpty(MediaUrls.Widths[0]);

    /// <summary>The picture of an event or page: its own, or else the one made for lists.</summary>
    public static Image? OfPage(PublishedDocument document, ReadScope scope) =>
        Of(document.ValueOf("image"), "image", name => document.ValueOf(name), scope)
        ?? Of(document.ValueOf("teaserImage"), "teaserImage", name => document.ValueOf(name), scope);

    /// <summary>The picture of a date: what the date says about it wins over its event.</summary>
    public static Image? Of(Occurrence occurrence, ReadScope scope) =>
        Of(occurrence.ValueOf("image"), "image", occurrence.ValueOf, scope) ?? OfPage(occurrence.Document, scope);

    /// <summary>The first picture of a media picker; null when it is gone.</summary>
    /// <param name="value">What the picker holds.</param>
    /// <param name="alias">The picker's alias; fields called the same with <c>Alt</c>, <c>Credit</c> and <c>Decorative</c> appended describe it.</param>
    /// <param name="sibling">Reads those fields.</param>
    /// <param name="scope">Where the media item is looked up.</param>
    public static Image? Of(JsonElement? value, string alias, Func<string, JsonElement?> sibling, ReadScope scope)
    {
        foreach (var key in value.AsKeys())
        {
            if (scope.FindMedia(key) is { Url: not null } media)
            {
                var decorative = sibling(alias + "Decorative").AsFlag() ?? false;
                var picked = value is { ValueKind: JsonValueKind.Array } list ? list[0] : value;
                return new Image(media, picked, decorative ? null : sibling(alias + "Alt").AsText(), sibling(alias + "Credit").AsText(), scope);
            }
        }

        return null;
    }

    /// <summary>A media item on its own; null when it is no picture.</summary>
    public static Image? Of(PublishedMedia media, ReadScope scope) =>
        media.Url is { } url && (MediaUrls.IsPicture(url) || media.Content.ValueOf("umbracoWidth") is not null)
            ? new Image(media, null, null, null, scope)
            : null;

    /// <param name="width">Pixels; null for what the height, or else the picture, gives.</param>
    /// <param name="height">Pixels; null keeps the shape.</param>
    /// <param name="format">By extension; null for the usual one, and without a size for the file as it was uploaded.</param>
    public string Url(int? width, int? height, string? format = null) => (width, height, format) switch
    {
        ({ } wide, _, _) => MediaUrls.Variant(Media.Url!, Math.Max(1, wide), height, Version, format),
        (null, { } high, _) => MediaUrls.Variant(Media.Url!, Math.Max(1, Width * high / Math.Max(1, Height ?? high) ?? high), null, Version, format),
        (null, null, { }) => MediaUrls.Variant(Media.Url!, Widths.Last(), null, Version, format),
        _ => Media.Url!,
    };

    /// <summary>A crop at a size. What no crop is called any more is cut as if none had been named: a webmaster who renames one takes no picture off the website.</summary>
    public string Url(int? width, int? height, string? format, string? crop) =>
        crop is not null && Crops.FirstOrDefault(each => string.Equals(each.Alias, crop, StringComparison.OrdinalIgnoreCase)) is { } known
            ? known.Url(width, height, format)
            : Url(width, height, format);

    private static JsonElement? ConfiguredIn(ContentSchema schema, ContentType type) =>
        schema.FindProperty(type, "umbracoFile") is { } property && schema.FindDataType(property.DataTypeKey)?.Configuration.TryGetValue("crops", out var crops) == true
            ? crops
            : null;

    private static (double X, double Y)? FocalPointOf(JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Object } json
            && json.TryGetProperty("focalPoint", out var point) && point.ValueKind == JsonValueKind.Object
            && point.TryGetProperty("left", out var left) && left.ValueKind == JsonValueKind.Number
            && point.TryGetProperty("top", out var top) && top.ValueKind == JsonValueKind.Number)
        {
            return (Math.Clamp(left.GetDouble(), 0, 1), Math.Clamp(top.GetDouble(), 0, 1));
        }

        return null;
    }
}
