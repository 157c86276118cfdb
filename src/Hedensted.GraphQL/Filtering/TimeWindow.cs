using Hedensted.Bibliotek.Calendar;

namespace Hedensted.GraphQL.Filtering;

/// <summary>Limits on start and end; null is no limit.</summary>
/// <param name="StartsFrom">The first start.</param>
/// <param name="StartsBefore">The first start that is too late.</param>
/// <param name="EndsAfter">The last end that is too early.</param>
internal readonly record struct TimeWindow(DateTimeOffset? StartsFrom, DateTimeOffset? StartsBefore, DateTimeOffset? EndsAfter)
{
    public bool Overlaps(Occurrence occurrence) =>
        (StartsBefore is null || occurrence.StartsAt < StartsBefore) && (EndsAfter is null || occurrence.EndsAt > EndsAfter);
}
