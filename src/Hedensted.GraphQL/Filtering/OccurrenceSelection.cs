using Hedensted.Bibliotek.Calendar;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary>The part of the calendar that holds all dates that fit a filter, and what is left to check of those in it.</summary>
internal sealed class OccurrenceSelection
{
    private readonly Predicate<Occurrence>[] _checks;

    /// <param name="conditions">What dates must fulfil.</param>
    /// <param name="whole">The calendar, or a part of it.</param>
    /// <param name="isWholeCalendar">Whether <paramref name="whole"/> may be exchanged for a smaller index.</param>
    /// <param name="scope">What is read.</param>
    public OccurrenceSelection(IReadOnlyList<OccurrenceCondition> conditions, OccurrenceIndex whole, bool isWholeCalendar, ReadScope scope)
    {
        // 1. The smallest index that holds everything that fits.
        OccurrenceCondition? chosen = null;
        Rows = whole;
        foreach (var condition in isWholeCalendar ? conditions : [])
        {
            if (condition.Index?.Invoke(scope) is { } smaller && smaller.Count < Rows.Count)
            {
                (Rows, chosen) = (smaller, condition);
            }
        }

        // 2. The part of it in the times asked for.
        To = Rows.Count;
        foreach (var condition in conditions)
        {
            if (condition.Window?.Invoke(scope) is { } window)
            {
                From = Math.Max(From, window.StartsFrom is { } first ? Rows.IndexOfStart(first) : 0);
                From = Math.Max(From, window.EndsAfter is { } end ? Rows.IndexOfEndAfter(end) : 0);
                To = Math.Min(To, window.StartsBefore is { } last ? Rows.IndexOfStart(last) : To);
            }
        }

        // 3. Being there proves what the place was chosen by.
        _checks = [.. from condition in conditions
                      where !condition.IsWindow && !(condition.IsIndex && ReferenceEquals(condition, chosen))
                      select condition.In(scope)];
    }

    public OccurrenceIndex Rows { get; }

    /// <summary>The first of <see cref="Rows"/> that may fit.</summary>
    public int From { get; }

    /// <summary>After the last of <see cref="Rows"/> that may fit.</summary>
    public int To { get; }

    /// <summary>Whether one of <see cref="Rows"/> between <see cref="From"/> and <see cref="To"/> fits.</summary>
    public bool Fits(Occurrence occurrence)
    {
        foreach (var check in _checks)
        {
            if (!check(occurrence))
            {
                return false;
            }
        }

        return true;
    }
}
