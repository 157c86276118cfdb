using System.Text.Json.Nodes;

namespace Hedensted.Content.Serialisation.Values;

/// <summary>Block lists, grids and single blocks: the same members both ways, the values inside each by its own editor.</summary>
internal sealed class BlockConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        if (wire is not JsonObject blocks)
        {
            return SiteJson.AsText(wire) is "" ? null : wire.DeepClone();
        }

        return Items(blocks, "contentData").Count + Items(blocks, "settingsData").Count == 0 ? null : Convert(blocks, context, toStored: true);
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context) => SiteJson.Expand(stored) switch
    {
        JsonObject blocks => Items(blocks, "contentData").Count + Items(blocks, "settingsData").Count == 0 ? null : Convert(blocks, context, toStored: false),
        var other when SiteJson.AsText(other) is "" => null,
        _ => throw new FormatException("Værdien skal være blokke som JSON."),
    };

    /// <summary>The same blocks in the other form, with members in the order that files have.</summary>
    public static JsonObject Convert(JsonObject blocks, ValueContext context, bool toStored)
    {
        var content = Blocks(Items(blocks, "contentData"), context, toStored);
        var expose = blocks.Member("expose") is JsonArray exposed
            ? exposed.OfType<JsonObject>().Select(item => new JsonObject
            {
                ["contentKey"] = item.Member("contentKey")?.DeepClone(),
                ["culture"] = item.Member("culture")?.DeepClone(),
                ["segment"] = item.Member("segment")?.DeepClone(),
            })
            : content.OfType<JsonObject>().Select(Exposed);
        var layout = new JsonObject();
        if (blocks.Member("layout") is JsonObject layouts)
        {
            foreach (var (editor, items) in layouts)
            {
                layout[editor] = items is JsonArray list ? Layout(list) : items?.DeepClone();
            }
        }

        return new JsonObject
        {
            ["contentData"] = content,
            ["settingsData"] = Blocks(Items(blocks, "settingsData"), context, toStored),
            ["expose"] = new JsonArray([.. expose]),
            ["layout"] = layout,
        };
    }

    // Files from before version 15 have no list: there, every block is shown.
    private static JsonObject Exposed(JsonObject block) => new() { ["contentKey"] = block["key"]?.DeepClone(), ["culture"] = null, ["segment"] = null };

    private static JsonArray Items(JsonObject blocks, string name) => blocks.Member(name) as JsonArray ?? [];

    private static JsonArray Blocks(JsonArray blocks, ValueContext context, bool toStored) =>
        new([.. blocks.OfType<JsonObject>().Select(block => Block(block, context, toStored))]);

    private static JsonObject Block(JsonObject block, ValueContext context, bool toStored)
    {
        var typeText = SiteJson.AsText(block.Member("contentTypeKey"));
        var type = Guid.TryParse(typeText, out var typeKey) ? context.Schema.FindType(typeKey) : null;
        if (type is null)
        {
            context.UnknownTypes?.Add(typeKey);
        }

        var converted = new JsonArray();
        foreach (var value in Values(block))
        {
            var alias = SiteJson.AsText(value.Member("alias")) ?? "";
            var property = type is null ? null : context.Schema.FindProperty(type, alias);
            var dataType = property is null ? null : context.Schema.FindDataType(property.DataTypeKey);
            var old = value.Member("value");
            converted.Add(new JsonObject
            {
                ["alias"] = alias,
                ["culture"] = value.Member("culture")?.DeepClone(),
                ["editorAlias"] = toStored ? null : dataType?.EditorAlias,
                ["segment"] = value.Member("segment")?.DeepClone(),
                ["value"] = old is null || dataType is null ? old?.DeepClone() : Nested(old, dataType.EditorAlias, context with { DataType = dataType }, toStored),
            });
        }

        return new JsonObject
        {
            ["contentTypeKey"] = typeText,
            ["key"] = Key(block, "key", "udi"),
            ["values"] = converted,
        };
    }

    private static JsonNode? Nested(JsonNode value, string editorAlias, ValueContext context, bool toStored) =>
        toStored ? For(editorAlias).ToStored(value, context) : For(editorAlias).ToWire(value, context);

    // Before version 15 values stood directly on the block, by alias.
    private static IEnumerable<JsonObject> Values(JsonObject block)
    {
        if (block.Member("values") is JsonArray values)
        {
            return values.OfType<JsonObject>();
        }

        return block
            .Where(member => member.Key is not ("contentTypeKey" or "key" or "udi"))
            .Select(member => new JsonObject { ["alias"] = member.Key, ["value"] = member.Value?.DeepClone() });
    }

    private static JsonArray Layout(JsonArray items) => new([.. items.OfType<JsonObject>().Select(LayoutItem)]);

    private static JsonObject LayoutItem(JsonObject item)
    {
        var members = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["contentKey"] = Key(item, "contentKey", "contentUdi"),
            ["settingsKey"] = Key(item, "settingsKey", "settingsUdi"),
        };
        foreach (var (name, value) in item)
        {
            if (name is "contentKey" or "contentUdi" or "settingsKey" or "settingsUdi")
            {
                continue;
            }

            members[name] = name == "areas" && value is JsonArray areas
                ? new JsonArray([.. areas.OfType<JsonObject>().Select(Area)])
                : value?.DeepClone();
        }

        return new JsonObject(members);
    }

    private static JsonObject Area(JsonObject area) => new()
    {
        ["items"] = Layout(area.Member("items") as JsonArray ?? []),
        ["key"] = area.Member("key")?.DeepClone(),
    };

    private static string? Key(JsonObject node, string name, string udiName) =>
        SiteJson.AsText(node.Member(name))
        ?? (Udi.TryParse(SiteJson.AsText(node.Member(udiName)), out _, out var key) ? key.ToString() : null);
}

/// <summary>Formatted text with its blocks; older files hold the markup alone.</summary>
internal sealed class RichTextConverter : ValueConverter
{
    public override JsonNode? ToStored(JsonNode wire, ValueContext context)
    {
        var (markup, blocks) = Read(wire);
        return markup.Length == 0 && IsEmpty(blocks)
            ? null
            : new JsonObject { ["blocks"] = BlockConverter.Convert(blocks, context, toStored: true), ["markup"] = markup };
    }

    public override JsonNode? ToWire(JsonNode stored, ValueContext context)
    {
        var (markup, blocks) = Read(SiteJson.Expand(stored));
        return markup.Length == 0 && IsEmpty(blocks)
            ? null
            : new JsonObject { ["markup"] = markup, ["blocks"] = BlockConverter.Convert(blocks, context, toStored: false) };
    }

    private static (string Markup, JsonObject Blocks) Read(JsonNode node) => node is JsonObject value
        ? (SiteJson.AsText(value.Member("markup")) ?? "", value.Member("blocks") as JsonObject ?? [])
        : (SiteJson.AsText(node) ?? throw new FormatException("Værdien skal være formateret tekst."), []);

    private static bool IsEmpty(JsonObject blocks) => blocks.Member("contentData") is not JsonArray { Count: > 0 };
}
