using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>Rebuilds all rich text of a document from what is allowed, in blocks too, before it is stored.</summary>
internal static class RichTextSanitiser
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The content with clean rich text; values that are clean already keep their instance, and so does content that is.</summary>
    public static NodeContent Sanitise(ContentSchema schema, ContentType type, NodeContent content)
    {
        if (content.Values.IsDefaultOrEmpty)
        {
            return content;
        }

        var values = content.Values.Select(value => Sanitise(schema, type, value)).ToImmutableArray();
        return values.Zip(content.Values).All(pair => ReferenceEquals(pair.First, pair.Second)) ? content : content with { Values = values };
    }

    private static PropertyValue Sanitise(ContentSchema schema, ContentType type, PropertyValue value)
    {
        var holds = HoldsOf(schema, type, value.Alias);
        if (holds == Holds.Other)
        {
            return value;
        }

        var buffer = new ArrayBufferWriter<byte>();
        bool changed;
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            changed = Write(writer, schema, holds, value.Value);
        }

        return changed ? value with { Value = JsonElement.Parse(buffer.WrittenSpan) } : value;
    }

    private static bool Write(Utf8JsonWriter writer, ContentSchema schema, Holds holds, JsonElement value) => (holds, value.ValueKind) switch
    {
        (Holds.RichText, JsonValueKind.String) => WriteMarkup(writer, value),
        (Holds.RichText, JsonValueKind.Object) => WriteMembers(writer, value, member => member.Name.ToLowerInvariant() switch
        {
            "markup" => WriteMarkup(writer, member.Value),
            "blocks" => Write(writer, schema, Holds.Blocks, member.Value),
            _ => Copy(writer, member.Value),
        }),
        (Holds.Blocks, JsonValueKind.Object) => WriteMembers(writer, value, member => member.Name.ToLowerInvariant() switch
        {
            "contentdata" or "settingsdata" => WriteItems(writer, member.Value, block => WriteBlock(writer, schema, block)),
            _ => Copy(writer, member.Value),
        }),
        _ => Copy(writer, value),
    };

    private static bool WriteBlock(Utf8JsonWriter writer, ContentSchema schema, JsonElement block)
    {
        if (block.ValueKind != JsonValueKind.Object || TypeOf(schema, block) is not { } type)
        {
            return Copy(writer, block);
        }

        return WriteMembers(writer, block, member => Is(member, "values")
            ? WriteItems(writer, member.Value, field => WriteField(writer, schema, type, field))
            : Copy(writer, member.Value));
    }

    private static bool WriteField(Utf8JsonWriter writer, ContentSchema schema, ContentType type, JsonElement field)
    {
        if (field.ValueKind != JsonValueKind.Object || TextMember(field, "alias") is not { } alias)
        {
            return Copy(writer, field);
        }

        var holds = HoldsOf(schema, type, alias);
        return WriteMembers(writer, field, member => Is(member, "value")
            ? Write(writer, schema, holds, member.Value)
            : Copy(writer, member.Value));
    }

    private static bool WriteMarkup(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return Copy(writer, value);
        }

        var markup = JsonText.Read(value);
        var clean = HtmlSanitiser.Sanitise(markup ?? "");
        if (string.Equals(clean, markup, StringComparison.Ordinal))
        {
            return Copy(writer, value);
        }

        writer.WriteStringValue(clean);
        return true;
    }

    private static bool WriteMembers(Utf8JsonWriter writer, JsonElement value, Func<JsonProperty, bool> write)
    {
        var changed = false;
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            changed |= write(member);
        }

        writer.WriteEndObject();
        return changed;
    }

    private static bool WriteItems(Utf8JsonWriter writer, JsonElement value, Func<JsonElement, bool> write)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Copy(writer, value);
        }

        var changed = false;
        writer.WriteStartArray();
        foreach (var item in value.EnumerateArray())
        {
            changed |= write(item);
        }

        writer.WriteEndArray();
        return changed;
    }

    private static bool Copy(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        return false;
    }

    private static ContentType? TypeOf(ContentSchema schema, JsonElement block) =>
        Guid.TryParse(TextMember(block, "contentTypeKey"), out var key) ? schema.FindType(key) : null;

    private static string? TextMember(JsonElement value, string name)
    {
        string? text = null;
        foreach (var member in value.EnumerateObject().Where(member => Is(member, name)))
        {
            text = JsonText.Read(member.Value);
        }

        return text;
    }

    private static bool Is(JsonProperty member, string name) => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase);

    private static Holds HoldsOf(ContentSchema schema, ContentType type, string alias) =>
        schema.FindProperty(type, alias) is { } property
            ? schema.FindDataType(property.DataTypeKey)?.EditorAlias switch
            {
                "Umbraco.RichText" => Holds.RichText,
                "Umbraco.BlockList" or "Umbraco.BlockGrid" or "Umbraco.SingleBlock" => Holds.Blocks,
                _ => Holds.Other,
            }
            : Holds.Other;

    private enum Holds
    {
        Other,
        RichText,
        Blocks,
    }
}
