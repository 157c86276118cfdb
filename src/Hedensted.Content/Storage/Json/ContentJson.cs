using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Storage.Json;

/// <summary>Names and values of a node as one compact JSON text: <c>{"names":[[culture,name]…],"values":[[alias,culture,segment,value]…]}</c>.</summary>
internal static class ContentJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(NodeContent content)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("names");
            foreach (var name in content.Names)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(name.Culture);
                writer.WriteStringValue(name.Name);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("values");
            foreach (var value in content.Values)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(value.Alias);
                writer.WriteStringValue(value.Culture);
                writer.WriteStringValue(value.Segment);
                value.Value.WriteTo(writer);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static NodeContent Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    public static NodeContent Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);

        // One copy of exactly the right size for all values, where the document itself rents from a pool.
        var root = document.RootElement.Clone();
        return new NodeContent { Names = Names(root.GetProperty("names")), Values = Values(root.GetProperty("values")) };
    }

    private static ImmutableArray<VariantName> Names(JsonElement names)
    {
        var builder = ImmutableArray.CreateBuilder<VariantName>(names.GetArrayLength());
        foreach (var name in names.EnumerateArray())
        {
            builder.Add(new(KnownTexts.Of(name[0]), name[1].GetString()!));
        }

        return builder.MoveToImmutable();
    }

    private static ImmutableArray<PropertyValue> Values(JsonElement values)
    {
        var builder = ImmutableArray.CreateBuilder<PropertyValue>(values.GetArrayLength());
        foreach (var value in values.EnumerateArray())
        {
            builder.Add(new(KnownTexts.Of(value[0])!, KnownTexts.Of(value[1]), value[2].GetString(), value[3]));
        }

        return builder.MoveToImmutable();
    }
}
