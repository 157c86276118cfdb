using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Storage.Json;

/// <summary>How values are written into text columns: compact, the same whatever the server's culture.</summary>
[JsonSerializable(typeof(Language))]
[JsonSerializable(typeof(DataType))]
[JsonSerializable(typeof(ContentType))]
[JsonSerializable(typeof(DictionaryItem))]
[JsonSerializable(typeof(SchemaFolder))]
[JsonSerializable(typeof(BlueprintBody))]
[JsonSerializable(typeof(ImmutableArray<StoredVariant>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>Danish letters are written as they are: what is stored here never goes into HTML as it stands.</summary>
    public static StoredJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new OrdinalDictionary<JsonElement>(), new OrdinalDictionary<string>() },
    });

    public static string Write(Language language) => JsonSerializer.Serialize(language, Readable.Language);

    public static string Write(DataType dataType) => JsonSerializer.Serialize(dataType, Readable.DataType);

    public static string Write(ContentType contentType) => JsonSerializer.Serialize(contentType, Readable.ContentType);

    public static string Write(DictionaryItem item) => JsonSerializer.Serialize(item, Readable.DictionaryItem);

    public static string Write(SchemaFolder folder) => JsonSerializer.Serialize(folder, Readable.SchemaFolder);

    public static string Write(Blueprint blueprint) => JsonSerializer.Serialize(Json.BlueprintBody.Of(blueprint), Readable.BlueprintBody);

    public static string Write(ImmutableArray<StoredVariant> variants) => JsonSerializer.Serialize(variants, Readable.ImmutableArrayStoredVariant);

    public static string Write(Dictionary<string, string> segments) => JsonSerializer.Serialize(segments, Readable.DictionaryStringString);

    public static Language ReadLanguage(DefinitionRow row) => JsonSerializer.Deserialize(row.Body, Readable.Language)!;

    public static DataType ReadDataType(DefinitionRow row) => JsonSerializer.Deserialize(row.Body, Readable.DataType)!;

    public static ContentType ReadContentType(DefinitionRow row) => JsonSerializer.Deserialize(row.Body, Readable.ContentType)!;

    public static DictionaryItem ReadDictionaryItem(DefinitionRow row) => JsonSerializer.Deserialize(row.Body, Readable.DictionaryItem)!;

    public static SchemaFolder ReadFolder(DefinitionRow row) => JsonSerializer.Deserialize(row.Body, Readable.SchemaFolder)!;

    public static Blueprint ReadBlueprint(DefinitionRow row) => JsonSerializer.Deserialize(row.Body, Readable.BlueprintBody)!.ToModel(row.Key);

    public static ImmutableArray<StoredVariant> ReadVariants(string json) => JsonSerializer.Deserialize(json, Readable.ImmutableArrayStoredVariant);

    public static Dictionary<string, string> ReadSegments(string json) => JsonSerializer.Deserialize(json, Readable.DictionaryStringString)!;
}

/// <summary>Reads a sorted dictionary in ordinal order; the serialiser's own would sort "aa" as "å" on a Danish server.</summary>
internal sealed class OrdinalDictionary<T> : JsonConverter<ImmutableSortedDictionary<string, T>>
{
    public override ImmutableSortedDictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            builder[name] = (T)(object)(typeof(T) == typeof(JsonElement) ? JsonElement.ParseValue(ref reader) : reader.GetString()!);
        }

        return builder.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in value)
        {
            writer.WritePropertyName(name);
            if (item is JsonElement element)
            {
                element.WriteTo(writer);
            }
            else
            {
                writer.WriteStringValue((string)(object)item!);
            }
        }

        writer.WriteEndObject();
    }
}
