using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Engine;
using Hedensted.GraphQL.Live;

namespace Hedensted.GraphQL.Http.Budget;

/// <summary>What a request is charged, in thousandths of a unit.</summary>
/// <remarks>
/// A unit is an object of the answer, as <see cref="EngineOptions.MaxCost"/> counts them: about a microsecond. Finished answers cost next to
/// nothing, for that is what they cost us; reading a document that is new costs by its length, so that refused ones are not free.
/// </remarks>
internal static class Charge
{
    /// <summary>Thousandths in a unit.</summary>
    public const int Unit = 1_000;

    private const int Refused = 10 * Unit;
    private const int BytesPerUnit = 64;

    /// <summary>For an answer.</summary>
    public static long For(Answer answer, CacheResult cache, int documentBytes) => cache is CacheResult.Hit or CacheResult.Shared or CacheResult.Stale
        ? ForHit
        : (documentBytes * (long)Unit / BytesPerUnit) + (answer.Kind == ResponseKind.Rejected ? Refused : Math.Max(1, answer.Cost) * Unit);

    /// <summary>For an answer that was known.</summary>
    public static long ForHit => Unit / 10;

    /// <summary>For one answer of a stream.</summary>
    public static long For(LiveAnswer answer) => Math.Max(1, answer.Cost) * Unit;

    /// <summary>For a request that was refused before anything was read.</summary>
    public static long ForRefusal => Unit;
}
