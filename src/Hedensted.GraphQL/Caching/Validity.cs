namespace Hedensted.GraphQL.Caching;

/// <summary>When an answer is true within its edition: from the moment that it was seen from until the clock changes it.</summary>
/// <param name="SeenAt">The moment that it was seen from.</param>
/// <param name="Until">The moment that it is true until; null when it does not depend on the clock.</param>
/// <remarks>A clock that is set back comes before answers that are in the future then; what they left out as over may not have begun.</remarks>
internal readonly record struct Validity(DateTimeOffset SeenAt, DateTimeOffset? Until)
{
    // What was made by a server whose clock is a little ahead need not be made once more.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>Whether it is true at this moment.</summary>
    public bool Holds(DateTimeOffset moment) => Until is null || (moment < Until && moment >= SeenAt - Slack);
}
