using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hedensted.Bibliotek.Values;

namespace Hedensted.GraphQL.Feeds.Dpl;

/// <summary>How DPL's shapes are written: times with Denmark's offset and without fractions, as DPL writes them.</summary>
internal static class DplFormat
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DanishMoments() },
    };

    /// <summary>The JSON in UTF-8.</summary>
    public static byte[] Write(IEnumerable<object> rows) => JsonSerializer.SerializeToUtf8Bytes(rows, Options);

    private sealed class DanishMoments : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(WallTime.InDenmark(value).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
    }
}
