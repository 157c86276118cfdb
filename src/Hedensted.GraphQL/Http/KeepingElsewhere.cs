using System.Globalization;
using Hedensted.Content.Model;
using Hedensted.GraphQL.Caching;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Http;

/// <summary>What browsers, proxies and a delivery network in front of the server are told about keeping an answer.</summary>
/// <remarks>Only they go by a clock: what is withdrawn can be seen with them for as long as both times together, unless they are told by <c>Surrogate-Key</c>.</remarks>
/// <param name="MaxAge">How long it may be shown without asking again.</param>
/// <param name="WhileAsking">How long after that it may be shown while they ask again (RFC 5861 §3).</param>
/// <param name="Schema">The types that it was read with.</param>
internal readonly record struct KeepingElsewhere(TimeSpan MaxAge, TimeSpan WhileAsking, ContentSchema Schema)
{
    /// <summary>For how long an answer may be kept: never beyond the moment that it is true until.</summary>
    public static KeepingElsewhere Of(Answer answer, DateTimeOffset now, PublicGraphQLOptions options, ContentSchema schema)
    {
        var left = answer.ValidUntil - now ?? TimeSpan.MaxValue;
        var maxAge = Shorter(options.MaxAge, left);
        return new KeepingElsewhere(maxAge, Shorter(options.StaleWhileRevalidate, left - maxAge), schema);
    }

    /// <summary>Sets <c>Cache-Control</c>, and <c>Surrogate-Key</c> with the names of what the answer was read from.</summary>
    public void Tell(HttpResponse response, Answer answer)
    {
        var (maxAge, whileAsking) = ((int)MaxAge.TotalSeconds, (int)WhileAsking.TotalSeconds);
        response.Headers.CacheControl = whileAsking > 0
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={maxAge}, stale-while-revalidate={whileAsking}")
            : string.Create(CultureInfo.InvariantCulture, $"public, max-age={maxAge}");
        if (AreaMap.Of(Schema).NamesOf(answer.Read) is { Length: > 0 } names)
        {
            response.Headers["Surrogate-Key"] = names;
        }
    }

    private static TimeSpan Shorter(TimeSpan wanted, TimeSpan left) => left >= wanted ? wanted : left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
