namespace Hedensted.GraphQL.Caching.Shared;

/// <summary>Whose turn it is to make an answer.</summary>
internal enum Turn
{
    /// <summary>This node's; the others wait a little.</summary>
    Mine,

    /// <summary>Another node's.</summary>
    Another,

    /// <summary>They cannot agree, so each makes its own.</summary>
    Unknown,
}
