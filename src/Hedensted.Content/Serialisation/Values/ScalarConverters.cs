using System.Globalization;
using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>Text, kept character by character.</summary>
internal sealed class TextConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) =>
        SiteJson.AsScalar(wire) is { } text ? TextOrNull(text) : wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) =>
        SiteJson.AsScalar(stored) is { } text ? TextOrNull(text) : stored.DeepClone();

    private static JsonValue? TextOrNull(string text) => text.Length == 0 ? null : JsonValue.Create(text);
}

/// <summary>Whole and decimal numbers, with the digits that they have.</summary>
internal sealed class NumberConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) =>
        SiteJson.AsText(wire) is { } text && Parse(text) is var number ? number ?? (JsonNode?)TextOrNull(text) : wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        var text = SiteJson.AsScalar(stored)?.Trim() ?? throw new FormatException("Værdien skal være et tal.");
        return text.Length == 0 ? null : Parse(text) ?? throw new FormatException($"«{text}» er ikke et tal.");
    }

    private static JsonValue? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : null;

    private static JsonValue? TextOrNull(string text) => text.Length == 0 ? null : JsonValue.Create(text);
}

/// <summary>Yes and no, stored as 1 and 0.</summary>
internal sealed class BooleanConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) => Read(wire) switch
    {
        true => JsonValue.Create("1"),
        false => JsonValue.Create("0"),
        null => null,
    };

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) =>
        Read(stored) is { } value ? JsonValue.Create(value)
        : SiteJson.AsScalar(stored) is "" ? null
        : throw new FormatException("Værdien skal være 1 eller 0.");

    private static bool? Read(JsonNode node) => SiteJson.AsScalar(node)?.Trim().ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };
}

/// <summary>A number or a range of two, stored with a comma.</summary>
internal sealed class SliderConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        if (wire is not JsonObject range)
        {
            return wire.DeepClone();
        }

        var from = SiteJson.AsScalar(range.Member("from")) ?? "0";
        var to = SiteJson.AsScalar(range.Member("to")) ?? from;
        var isRange = context.DataType.Configuration.TryGetValue("enableRange", out var enabled) && enabled.ValueKind == System.Text.Json.JsonValueKind.True;
        return JsonValue.Create(isRange || from != to ? $"{from},{to}" : from);
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        if (SiteJson.Expand(stored) is JsonObject range)
        {
            return range;
        }

        var text = SiteJson.AsScalar(stored)?.Trim() ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        var parts = text.Split(',');
        var numbers = Array.ConvertAll(parts, part => decimal.TryParse(part, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"«{text}» er ikke et tal eller to tal med komma imellem."));
        return new JsonObject { ["from"] = numbers[0], ["to"] = numbers[^1] };
    }
}
