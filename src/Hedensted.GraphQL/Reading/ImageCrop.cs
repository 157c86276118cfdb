using System.Text.Json;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>A named crop of a picture.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Alias">What it is called.</param>
/// <param name="Width">Pixels that it is meant for.</param>
/// <param name="Height">Pixels that it is meant for.</param>
/// <param name="Cut">What an editor has drawn; null cuts around the focal point.</param>
internal sealed record ImageCrop(Image Image, string Alias, int Width, int Height, PictureCut? Cut)
{
    /// <summary>The crop at a size; its shape is its own, so a height only says how wide it is.</summary>
    public string Url(int? width, int? height, string? format)
    {
        var wide = Math.Max(1, width ?? (height is { } high ? (int)((long)high * Width / Height) : Width));
        return Cut is { } drawn
            ? MediaUrls.Cut(Image.Media.Url!, wide, drawn, format)
            : Image.Url(wide, Math.Max(1, (int)((long)wide * Height / Width)), format);
    }

    /// <summary>The crops of a picture: those that its data type has now, and those that the picker it is picked with has, where it is picked.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="configured">What the data type has.</param>
    /// <param name="file">The picture's own value, with what is drawn for every use of it.</param>
    /// <param name="picked">The picker's value, with what is drawn for this use; it wins.</param>
    public static IReadOnlyList<ImageCrop> Of(Image image, JsonElement? configured, JsonElement? file, JsonElement? picked)
    {
        var (own, here) = (DrawnIn(file), DrawnIn(picked));
        return
        [
            .. CropsIn(configured).Concat(CropsIn(Member(picked, "crops"))).DistinctBy(crop => crop.Alias, StringComparer.OrdinalIgnoreCase)
                .Select(crop => new ImageCrop(image, crop.Alias, crop.Width, crop.Height, here.TryGetValue(crop.Alias, out var drawn) || own.TryGetValue(crop.Alias, out drawn) ? drawn : null)),
        ];
    }

    private static IEnumerable<(string Alias, int Width, int Height, JsonElement Crop)> CropsIn(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } crops
            ? crops.EnumerateArray().Select(crop => (Member(crop, "alias").AsText() ?? "", Member(crop, "width").AsNumber() ?? 0, Member(crop, "height").AsNumber() ?? 0, crop))
                .Where(crop => crop is { Item1: not "", Item2: > 0, Item3: > 0 })
            : [];

    private static Dictionary<string, PictureCut> DrawnIn(JsonElement? value)
    {
        var drawn = new Dictionary<string, PictureCut>(StringComparer.OrdinalIgnoreCase);
        foreach (var crop in CropsIn(Member(value, "crops")))
        {
            if (PictureCut.In(crop.Crop) is { } cut)
            {
                drawn.TryAdd(crop.Alias, cut);
            }
        }

        return drawn;
    }

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var member) ? member : null;
}
