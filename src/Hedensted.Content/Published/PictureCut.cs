using System.Globalization;
using System.Text.Json;

namespace Hedensted.Content.Published;

/// <summary>The part of a picture that an editor has drawn: how much is cut away on each side, as fractions of the whole, to a ten-thousandth.</summary>
/// <remarks>Umbraco's <c>coordinates</c> of a crop; something is always left.</remarks>
public readonly record struct PictureCut
{
    private const double Whole = 0.9999;

    private PictureCut(double left, double top, double right, double bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    /// <summary>From the left.</summary>
    public double Left { get; }

    /// <summary>From the top.</summary>
    public double Top { get; }

    /// <summary>From the right.</summary>
    public double Right { get; }

    /// <summary>From the bottom.</summary>
    public double Bottom { get; }

    /// <summary>A cut; null when nothing would be left.</summary>
    public static PictureCut? Of(double left, double top, double right, double bottom)
    {
        var cut = new PictureCut(Part(left), Part(top), Part(right), Part(bottom));
        return cut.Left + cut.Right < Whole && cut.Top + cut.Bottom < Whole ? cut : null;
    }

    /// <summary>The cut in <c>{coordinates: {x1, y1, x2, y2}}</c>; null when none is drawn.</summary>
    public static PictureCut? In(JsonElement crop) =>
        crop.ValueKind == JsonValueKind.Object
        && crop.TryGetProperty("coordinates", out var drawn) && drawn.ValueKind == JsonValueKind.Object
        && Number(drawn, "x1") is { } left && Number(drawn, "y1") is { } top && Number(drawn, "x2") is { } right && Number(drawn, "y2") is { } bottom
            ? Of(left, top, right, bottom)
            : null;

    /// <summary>The cut in an address; null when it is something else.</summary>
    public static PictureCut? Parse(string? text)
    {
        Span<double> sides = stackalloc double[4];
        var parts = text?.Split(',');
        if (parts is not { Length: 4 })
        {
            return null;
        }

        for (var side = 0; side < sides.Length; side++)
        {
            if (!double.TryParse(parts[side], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out sides[side]))
            {
                return null;
            }
        }

        return Of(sides[0], sides[1], sides[2], sides[3]);
    }

    /// <summary>As in an address, e.g. <c>0.1,0,0.25,0.3333</c>: left, top, right, bottom.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Left:0.####},{Top:0.####},{Right:0.####},{Bottom:0.####}");

    private static double? Number(JsonElement drawn, string side) =>
        drawn.TryGetProperty(side, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static double Part(double value) => Math.Round(Math.Clamp(value, 0, 1), 4);
}
