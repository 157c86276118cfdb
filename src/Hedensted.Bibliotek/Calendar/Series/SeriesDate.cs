using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>One date that a series says it has, in Danish wall time.</summary>
/// <param name="StartsAt">Its start.</param>
/// <param name="EndsAt">Its end; null when it is not known.</param>
/// <param name="AllDay">Whether the time of day means nothing.</param>
/// <param name="Block">The block that the editor wrote it in; null for a date that the rule makes.</param>
/// <param name="Note">What is special about it.</param>
/// <param name="SkippedFor">Why the series does not meet then, e.g. «Juleaften»; null when it does.</param>
public sealed record SeriesDate(LocalDateTime StartsAt, LocalDateTime? EndsAt, bool AllDay, Guid? Block, string? Note, string? SkippedFor)
{
    /// <summary>The permanent id of what happens then.</summary>
    /// <param name="series">The series' document.</param>
    public Guid IdIn(Guid series) => Block is { } block ? OccurrenceIds.Of(series, block) : OccurrenceIds.Of(series, StartsAt.Date);
}
