namespace Hedensted.GraphQL.Filtering;

/// <summary>Where something lies in time, seen from now.</summary>
internal enum Relative
{
    /// <summary>It has not begun; as a filter: it is not over.</summary>
    Upcoming,

    /// <summary>It has begun and is not over.</summary>
    Ongoing,

    /// <summary>It is over.</summary>
    Past,
}
