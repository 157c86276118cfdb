namespace Hedensted.GraphQL.Caching;

/// <summary>Where an answer came from.</summary>
internal enum CacheResult
{
    /// <summary>It was known here.</summary>
    Hit,

    /// <summary>Another node had made it.</summary>
    Shared,

    /// <summary>It is an older one, for it could not be made anew; nothing of it was withdrawn.</summary>
    Stale,

    /// <summary>It was made for this request.</summary>
    Miss,

    /// <summary>It was made for this request, which did not want a known one.</summary>
    Bypass,
}
