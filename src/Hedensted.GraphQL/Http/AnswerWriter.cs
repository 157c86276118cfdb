using System.Text.Json;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Instrumentation;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Http;

/// <summary>Puts finished answers, and refusals, into HTTP.</summary>
internal static class AnswerWriter
{
    /// <summary>Tells until when an answer is true unless something is published; none when the clock does not change it.</summary>
    public const string ValidUntilHeader = "Hedensted-Valid-Until";

    /// <summary>Sends an answer; a GET whose copy is still good gets 304.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="from">Where it came from.</param>
    /// <param name="mediaType">What the client accepts.</param>
    /// <param name="keeping">How long others may keep it; null when nobody may.</param>
    public static async Task WriteAsync(HttpContext context, Answer answer, CacheResult from, string mediaType, KeepingElsewhere? keeping)
    {
        var response = context.Response;
        CacheStatus.Tell(response, from, answer);
        var mayBeKept = keeping is not null && HttpMethods.IsGet(context.Request.Method) && answer.Kind == ResponseKind.Success;
        if (mayBeKept)
        {
            keeping!.Value.Tell(response, answer);
        }
        else
        {
            response.Headers.CacheControl = "no-store";
        }

        if (keeping is not null && answer is { Kind: ResponseKind.Success, ValidUntilText: { } validUntil })
        {
            response.Headers[ValidUntilHeader] = validUntil;
        }

        if (mayBeKept)
        {
            response.Headers.ETag = answer.ETag;
            if (context.Request.Headers.IfNoneMatch.Any(tags => tags is not null && EntityTags.Match(tags, answer.ETag)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        if (answer.FirstErrorCode == "MUTATION_NOT_ALLOWED")
        {
            response.Headers.Allow = "POST, OPTIONS";
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else
        {
            response.StatusCode = Refusal.StatusOf(answer.Kind, mediaType);
        }

        await WriteAsync(response, Encode(context, answer), mediaType, context.RequestAborted);
    }

    /// <summary>Sends a refusal in the shape of every GraphQL error. Nobody may keep it.</summary>
    public static Task RefuseAsync(HttpContext context, Refusal refusal, string mediaType)
    {
        ApiInstruments.Refused(refusal.Code);
        var response = context.Response;
        response.StatusCode = refusal.Status ?? Refusal.StatusOf(ResponseKind.Rejected, mediaType);
        response.Headers.CacheControl = "no-store";
        return WriteAsync(response, BodyOf(refusal), mediaType, context.RequestAborted);
    }

    /// <summary>A refusal as the JSON of a GraphQL answer.</summary>
    public static byte[] BodyOf(Refusal refusal) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        errors = new[] { new { message = refusal.Message, extensions = new { code = refusal.Code } } },
    });

    /// <summary>The body, packed when the client can unpack it and that has been done for an earlier request.</summary>
    public static ReadOnlyMemory<byte> Encode(HttpContext context, Answer answer)
    {
        if (context.Request.Headers.AcceptEncoding is not [{ } accepted, ..] || answer.Variants?.Find(accepted, out var encoding) is not { } packed)
        {
            return answer.Body;
        }

        var headers = context.Response.Headers;
        headers.ContentEncoding = encoding;
        if (headers.ETag.Count > 0)
        {
            // Other bytes are another representation.
            headers.ETag = EntityTags.Of(answer.ETag, encoding);
        }

        return packed;
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body, string mediaType, CancellationToken cancellationToken)
    {
        response.ContentType = MediaTypes.ContentTypeOf(mediaType);
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, cancellationToken);
    }
}
