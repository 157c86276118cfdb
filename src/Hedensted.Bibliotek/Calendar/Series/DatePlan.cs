using System.Collections.Immutable;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>When a date of a series is, with its changes.</summary>
/// <param name="Start">Its start in Danish wall time.</param>
/// <param name="End">Its end; null when it is not known.</param>
/// <param name="PreviousStart">The start that it was moved from by a change of its own; null when it was not.</param>
public readonly record struct DatePlan(LocalDateTime Start, LocalDateTime? End, LocalDateTime? PreviousStart)
{
    /// <summary>The plan of a date with the changes that hold for it, the nearest first.</summary>
    public static DatePlan Of<T>(SeriesDate date, ImmutableArray<SeriesChanges<T>.Layer> layers)
        where T : class
    {
        // What holds from some date on is the series' new plan; of several, the latest that says when.
        var (start, end) = (date.StartsAt, date.EndsAt);
        if (layers.FirstOrDefault(layer => layer.Change is { Onwards: true } and ({ Start: not null } or { End: not null })) is { } later)
        {
            (start, end) = later.Change.Move(start, end);
        }

        if (layers is not [{ Change: { Onwards: false } own }, ..])
        {
            return new DatePlan(start, end, null);
        }

        var (moved, movedEnd) = own.Move(start, end);
        return new DatePlan(moved, movedEnd, moved == start ? null : start);
    }
}
