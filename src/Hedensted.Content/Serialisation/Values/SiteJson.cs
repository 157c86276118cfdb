using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>JSON as uSync writes it: default escapes, two spaces, LF on every platform.</summary>
internal static class SiteJson
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Default)
    {
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = MaxDepth,
    };

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth };
    private const int MaxDepth = 256;

    /// <summary>The value as a node that can be changed.</summary>
    public static JsonNode? ToNode(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : JsonNode.Parse(element.GetRawText(), documentOptions: Reading);

    /// <summary>The node as a value that can be kept.</summary>
    public static JsonElement ToElement(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString(Indented), Reading);
        return document.RootElement.Clone();
    }

    /// <summary>Indented, as in a CDATA section.</summary>
    public static string Write(JsonNode node) => node.ToJsonString(Indented);

    /// <summary>The object or array that the text is; null when it is something else, such as <c>[token]</c>.</summary>
    public static JsonNode? TryParse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: Reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text that is JSON as JSON (older files keep it escaped inside blocks); everything else as it is.</summary>
    public static JsonNode Expand(JsonNode node) => AsText(node) is { } text ? TryParse(text) ?? node.DeepClone() : node.DeepClone();

    /// <summary>The text of a JSON string; null for anything else.</summary>
    public static string? AsText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The text of a string, number or boolean; null for anything else.</summary>
    public static string? AsScalar(JsonNode? node) => node is JsonValue ? AsText(node) ?? node.ToJsonString() : null;

    /// <summary>A member by its name without regard to case, for old files write <c>Layout</c>.</summary>
    public static JsonNode? Member(this JsonObject node, string name)
    {
        if (node.TryGetPropertyValue(name, out var exact))
        {
            return exact;
        }

        foreach (var (key, value) in node)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The object with these members first, in this order (absent ones stay absent), and the others after them.</summary>
    public static JsonObject Ordered(JsonObject node, params ReadOnlySpan<string> first)
    {
        var ordered = new JsonObject();
        foreach (var name in first)
        {
            if (node.TryGetPropertyValue(name, out var value))
            {
                ordered[name] = value?.DeepClone();
            }
        }

        foreach (var (name, value) in node)
        {
            if (!ordered.ContainsKey(name))
            {
                ordered[name] = value?.DeepClone();
            }
        }

        return ordered;
    }
}
