using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>Values of properties as they stand in files, and as they are compared.</summary>
internal static class PropertyValues
{
    /// <summary>The text of a value in a file; empty when nothing is set.</summary>
    public static string ToText(JsonElement wire, ValueContext context) => Stored(wire, context) switch
    {
        null => "",
        JsonValue scalar => SiteJson.AsScalar(scalar) ?? "",
        var json => SiteJson.Write(json),
    };

    /// <summary>The value that the text of a file stands for; null when nothing is set.</summary>
    /// <exception cref="FormatException">The property's editor never stores such a text.</exception>
    public static JsonElement? FromText(string text, ValueContext context)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var wire = ValueConverter.For(context.DataType.EditorAlias).ToWire(JsonValue.Create(text), context);
        return wire is null ? null : SiteJson.ToElement(wire);
    }

    /// <summary>A form in which two values are equal when they mean the same: no white space, members sorted, empty ones absent.</summary>
    public static string Canonical(JsonElement wire, ValueContext? context) =>
        Canonical(context is null ? SiteJson.ToNode(wire) : Stored(wire, context))?.ToJsonString() ?? "";

    /// <summary>The same for plain JSON.</summary>
    public static JsonNode? Canonical(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonObject value:
                var members = value
                    .Select(member => KeyValuePair.Create(member.Key, Canonical(member.Value)))
                    .Where(member => member.Value is not null)
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .ToArray();
                return members.Length == 0 ? null : new JsonObject(members);
            case JsonArray list:
                return list.Count == 0 ? null : new JsonArray([.. list.Select(Canonical)]);
            default:
                return SiteJson.AsText(node) is { } text ? CanonicalText(text) : CanonicalNumber(node);
        }
    }

    private static JsonNode? Stored(JsonElement wire, ValueContext context) =>
        SiteJson.ToNode(wire) is { } node ? ValueConverter.For(context.DataType.EditorAlias).ToStored(node, context) : null;

    private static JsonValue? CanonicalText(string text)
    {
        var clean = Files.SiteXml.Clean(text).ReplaceLineEndings("\n");
        return clean.Length == 0 ? null : JsonValue.Create(clean);
    }

    private static JsonNode CanonicalNumber(JsonNode node) =>
        decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number.ToString("0.#############################", CultureInfo.InvariantCulture))
            : node.DeepClone();
}
