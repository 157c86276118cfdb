using System.Globalization;
using System.Text;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Caching.Shared;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Feeds.Reading;
using Hedensted.GraphQL.Http;
using Hedensted.GraphQL.Http.Budget;
using Hedensted.GraphQL.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL.Feeds.Http;

/// <summary>Answers feeds: from any origin, within the client's budget, from the cache when it can, and with 304 to whoever has the answer already.</summary>
internal sealed class FeedEndpoint(
    EditionChoice choice, ClientBudgets budgets, IOptions<PublicGraphQLOptions> options, TimeProvider time, ILogger<FeedEndpoint> logger, SharedAnswers? shared = null)
{
    private readonly ResponseCache _cache = new(options.Value.FeedBytes, time, logger, shared);

    /// <summary>Size of the finished answers that are kept, in bytes.</summary>
    internal long CachedBytes => _cache.Bytes;

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context, Feed feed)
    {
        AllowEverybody(context.Response.Headers);
        if (!budgets.TryFind(context, out var budget))
        {
            await RefuseAsync(context, new FeedProblem(
                StatusCodes.Status401Unauthorized, $"Nobody has the key in {ClientBudgets.KeyHeader}; leave it out, or ask the operator for one.", ClientBudgets.KeyHeader));
            return;
        }

        if (budget is not null && !budget.HasSome(out var wait))
        {
            var seconds = (int)Math.Ceiling(Math.Clamp(wait.TotalSeconds, 1, 3_600));
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await RefuseAsync(context, new FeedProblem(
                StatusCodes.Status429TooManyRequests, $"You have asked for more than is your share; ask again in {seconds} s. Ask for less at a time, send If-None-Match, or get a key from the operator."));
            return;
        }

        if (await choice.ForAsync(context.Request, context.RequestAborted) is not { } edition)
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, new FeedProblem(StatusCodes.Status503ServiceUnavailable, "The server has just started; try again in a second."));
            return;
        }

        var now = time.GetUtcNow();
        var request = new FeedRequest(context.Request, feed, new ReadScope(edition.In(null), now));
        var (made, from) = await _cache.FindOrMakeAsync(
            edition, CacheKey.Of(Encoding.UTF8.GetBytes(request.Self), null, []), now, request, FeedRequest.Work, context.RequestAborted);
        using var answer = made;
        budget?.Spend(Charge.For(answer, from, documentBytes: 0));
        if (answer.Kind == ResponseKind.Rejected)
        {
            await RefuseAsync(context, request.Query.Problem!);
            return;
        }

        CacheStatus.Tell(context.Response, from, answer);
        await WriteAsync(context, feed, edition, answer, now);
    }

    /// <summary>Tells a browser that asks before it asks (CORS), and whoever asks with OPTIONS, what may be asked.</summary>
    public static Task OptionsAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        AllowEverybody(headers);
        headers.Allow = "GET, HEAD, OPTIONS";
        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlAllowHeaders = "*";
        headers.AccessControlMaxAge = "86400";
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return RefuseAsync(context, new FeedProblem(StatusCodes.Status405MethodNotAllowed, "This is only read. Ask with GET or HEAD."));
    }

    private static void AllowEverybody(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "Cache-Status, ETag, Hedensted-Position, Link, Retry-After";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = "Accept-Encoding";
    }

    private static Task RefuseAsync(HttpContext context, FeedProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        return SendAsync(context, problem.ToJson(), FeedProblem.MediaType);
    }

    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, string mediaType)
    {
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        }
    }

    private async Task WriteAsync(HttpContext context, Feed feed, Edition edition, Answer answer, DateTimeOffset now)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers["Hedensted-Position"] = edition.Position.ToString();
        KeepingElsewhere.Of(answer, now, options.Value, edition.Schema).Tell(context.Response, answer);
        headers.ETag = answer.ETag;
        headers.ContentLanguage = "da";
        headers.Link = $"<{FeedLicence.Url}>; rel=\"license\"";
        var changedAt = ChangedAt(edition, answer, now);
        headers.LastModified = changedAt?.ToString("R", CultureInfo.InvariantCulture);
        if (IsKnown(request, answer, changedAt, now))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (feed.FileName is { } name)
        {
            headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        }

        await SendAsync(context, AnswerWriter.Encode(context, answer), feed.Operation.MediaType);
    }

    // RFC 9110 §13.2.2: a tag decides alone; the time only when there is none. One that has not come is from a clock that was ahead.
    private static bool IsKnown(HttpRequest request, Answer answer, DateTimeOffset? changedAt, DateTimeOffset now) => request.Headers.IfNoneMatch.Count > 0
        ? request.Headers.IfNoneMatch.Any(tags => tags is not null && EntityTags.Match(tags, answer.ETag))
        : changedAt is not null
        && DateTimeOffset.TryParseExact(request.Headers.IfModifiedSince, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
        && changedAt <= since
        && since <= now;

    // The time has no fractions. While its second lasts the answer can change again, so it is not told before (RFC 9110 §8.8.2.2).
    private static DateTimeOffset? ChangedAt(Edition edition, Answer answer, DateTimeOffset now)
    {
        var madeAt = edition.Projection<CalendarChanges>().MadeAt;
        var changed = answer.TrueSince is { } since && since > madeAt ? since : madeAt;
        var second = new DateTimeOffset(changed.UtcTicks - (changed.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return now >= second.AddSeconds(1) ? second : null;
    }
}
