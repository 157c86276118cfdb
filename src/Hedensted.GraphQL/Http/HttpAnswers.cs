using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hedensted.GraphQL.Http;

/// <summary>The media types of the specification, and answers to requests that are no GraphQL requests.</summary>
/// <remarks>See <see href="https://graphql.github.io/graphql-over-http/draft/"/>.</remarks>
internal static class HttpAnswers
{
    public const string GraphQLJson = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string Utf8GraphQLJson = GraphQLJson + "; charset=utf-8";
    public const string Utf8Json = Json + "; charset=utf-8";

    /// <summary>The media type to answer with; null when the client accepts neither.</summary>
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
            return Json;
        }

        string? best = null;
        var weight = 0.0;
        foreach (var type in accepted)
        {
            var quality = type.Quality ?? 1;
            var offered = Offer(type);
            if (offered is not null && quality > weight)
            {
                (best, weight) = (offered, quality);
            }
        }

        return best;
    }

    /// <summary>Whether a person looks at it: a browser asks for HTML before anything else.</summary>
    public static bool IsBrowser(HttpRequest request)
    {
        foreach (var type in request.GetTypedHeaders().Accept)
        {
            if (type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
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

    /// <summary>An answer without data, in the shape of every GraphQL error.</summary>
    public static async Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = (Negotiate(context.Request) ?? Json) + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            errors = new[] { new { message, extensions = new { code } } },
        });
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static string? Offer(MediaTypeHeaderValue type)
    {
        if (type.MediaType.Equals(GraphQLJson, StringComparison.OrdinalIgnoreCase))
        {
            return IsUtf8(type) ? GraphQLJson : null;
        }

        return type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
                ? IsUtf8(type) ? Json : null
                : null;
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
