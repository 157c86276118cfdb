using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>Choices from a list and tags, stored as a JSON array (tags with comma storage: as text with commas).</summary>
internal sealed class StringListConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        var list = Read(wire, splits: false);
        return list.Count == 0 ? null
            : StoresCommas(context) ? JsonValue.Create(string.Join(',', list.Select(item => SiteJson.AsScalar(item))))
            : list;
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) =>
        Read(stored, StoresCommas(context) || context.DataType.EditorAlias == "Umbraco.Tags") is { Count: > 0 } list ? list : null;

    private static bool StoresCommas(ValueContext context) =>
        context.DataType.Configuration.TryGetValue("storageType", out var storage)
        && storage.ValueKind == JsonValueKind.String
        && string.Equals(storage.GetString(), "Csv", StringComparison.OrdinalIgnoreCase);

    private static JsonArray Read(JsonNode node, bool splits)
    {
        if (SiteJson.Expand(node) is JsonArray array)
        {
            return array;
        }

        var text = SiteJson.AsScalar(node) ?? "";
        return text.Length == 0 ? [] : splits
            ? [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : [text];
    }
}

/// <summary>Several short texts, stored one on each line.</summary>
internal sealed class LinesConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context) => wire is JsonArray array
        ? array.Count == 0 ? null : JsonValue.Create(string.Join('\n', array.Select(item => SiteJson.AsScalar(item))))
        : wire.DeepClone();

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        if (SiteJson.Expand(stored) is JsonArray array)
        {
            return array;
        }

        var text = SiteJson.AsScalar(stored) ?? "";
        return text.Length == 0 ? null : new JsonArray([.. text.ReplaceLineEndings("\n").Split('\n')]);
    }
}
