using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Recurrence;

/// <summary>The dates that a rule makes (RFC 5545 §3.3.10).</summary>
/// <remarks>
/// Dates that the rule does not make are not there, the first day among them: RFC 5545 leaves undefined what a rule means that does
/// not fit its own first date, and a reader of «hver tirsdag» must never be sent to a Wednesday.
/// </remarks>
public static class RecurrenceDates
{
    /// <summary>The dates in order, each once.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="first">The first day (<c>DTSTART</c>); what the rule does not say, it says: weekday, day of the month, month.</param>
    /// <param name="last">The last day that anybody asks about; a rule without an end needs one, and every search ends there.</param>
    public static IEnumerable<LocalDate> Of(RecurrenceRule rule, LocalDate first, LocalDate last)
    {
        var end = rule.Until is { } until && until < last ? until : last;
        var made = 0;
        for (var period = 0; ; period++)
        {
            if (StartOf(rule, first, period) is not { } start || start > end)
            {
                yield break;
            }

            foreach (var date in Chosen(rule, In(rule, first, start)))
            {
                if (date > end || made == rule.Count)
                {
                    yield break;
                }

                if (date >= first)
                {
                    made++;
                    yield return date;
                }
            }
        }
    }

    // The first day of the nth day, week, month or year that counts; null beyond what a calendar can hold.
    private static LocalDate? StartOf(RecurrenceRule rule, LocalDate first, int number)
    {
        var steps = (long)number * rule.Interval;
        var far = rule.Frequency switch { Frequency.Daily => steps / 365, Frequency.Weekly => steps / 52, Frequency.Monthly => steps / 12, _ => steps };
        if (first.Year + far >= LocalDate.MaxIsoValue.Year)
        {
            return null;
        }

        return rule.Frequency switch
        {
            Frequency.Daily => first.PlusDays((int)steps),
            Frequency.Weekly => first.PlusDays(-DaysSince(rule.WeekStart, first.DayOfWeek)).PlusWeeks((int)steps),
            Frequency.Monthly => new LocalDate(first.Year, first.Month, 1).PlusMonths((int)steps),
            _ => new LocalDate(first.Year + (int)steps, 1, 1),
        };
    }

    private static int DaysSince(IsoDayOfWeek weekStart, IsoDayOfWeek day) => ((int)day - (int)weekStart + 7) % 7;

    // All dates of one day, week, month or year, in order.
    private static IEnumerable<LocalDate> In(RecurrenceRule rule, LocalDate first, LocalDate start) => rule.Frequency switch
    {
        Frequency.Daily => new[] { start }.Where(date => InMonths(rule, date) && OnMonthDays(rule, date) && OnWeekdays(rule, date)),
        Frequency.Weekly => Enumerable.Range(0, 7).Select(start.PlusDays)
            .Where(date => InMonths(rule, date) && (rule.ByDay.IsEmpty ? date.DayOfWeek == first.DayOfWeek : OnWeekdays(rule, date))),
        Frequency.Monthly => InMonths(rule, start) ? InMonth(rule, first, start) : [],
        _ => InYear(rule, first, start.Year),
    };

    private static IEnumerable<LocalDate> InMonth(RecurrenceRule rule, LocalDate first, LocalDate month)
    {
        var length = month.Calendar.GetDaysInMonth(month.Year, month.Month);
        var days = Enumerable.Range(0, length).Select(month.PlusDays);
        if (rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty)
        {
            return days.Where(date => date.Day == first.Day);
        }

        return days.Where(date => OnMonthDays(rule, date) && OnNthWeekdays(rule, date, date.Day - 1, length));
    }

    private static IEnumerable<LocalDate> InYear(RecurrenceRule rule, LocalDate first, int year)
    {
        // Weekdays are counted in the year, unless months are named: then in each of those.
        if (rule.ByMonth.IsEmpty && !rule.ByDay.IsEmpty)
        {
            var (start, length) = (new LocalDate(year, 1, 1), first.Calendar.GetDaysInYear(year));
            return Enumerable.Range(0, length).Select(start.PlusDays).Where(date => OnMonthDays(rule, date) && OnNthWeekdays(rule, date, date.DayOfYear - 1, length));
        }

        var months = !rule.ByMonth.IsEmpty ? rule.ByMonth.Order() : rule.ByMonthDay.IsEmpty ? [first.Month] : Enumerable.Range(1, 12);
        return months.Distinct().SelectMany(month => InMonth(rule, first, new LocalDate(year, month, 1)));
    }

    private static bool InMonths(RecurrenceRule rule, LocalDate date) => rule.ByMonth.IsEmpty || rule.ByMonth.Contains(date.Month);

    private static bool OnMonthDays(RecurrenceRule rule, LocalDate date) =>
        rule.ByMonthDay.IsEmpty
        || rule.ByMonthDay.Contains(date.Day)
        || rule.ByMonthDay.Contains(date.Day - date.Calendar.GetDaysInMonth(date.Year, date.Month) - 1);

    private static bool OnWeekdays(RecurrenceRule rule, LocalDate date) => rule.ByDay.IsEmpty || rule.ByDay.Any(day => day.Day == date.DayOfWeek);

    // Of a month or year of this length, the day at this place.
    private static bool OnNthWeekdays(RecurrenceRule rule, LocalDate date, int place, int length) =>
        rule.ByDay.IsEmpty
        || rule.ByDay.Any(day => day.Day == date.DayOfWeek && (day.Ordinal is not { } nth || nth == (place / 7) + 1 || nth == -(((length - 1 - place) / 7) + 1)));

    private static IEnumerable<LocalDate> Chosen(RecurrenceRule rule, IEnumerable<LocalDate> dates)
    {
        if (rule.BySetPosition.IsEmpty)
        {
            return dates;
        }

        var all = dates.ToArray();
        return all.Where((_, index) => rule.BySetPosition.Contains(index + 1) || rule.BySetPosition.Contains(index - all.Length));
    }
}
