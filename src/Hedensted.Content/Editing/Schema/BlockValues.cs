using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Changes the values of blocks inside a value, wherever in it they stand.</summary>
internal static class BlockValues
{
    /// <summary>The value with the values of each block as <paramref name="change"/> (of the block's type and its values) makes them.</summary>
    /// <param name="value">A value of any editor.</param>
    /// <param name="schema">The schema that the changed values are of.</param>
    /// <param name="change">Gives the same values back where nothing changes.</param>
    public static JsonElement Map(JsonElement value, ContentSchema schema, Func<Guid, ImmutableArray<PropertyValue>, ImmutableArray<PropertyValue>> change)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !value.GetRawText().Contains("contentTypeKey", StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        var node = SiteJson.ToNode(value);
        return Walk(node, schema, change) ? SiteJson.ToElement(node!) : value;
    }

    private static bool Walk(JsonNode? node, ContentSchema schema, Func<Guid, ImmutableArray<PropertyValue>, ImmutableArray<PropertyValue>> change)
    {
        switch (node)
        {
            case JsonArray list:
                return list.Aggregate(false, (changed, item) => Walk(item, schema, change) || changed);
            case JsonObject block when Guid.TryParse(SiteJson.AsText(block.Member("contentTypeKey")), out var type) && block.Member("values") is JsonArray values:
                var before = values.OfType<JsonObject>().Select(Read).OfType<PropertyValue>().ToImmutableArray();
                var after = change(type, before);
                if (after.SequenceEqual(before))
                {
                    return false;
                }

                block["values"] = new JsonArray([.. after.Select(each => Write(each, schema, type))]);
                return true;
            case JsonObject other:
                return other.Aggregate(false, (changed, member) => Walk(member.Value, schema, change) || changed);
            default:
                return false;
        }
    }

    private static PropertyValue? Read(JsonObject value) =>
        SiteJson.AsText(value.Member("alias")) is { } alias && value.Member("value") is { } inner
            ? new PropertyValue(alias, SiteJson.AsText(value.Member("culture")), SiteJson.AsText(value.Member("segment")), SiteJson.ToElement(inner))
            : null;

    private static JsonObject Write(PropertyValue value, ContentSchema schema, Guid typeKey)
    {
        var property = schema.FindType(typeKey) is { } type ? schema.FindProperty(type, value.Alias) : null;
        return new JsonObject
        {
            ["alias"] = value.Alias,
            ["culture"] = value.Culture,
            ["segment"] = value.Segment,
            ["value"] = SiteJson.ToNode(value.Value),
            ["editorAlias"] = property is null ? null : schema.FindDataType(property.DataTypeKey)?.EditorAlias,
        };
    }
}
