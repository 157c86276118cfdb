using System.Globalization;
using System.Text.Json;

namespace Hedensted.Cms.Media.Delivery;

/// <summary>The point of a picture that matters most, as fractions from the left and from the top, to a thousandth.</summary>
internal readonly record struct FocalPoint
{
    /// <summary>A point; what is outside the picture comes to its edge.</summary>
    public FocalPoint(double left, double top) => (Left, Top) = (Part(left), Part(top));

    /// <summary>From 0 (left) to 1.</summary>
    public double Left { get; }

    /// <summary>From 0 (top) to 1.</summary>
    public double Top { get; }

    /// <summary>The middle.</summary>
    public static FocalPoint Centre { get; } = new(0.5, 0.5);

    /// <summary>The point in <c>{focalPoint: {left, top}}</c>; null when none is set.</summary>
    public static FocalPoint? In(JsonElement file) =>
        file.TryGetProperty("focalPoint", out var point) && point.ValueKind == JsonValueKind.Object
        && point.TryGetProperty("left", out var left) && left.ValueKind == JsonValueKind.Number
        && point.TryGetProperty("top", out var top) && top.ValueKind == JsonValueKind.Number
            ? new(left.GetDouble(), top.GetDouble())
            : null;

    /// <summary>The point in an address, e.g. <c>0.2,0.75</c>; null when it is something else.</summary>
    public static FocalPoint? Parse(string? text) =>
        text?.Split(',') is [var left, var top]
        && double.TryParse(left, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var x)
        && double.TryParse(top, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var y)
            ? new(x, y)
            : null;

    private static double Part(double value) => Math.Round(Math.Clamp(value, 0, 1), 3);
}
