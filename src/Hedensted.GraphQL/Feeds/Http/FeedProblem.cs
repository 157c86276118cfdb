using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Hedensted.GraphQL.Feeds.Http;

/// <summary>Why a feed is not answered, or a report not taken, as <see href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</see> tells it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong, and what to do.</param>
/// <param name="Parameter">The parameter that is wrong; null when it is none.</param>
public sealed record FeedProblem(
    [property: JsonPropertyName("status"), Description("The HTTP status.")] int Status,
    [property: JsonPropertyName("detail"), Description("What is wrong, and what to do.")] string Detail,
    [property: JsonPropertyName("parameter"), Description("The parameter that is wrong; left out when it is none.")] string? Parameter = null)
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The status in words, for there is no page of its own about a problem (<c>about:blank</c>).</summary>
    [JsonPropertyName("title"), Description("The status in words.")]
    public string Title => ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>The JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Format);
}
