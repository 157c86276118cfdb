using Hedensted.Content.Model;
using Hedensted.Content.Previews;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Http.Budget;
using Hedensted.GraphQL.Http.Documents;
using Hedensted.GraphQL.Http.Streaming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Http;

/// <summary><c>/graphql</c>: GraphQL over HTTP, public and for everybody.</summary>
internal sealed class GraphQLEndpoint(
    PublicGraphQL api,
    EditionSource editions,
    PreviewEditions previews,
    EditionChoice choice,
    DocumentLookup documents,
    ClientBudgets budgets,
    StreamEndpoint streams,
    IOptions<PublicGraphQLOptions> options,
    TimeProvider time)
{
    private const string PositionHeader = "Hedensted-Position";
    private const string PreviewHeader = "Hedensted-Preview";
    private const string LanguageParameter = "language";
    private const string CostHeader = "GraphQL-Cost";

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

    /// <summary>Answers one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="documentId">The document, when the address names one.</param>
    public async Task HandleAsync(HttpContext context, string? documentId = null)
    {
        // 1. Everybody may read: no cookies, and from any origin.
        var request = context.Request;
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = $"{PositionHeader}, {AnswerWriter.ValidUntilHeader}, {CacheStatus.Header}, ETag, Retry-After";
        headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsOptions(request.Method))
        {
            headers.AccessControlAllowMethods = "GET, POST";
            headers.AccessControlAllowHeaders = "*";
            headers.AccessControlMaxAge = "86400";
            headers.Allow = "GET, POST, OPTIONS";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsPost(request.Method))
        {
            headers.Allow = "GET, POST, OPTIONS";
            await RefuseAsync(context, new Refusal("METHOD_NOT_ALLOWED", "Ask with GET or POST.", StatusCodes.Status405MethodNotAllowed));
            return;
        }

        headers.Vary = "Accept, Accept-Encoding";
        if (isGet && documentId is null && MediaTypes.IsBrowser(request))
        {
            await (options.Value.GraphiqlPage?.Invoke(context, ExampleQuery) ?? PlainPage()).ExecuteAsync(context);
            return;
        }

        if (MediaTypes.Negotiate(request) is not { } mediaType)
        {
            await RefuseAsync(context, new Refusal(
                "NOT_ACCEPTABLE", $"Accept {MediaTypes.GraphQLJson}, {MediaTypes.Json} or {MediaTypes.EventStream}.", StatusCodes.Status406NotAcceptable));
            return;
        }

        // 2. Who asks, and whether there is something left of what they may ask for.
        if (!budgets.TryFind(context, out var budget))
        {
            await RefuseAsync(context, new Refusal("UNKNOWN_API_KEY", $"Nobody has the key in {ClientBudgets.KeyHeader}; leave it out, or ask the operator for one.", StatusCodes.Status401Unauthorized));
            return;
        }

        if (budget is not null && !budget.HasSome(out var wait))
        {
            await RefuseAsync(context, BudgetSpent(headers, wait));
            return;
        }

        // 3. What is asked, and of which edition.
        using var asked = await ReadAsync(request, isGet);
        var preview = request.Headers[PreviewHeader] is [{ Length: > 0 } token] ? token : null;
        var newest = preview is null && editions.IsReady && !request.Headers.ContainsKey(EditionChoice.MinPositionHeader) ? editions.Current : null;
        var reportCost = request.Headers[CostHeader] == "report";
        var wanted = request.Query[LanguageParameter] is [{ Length: > 0 } code] ? code : null;
        var isByBytes = documentId is null && wanted is null && !reportCost && mediaType != MediaTypes.EventStream && !asked.Body.IsEmpty;
        if (isByBytes && newest is not null && api.FindKnown(newest, asked.Body.Span) is { } known)
        {
            budget?.Spend(Charge.ForHit);
            headers[PositionHeader] = PositionOf(newest);
            await AnswerWriter.WriteAsync(context, known, CacheResult.Hit, mediaType, Keeping(newest, known));
            return;
        }

        asked.Parse();
        if (documentId is not null)
        {
            asked.Name(documentId);
        }

        if (asked.Refusal is { } malformed)
        {
            budget?.Spend(Charge.ForRefusal);
            await RefuseAsync(context, malformed);
            return;
        }

        var document = documents.Find(asked, out var hash, out var refusal);
        if (refusal is not null)
        {
            budget?.Spend(Charge.ForRefusal);
            await RefuseAsync(context, refusal, mediaType);
            return;
        }

        if ((newest ?? await EditionForAsync(request, preview, context.RequestAborted)) is not { } edition)
        {
            if (preview is not null)
            {
                await RefuseAsync(context, new Refusal("PREVIEW_ENDED", "The preview has ended; open it again in the backoffice.", StatusCodes.Status401Unauthorized));
                return;
            }

            headers.RetryAfter = "1";
            await RefuseAsync(context, new Refusal(
                "NOT_READY", "What you ask for is not here yet; try again in a second.", StatusCodes.Status503ServiceUnavailable));
            return;
        }

        if (!TryFindLanguage(edition.Schema, wanted, out var language))
        {
            budget?.Spend(Charge.ForRefusal);
            await RefuseAsync(context, new Refusal(
                "UNKNOWN_LANGUAGE",
                $"The parameter {LanguageParameter} is one of {string.Join(", ", edition.Schema.Languages.Select(each => each.IsoCode))}; leave it out for {edition.Schema.DefaultLanguage?.IsoCode}.",
                StatusCodes.Status400BadRequest));
            return;
        }

        // 4. The answer.
        headers[PositionHeader] = PositionOf(edition);
        var question = new Question(document, asked.OperationName, asked.Variables, reportCost, Language: language);
        var (answer, cache) = await api.AnswerAsync(edition, question, context.RequestAborted);
        using var sent = answer;
        budget?.Spend(Charge.For(answer, cache, document.Length));
        if (hash is not null && answer.Kind != ResponseKind.Rejected)
        {
            documents.Keep(hash, document.Span);
        }
        else if (hash is null && isByBytes)
        {
            // One that brings a document to be kept is read each time, for by then it may have been forgotten.
            api.Remember(asked.Body.Span, answer);
        }

        if (answer.FirstErrorCode == StreamEndpoint.IsSubscription && MediaTypes.AcceptsEventStream(request))
        {
            // A stream may stay open for days.
            answer.Dispose();
            await streams.FollowAsync(context, question, edition.Position, budget);
        }
        else if (mediaType == MediaTypes.EventStream)
        {
            await StreamEndpoint.AnswerAsync(context, answer.Body);
        }
        else
        {
            await AnswerWriter.WriteAsync(context, answer, cache, mediaType, edition.IsPreview || cache == CacheResult.Stale ? null : Keeping(edition, answer));
        }
    }

    private async Task<HttpQuestion> ReadAsync(HttpRequest request, bool isGet)
    {
        var context = request.HttpContext;
        if (isGet)
        {
            return HttpQuestion.FromQuery(request.Query);
        }

        if (!(request.ContentLength <= options.Value.MaxBodyBytes) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // We answer 413 ourselves, in the shape of every other answer; twice the limit is where reading on makes no sense.
            limit.MaxRequestBodySize = options.Value.MaxBodyBytes * 2L;
        }

        return await HttpQuestion.FromBodyAsync(request, options.Value.MaxBodyBytes, context.RequestAborted);
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

    // The default language is what everybody reads who says nothing.
    private static bool TryFindLanguage(ContentSchema schema, string? wanted, out string? language)
    {
        var found = schema.FindLanguage(wanted);
        language = found is { IsDefault: false } ? found.IsoCode : null;
        return wanted is null || found is not null;
    }

    private KeepingElsewhere Keeping(Edition edition, Answer answer) => KeepingElsewhere.Of(answer, time.GetUtcNow(), options.Value, edition.Schema);

    private static Refusal BudgetSpent(IHeaderDictionary headers, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(Math.Clamp(wait.TotalSeconds, 1, 3_600));
        headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Refusal(
            "BUDGET_SPENT",
            $"You have asked for more than is your share; ask again in {seconds} s. Ask for smaller pages, ask again for the same, or get a key from the operator.",
            StatusCodes.Status429TooManyRequests);
    }

    // Also a client that accepts something else must be able to read why.
    private static Task RefuseAsync(HttpContext context, Refusal refusal) =>
        AnswerWriter.RefuseAsync(context, refusal, MediaTypes.Negotiate(context.Request) is { } accepted and not MediaTypes.EventStream ? accepted : MediaTypes.Json);

    private static Task RefuseAsync(HttpContext context, Refusal refusal, string mediaType) =>
        mediaType == MediaTypes.EventStream && refusal.Status is null
            ? StreamEndpoint.AnswerAsync(context, AnswerWriter.BodyOf(refusal))
            : RefuseAsync(context, refusal);

    private async Task<Edition?> EditionForAsync(HttpRequest request, string? preview, CancellationToken cancellationToken) => preview is null
        ? await choice.ForAsync(request, cancellationToken)
        : await previews.FindAsync(preview, cancellationToken);

    private static IResult PlainPage() => Results.Content(
        """
        <!doctype html><html lang="da"><meta charset="utf-8"><title>GraphQL – Hedensted Bibliotekerne</title>
        <h1>GraphQL</h1>
        <p>Her svarer bibliotekernes åbne data. Send en forespørgsel med POST, eller læs <a href="/graphql/schema.graphql">skemaet</a>.</p></html>
        """,
        "text/html; charset=utf-8");
}
