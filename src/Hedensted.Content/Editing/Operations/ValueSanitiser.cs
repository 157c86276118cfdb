using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Cleans rich text in a value, wherever it stands: by itself, in a block, or in a block in rich text.</summary>
internal static class ValueSanitiser
{
    /// <summary>The value to store; the very same when there was nothing to clean.</summary>
    public static JsonElement Clean(ContentSchema schema, DataType? dataType, JsonElement value)
    {
        if (dataType is null || !Editors.CanHoldMarkup(dataType.EditorAlias))
        {
            return value;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            var markup = value.GetString()!;
            var clean = Markup(dataType, markup);
            return clean == markup ? value : JsonSerializer.SerializeToElement(clean, Storage.Json.StoredJson.Readable.String);
        }

        var node = value.ValueKind == JsonValueKind.Object ? JsonObject.Create(value) : null;
        if (node is null || !Clean(schema, dataType, node))
        {
            return value;
        }

        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    private static string Markup(DataType dataType, string text) => dataType.EditorAlias == Editors.RichText ? RichTextSanitiser.Clean(text) : text;

    private static bool Clean(ContentSchema schema, DataType dataType, JsonObject value)
    {
        if (dataType.EditorAlias != Editors.RichText)
        {
            return CleanBlocks(schema, value);
        }

        var changed = false;
        if (value["markup"] is JsonValue text && text.GetValueKind() == JsonValueKind.String)
        {
            var markup = text.GetValue<string>();
            var clean = RichTextSanitiser.Clean(markup);
            if (clean != markup)
            {
                value["markup"] = clean;
                changed = true;
            }
        }

        return (value["blocks"] is JsonObject blocks && CleanBlocks(schema, blocks)) | changed;
    }

    private static bool CleanBlocks(ContentSchema schema, JsonObject value)
    {
        var changed = false;
        foreach (var list in new[] { "contentData", "settingsData" })
        {
            foreach (var block in value[list] as JsonArray ?? [])
            {
                if (block is JsonObject element && ElementType(schema, element) is { } type)
                {
                    changed |= CleanElement(schema, type, element);
                }
            }
        }

        return changed;
    }

    private static bool CleanElement(ContentSchema schema, ContentType type, JsonObject element)
    {
        var changed = false;
        foreach (var item in element["values"] as JsonArray ?? [])
        {
            if (item is not JsonObject value || value["alias"]?.ToString() is not { } alias || schema.FindProperty(type, alias) is not { } property
                || schema.FindDataType(property.DataTypeKey) is not { } dataType || !Editors.CanHoldMarkup(dataType.EditorAlias))
            {
                continue;
            }

            switch (value["value"])
            {
                case JsonObject inner:
                    changed |= Clean(schema, dataType, inner);
                    break;
                case JsonValue text when text.GetValueKind() == JsonValueKind.String && Markup(dataType, text.GetValue<string>()) is var clean
                    && clean != text.GetValue<string>():
                    value["value"] = clean;
                    changed = true;
                    break;
            }
        }

        return changed;
    }

    private static ContentType? ElementType(ContentSchema schema, JsonObject element) =>
        Guid.TryParse(element["contentTypeKey"]?.ToString(), out var key) ? schema.FindType(key) : null;
}
