using System.Globalization;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>Dates and times as Danes write them; ready to show, so that no reader needs a date library.</summary>
public static class DanishDates
{
    private static readonly string[] Days = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

    private static readonly string[] Months =
    [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
    ];

    /// <summary><c>lørdag 28. november 2026</c></summary>
    public static string Long(DateOnly date) => string.Create(
        CultureInfo.InvariantCulture, $"{Days[(int)date.DayOfWeek]} {date.Day}. {Months[date.Month - 1]} {date.Year}");

    /// <summary><c>december 2026</c></summary>
    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{Months[month - 1]} {year}");

    /// <summary>One day in full, several as <c>27.–29. november 2026</c> or <c>28. november – 3. december 2026</c>.</summary>
    public static string Period(DateOnly first, DateOnly last)
    {
        if (last <= first)
        {
            return Long(first);
        }

        var end = string.Create(CultureInfo.InvariantCulture, $"{last.Day}. {Months[last.Month - 1]} {last.Year}");
        return (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"{first.Day}.–{end}"),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"{first.Day}. {Months[first.Month - 1]} – {end}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{first.Day}. {Months[first.Month - 1]} {first.Year} – {end}"),
        };
    }

    /// <summary>Day and time of day, <c>tirsdag 1. december 2026 kl. 19.00–21.00</c>; an end on another day is left out.</summary>
    public static string Moment(LocalDateTime start, LocalDateTime? end = null) => $"{Long(start.Date.ToDateOnly())} {Hours(start, end)}";

    /// <summary><c>kl. 19.00–21.00</c>; an end on another day is left out.</summary>
    public static string Hours(LocalDateTime start, LocalDateTime? end) =>
        Hours(start.TimeOfDay.ToTimeOnly(), end is { } known && known.Date == start.Date ? known.TimeOfDay.ToTimeOnly() : null);

    /// <summary><c>kl. 10.00–12.30</c>, or <c>kl. 10.00</c> when the end is not known.</summary>
    public static string Hours(TimeOnly start, TimeOnly? end) => end is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"kl. {start:HH.mm}–{known:HH.mm}")
        : string.Create(CultureInfo.InvariantCulture, $"kl. {start:HH.mm}");
}
