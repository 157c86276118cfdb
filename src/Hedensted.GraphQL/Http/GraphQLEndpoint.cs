using System.Buffers;
using System.Globalization;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http;

/// <summary><c>/graphql</c>: GraphQL over HTTP, public and for everybody.</summary>
internal sealed class GraphQLEndpoint(
    PublicGraphQL api, EditionSource editions, IOptions<PublicGraphQLOptions> options, TimeProvider time)
{
    private const string PositionHeader = "Hedensted-Position";
    private const string MinPositionHeader = "Hedensted-Min-Position";

    private const string ExampleQuery = """
        # Hvad sker der på bibliotekerne i Hedensted?
        query DetSker {
          occurrences(first: 6, group: SERIES, where: { relative: UPCOMING }) {
            nodes { title displayDate displayTime place { title } focusAreas { shortName } }
          }
        }
        """;

    private PositionText? _position;

    private sealed record PositionText(Edition Edition, string Text);

    public async Task HandleAsync(HttpContext context)
    {
        // 1. Everybody may read: no cookies, no keys, from any origin.
        var request = context.Request;
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = $"{PositionHeader}, ETag";
        headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsOptions(request.Method))
        {
            headers.AccessControlAllowMethods = "GET, POST";
            headers.AccessControlAllowHeaders = $"Accept, Content-Type, If-None-Match, {MinPositionHeader}";
            headers.AccessControlMaxAge = "86400";
            headers.Allow = "GET, POST, OPTIONS";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsPost(request.Method))
        {
            headers.Allow = "GET, POST, OPTIONS";
            await HttpAnswers.RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", "Ask with GET or POST.");
            return;
        }

        headers.Vary = "Accept, Accept-Encoding";
        if (isGet && HttpAnswers.IsBrowser(request))
        {
            await (options.Value.GraphiqlPage?.Invoke(context, ExampleQuery) ?? PlainPage()).ExecuteAsync(context);
            return;
        }

        if (HttpAnswers.Negotiate(request) is not { } mediaType)
        {
            await HttpAnswers.RefuseAsync(
                context, StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE", $"Accept {HttpAnswers.GraphQLJson} or {HttpAnswers.Json}.");
            return;
        }

        // 2. What is asked, and of which edition.
        if (!isGet && !(request.ContentLength <= options.Value.MaxBodyBytes)
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // We answer 413 ourselves, in the shape of every other answer; twice the limit is where reading on makes no sense.
            limit.MaxRequestBodySize = options.Value.MaxBodyBytes * 2L;
        }

        var newest = editions.IsReady && !request.Headers.ContainsKey(MinPositionHeader) ? editions.Current : null;
        var question = isGet
            ? HttpQuestion.FromQuery(request.Query)
            : await HttpQuestion.FromBodyAsync(
                request, options.Value.MaxBodyBytes, newest is null ? null : body => FindKnown(newest, body));
        if (question.Known is { } known)
        {
            headers[PositionHeader] = PositionOf(newest!);
            await WriteAsync(context, known, mediaType, isGet);
            return;
        }

        if (question.Refusal is { } refusal)
        {
            await HttpAnswers.RefuseAsync(context, refusal.Status, refusal.Code, refusal.Message);
            return;
        }

        if ((newest ?? await EditionForAsync(request, context.RequestAborted)) is not { } edition)
        {
            headers.RetryAfter = "1";
            await HttpAnswers.RefuseAsync(
                context, StatusCodes.Status503ServiceUnavailable, "NOT_READY", "What you ask for is not here yet; try again in a second.");
            return;
        }

        // 3. The answer.
        headers[PositionHeader] = PositionOf(edition);
        using var answer = api.Answer(edition, question.Document, question.OperationName, question.Variables, context.RequestAborted);
        if (!isGet)
        {
            api.Remember(edition, question.Body.Span, answer);
        }

        await WriteAsync(context, answer, mediaType, isGet);
    }

    /// <summary><c>/graphql/schema.graphql</c></summary>
    public IResult Schema(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (!editions.IsReady)
        {
            context.Response.Headers.RetryAfter = "1";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var schema = SchemaFile.Of(api.EngineOf(editions.Current.Schema));
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(schema.Content, "application/graphql; charset=utf-8", entityTag: schema.ETag);
    }

    private async Task WriteAsync(HttpContext context, Answer answer, string mediaType, bool isGet)
    {
        var response = context.Response;
        if (answer.Kind == ResponseKind.Success && isGet)
        {
            var left = answer.ValidUntil - time.GetUtcNow();
            var age = left < options.Value.MaxAge ? left.Value : options.Value.MaxAge;
            response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={Math.Max(0, (int)age.TotalSeconds)}");
            response.Headers.ETag = answer.ETag;
            if (context.Request.Headers.IfNoneMatch.Any(tags => tags is not null && EntityTags.Match(tags, answer.ETag)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        else
        {
            response.Headers.CacheControl = "no-store";
        }

        response.StatusCode = answer switch
        {
            { FirstErrorCode: "MUTATION_NOT_ALLOWED" } => StatusCodes.Status405MethodNotAllowed,
            { Kind: ResponseKind.Rejected } when mediaType == HttpAnswers.GraphQLJson => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status200OK,
        };
        response.ContentType = mediaType == HttpAnswers.Json ? HttpAnswers.Utf8Json : HttpAnswers.Utf8GraphQLJson;
        var body = answer.Body;
        if (context.Request.Headers.AcceptEncoding is [{ } accepted, ..] && answer.Variants?.Find(accepted, out var encoding) is { } packed)
        {
            body = packed;
            response.Headers.ContentEncoding = encoding;
            if (response.Headers.ETag.Count > 0)
            {
                // Other bytes are another representation.
                response.Headers.ETag = EntityTags.Of(answer.ETag, encoding);
            }
        }

        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body);
    }

    // Written once an edition, not once a request.
    private string PositionOf(Edition edition)
    {
        if (_position is { } known && ReferenceEquals(known.Edition, edition))
        {
            return known.Text;
        }

        var text = edition.Position.ToString();
        _position = new PositionText(edition, text);
        return text;
    }

    private Answer? FindKnown(Edition edition, ReadOnlySequence<byte> body) => body.IsSingleSegment ? api.FindKnown(edition, body.FirstSpan) : null;

    // Someone who has just published wants to see that; everyone else takes what there is.
    private async Task<Edition?> EditionForAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!ChangePosition.TryParse(request.Headers[MinPositionHeader], out var minimum))
        {
            return editions.IsReady ? editions.Current : null;
        }

        if (editions.IsReady && editions.Current is var current && current.Position.Includes(minimum))
        {
            return current;
        }

        using var patience = new CancellationTokenSource(options.Value.MaxWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await editions.WaitForAsync(minimum, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return editions.IsReady ? editions.Current : null;
        }
    }

    private static IResult PlainPage() => Results.Content(
        """
        <!doctype html><html lang="da"><meta charset="utf-8"><title>GraphQL – Hedensted Bibliotekerne</title>
        <h1>GraphQL</h1>
        <p>Her svarer bibliotekernes åbne data. Send en forespørgsel med POST, eller læs <a href="/graphql/schema.graphql">skemaet</a>.</p></html>
        """,
        "text/html; charset=utf-8");
}
