using Hedensted.Content.Changes;

namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>An answer as one node gives it to the others.</summary>
/// <param name="Key">The question.</param>
/// <param name="AsOf">The position of the edition that it was made from.</param>
/// <param name="Read">What it was read from.</param>
/// <param name="MadeAt">The moment that it was seen from.</param>
/// <param name="ValidUntil">The moment that it is true until; null when the clock does not change it.</param>
/// <param name="TrueSince">The latest moment at which the clock changed it; null when it never did, or nobody asked.</param>
/// <param name="Cost">What making it cost, in objects.</param>
/// <param name="OperationName">The operation that ran.</param>
/// <param name="DocumentHash">SHA-256 of the document.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Brotli">The bytes as Brotli; null when that is no smaller.</param>
internal sealed record SharedAnswer(
    CacheKey Key,
    ChangePosition AsOf,
    Areas Read,
    DateTimeOffset MadeAt,
    DateTimeOffset? ValidUntil,
    DateTimeOffset? TrueSince,
    long Cost,
    string? OperationName,
    byte[] DocumentHash,
    byte[] Body,
    byte[]? Brotli);
