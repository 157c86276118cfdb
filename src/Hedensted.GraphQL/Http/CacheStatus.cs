using Hedensted.GraphQL.Caching;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Http;

/// <summary>Tells where an answer came from; see <see href="https://www.rfc-editor.org/rfc/rfc9211">RFC 9211</see>.</summary>
internal static class CacheStatus
{
    /// <summary>The name of the header.</summary>
    public const string Header = "Cache-Status";

    /// <summary>Sets the header.</summary>
    public static void Tell(HttpResponse response, CacheResult from, Answer answer) => response.Headers[Header] = from switch
    {
        CacheResult.Hit => "Hedensted; hit",
        CacheResult.Shared => "Hedensted; hit; detail=shared",
        CacheResult.Stale => "Hedensted; hit; ttl=0; detail=stale",
        CacheResult.Miss when answer.Key is not null => "Hedensted; fwd=miss; stored",
        CacheResult.Miss => "Hedensted; fwd=miss",
        _ => "Hedensted; fwd=bypass",
    };
}
