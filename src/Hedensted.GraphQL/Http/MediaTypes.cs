using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hedensted.GraphQL.Http;

/// <summary>The media types of answers, and which of them a client wants.</summary>
/// <remarks>See <see href="https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types"/>.</remarks>
internal static class MediaTypes
{
    public const string GraphQLJson = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";
    private const string Html = "text/html";
    private const string Utf8 = "; charset=utf-8";

    /// <summary>The media type to answer with; null when the client accepts none of ours.</summary>
    /// <remarks>The best-liked wins, and of equals the one named first. A client that says nothing gets JSON.</remarks>
    public static string? Negotiate(HttpRequest request)
    {
        // What most programs write needs no reading.
        if (request.Headers.Accept is [Json])
        {
            return Json;
        }

        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return request.Headers.Accept.Count == 0 ? Json : null;
        }

        string? best = null;
        var weight = 0.0;
        foreach (var type in accepted)
        {
            var quality = type.Quality ?? 1;
            if (quality > weight && Offer(type) is { } offered)
            {
                (best, weight) = (offered, quality);
            }
        }

        return best;
    }

    /// <summary>The value of <c>Content-Type</c> for an answer in one of them.</summary>
    public static string ContentTypeOf(string mediaType) => mediaType switch
    {
        Json => Json + Utf8,
        GraphQLJson => GraphQLJson + Utf8,
        _ => mediaType + Utf8,
    };

    /// <summary>Whether the client would also take an event stream, which is the only answer to a subscription.</summary>
    public static bool AcceptsEventStream(HttpRequest request)
    {
        foreach (var type in request.GetTypedHeaders().Accept)
        {
            if (type.Quality != 0 && type.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a person looks at it: a browser asks for HTML before anything else.</summary>
    public static bool IsBrowser(HttpRequest request)
    {
        foreach (var type in request.GetTypedHeaders().Accept)
        {
            if (type.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (Offer(type) is not null)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a body is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && IsUtf8(type));

    private static string? Offer(MediaTypeHeaderValue type)
    {
        var name = type.MediaType;
        var offered = name.Equals(GraphQLJson, StringComparison.OrdinalIgnoreCase) ? GraphQLJson
            : name.Equals(EventStream, StringComparison.OrdinalIgnoreCase) ? EventStream
            : type.MatchesAllTypes || name.Equals("application/*", StringComparison.OrdinalIgnoreCase) || name.Equals(Json, StringComparison.OrdinalIgnoreCase) ? Json
            : null;
        return offered is not null && IsUtf8(type) ? offered : null;
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
