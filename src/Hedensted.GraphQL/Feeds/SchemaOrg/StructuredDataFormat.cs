using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Hedensted.GraphQL.Feeds.SchemaOrg;

/// <summary>How structured data are written: readable Danish letters, and nothing that could end the script element it stands in.</summary>
internal static class StructuredDataFormat
{
    /// <summary>The context of JSON-LD.</summary>
    public const string Context = "https://schema.org";

    /// <summary>Its media type.</summary>
    public const string MediaType = "application/ld+json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // This encoder escapes < > & ' whatever it is allowed otherwise.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The JSON in UTF-8.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
