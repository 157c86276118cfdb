using System.Globalization;
using Hedensted.Bibliotek.Values;

namespace Hedensted.GraphQL.Reading;

/// <summary>When something is to be shown, as editors of screens say it; each part may be left out.</summary>
/// <param name="From">Not before this moment.</param>
/// <param name="Until">Not from this moment on.</param>
/// <param name="Weekdays">«Mandag», …; empty for every day.</param>
/// <param name="DailyFrom">Not before this time of day, in Denmark.</param>
/// <param name="DailyUntil">Not from this time of day on; earlier than <paramref name="DailyFrom"/> means past midnight.</param>
internal readonly record struct ShowTimes(
    DateTimeOffset? From, DateTimeOffset? Until, IReadOnlyList<string> Weekdays, TimeOnly? DailyFrom, TimeOnly? DailyUntil)
{
    private static readonly string[] Names = CultureInfo.GetCultureInfo("da-DK").DateTimeFormat.DayNames;

    /// <summary>Whether it is to be shown now. The answer is true until this changes.</summary>
    public bool Include(ReadScope scope)
    {
        var now = scope.Now();
        scope.LimitTo(From);
        scope.LimitTo(Until);
        return (From is null || From <= now) && (Until is null || Until > now) && IncludeDay(now, scope);
    }

    private bool IncludeDay(DateTimeOffset now, ReadScope scope)
    {
        if (Weekdays.Count == 0 && DailyFrom is null && DailyUntil is null)
        {
            return true;
        }

        var local = WallTime.InDenmark(now);
        var (today, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        scope.LimitTo(WallTime.StartOfDay(today.AddDays(1)));
        scope.LimitTo(At(today, DailyFrom));
        scope.LimitTo(At(today, DailyUntil));
        return (Weekdays.Count == 0 || Weekdays.Contains(Names[(int)today.DayOfWeek], StringComparer.OrdinalIgnoreCase)) && IncludeTime(time);
    }

    private bool IncludeTime(TimeOnly time) => (DailyFrom, DailyUntil) switch
    {
        ({ } from, { } until) when from > until => time >= from || time < until,
        var (from, until) => (from is null || time >= from) && (until is null || time < until),
    };

    private static DateTimeOffset? At(DateOnly day, TimeOnly? time) =>
        time is { } known ? WallTime.ToInstant(NodaTime.LocalDateTime.FromDateTime(day.ToDateTime(known))) : null;
}
