namespace Hedensted.GraphQL.Caching;

/// <summary>Where an answer came from.</summary>
internal enum CacheResult
{
    /// <summary>It was known.</summary>
    Hit,

    /// <summary>It was made for this request.</summary>
    Miss,

    /// <summary>It was made for this request, which did not want a known one.</summary>
    Bypass,
}
