using NodaTime;

namespace Hedensted.Bibliotek.Examples;

/// <summary>The days on which the examples take place: counted from the first start, never a Sunday or a public holiday.</summary>
internal sealed class ExampleDays
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    // The first day has an event at 17:30; a site that starts later in the day begins the next.
    private static readonly LocalTime LastStartOfTheFirstDay = new(17, 0);
    private readonly LocalDate _first;

    public ExampleDays(DateTimeOffset now)
    {
        var local = Instant.FromDateTimeOffset(now).InZone(Zone).LocalDateTime;
        _first = Open(local.TimeOfDay < LastStartOfTheFirstDay ? local.Date : local.Date.PlusDays(1));
    }

    /// <summary>The first day at or after this many days from the start on which the houses are open.</summary>
    public LocalDate After(int days) => Open(_first.PlusDays(days));

    /// <summary>The first open Saturday at least this many days from the start.</summary>
    public LocalDate SaturdayAfter(int days)
    {
        var saturday = _first.PlusDays(days);
        while (saturday.DayOfWeek != IsoDayOfWeek.Saturday || IsClosed(saturday))
        {
            saturday = saturday.PlusDays(1);
        }

        return saturday;
    }

    /// <summary>The first open weekday (Monday to Friday) at least this many days from the start.</summary>
    public LocalDate WeekdayAfter(int days)
    {
        var day = _first.PlusDays(days);
        while (day.DayOfWeek == IsoDayOfWeek.Saturday || IsClosed(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    internal static bool IsClosed(LocalDate day)
    {
        var easter = EasterSunday(day.Year);
        return day.DayOfWeek == IsoDayOfWeek.Sunday
            || (day.Month, day.Day) is (1, 1) or (6, 5) or (12, 24) or (12, 25) or (12, 26) or (12, 31)
            || Period.DaysBetween(easter, day) is -3 or -2 or 1 or 39 or 50;
    }

    private static LocalDate Open(LocalDate day)
    {
        while (IsClosed(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    // The anonymous Gregorian computus.
    private static LocalDate EasterSunday(int year)
    {
        var (century, rest) = Math.DivRem(year, 100);
        var golden = year % 19;
        var skipped = century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15;
        var epact = skipped % 30;
        var week = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * week)) / 451;
        var sum = epact + week - (7 * correction) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }
}
