using Hedensted.Cms.Media.Delivery;
using Hedensted.Cms.Media.Inspection;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Media.Variants;

/// <summary>How a picture becomes another size: first scaled, then perhaps cut. A picture is never made larger than it is.</summary>
/// <param name="Scaled">Its size after scaling.</param>
/// <param name="Left">Where the cut begins, from the left.</param>
/// <param name="Top">Where the cut begins, from the top.</param>
/// <param name="Result">Its size after cutting.</param>
internal readonly record struct Geometry(ImageSize Scaled, int Left, int Top, ImageSize Result)
{
    /// <summary>Whether anything is cut away.</summary>
    public bool IsCut => Scaled != Result;

    /// <summary>The steps for a picture of this size.</summary>
    public static Geometry For(ImageSize original, VariantRequest request, FocalPoint focus)
    {
        if (request.Cut is { } cut)
        {
            return Part(original, request.Width, cut);
        }

        var byWidth = (double)request.Width / original.Width;
        var byHeight = request.Height is { } height ? (double)height / original.Height : byWidth;
        var wanted = request.Mode is VariantMode.Max ? Math.Min(byWidth, byHeight) : Math.Max(byWidth, byHeight);
        var scale = Math.Min(1, wanted);
        var scaled = new ImageSize(Length(original.Width, scale), Length(original.Height, scale));
        if (request.Mode is not VariantMode.Crop || request.Height is null)
        {
            return new(scaled, 0, 0, scaled);
        }

        // A small picture keeps the shape asked for at the size it has.
        var shrink = scale / wanted;
        var result = new ImageSize(
            Math.Min(scaled.Width, Length(request.Width, shrink)),
            Math.Min(scaled.Height, Length(request.Height.Value, shrink)));
        return new(scaled, Start(scaled.Width, result.Width, focus.Left), Start(scaled.Height, result.Height, focus.Top), result);
    }

    private static Geometry Part(ImageSize original, int width, PictureCut cut)
    {
        var (wide, high) = (1 - cut.Left - cut.Right, 1 - cut.Top - cut.Bottom);
        var scale = Math.Min(1, width / (original.Width * wide));
        var scaled = new ImageSize(Length(original.Width, scale), Length(original.Height, scale));
        var result = new ImageSize(Length(scaled.Width, wide), Length(scaled.Height, high));
        return new(
            scaled,
            Math.Min((int)Math.Round(scaled.Width * cut.Left), scaled.Width - result.Width),
            Math.Min((int)Math.Round(scaled.Height * cut.Top), scaled.Height - result.Height),
            result);
    }

    private static int Length(int length, double scale) => Math.Max(1, (int)Math.Round(length * scale));

    private static int Start(int whole, int part, double focus) => (int)Math.Clamp(Math.Round((whole * focus) - (part / 2d)), 0, whole - part);
}
