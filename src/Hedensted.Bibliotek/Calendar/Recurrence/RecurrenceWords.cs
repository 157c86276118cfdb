using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Recurrence;

/// <summary>Rules in Danish: «hver anden uge på tirsdage og torsdage», «den første tirsdag i hver måned, 6 gange».</summary>
public static class RecurrenceWords
{
    private static readonly string[] Days = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

    private static readonly string[] Months =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    private static readonly string[] Ordinals =
        ["første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "ellevte", "tolvte"];

    /// <summary>The rule, with its end; it begins with a small letter.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="first">The first day, which says what the rule does not.</param>
    public static string Of(RecurrenceRule rule, LocalDate first) => string.Join(", ", new[] { HowOften(rule, first), EndOf(rule) }.Where(part => part.Length > 0));

    private static string HowOften(RecurrenceRule rule, LocalDate first) => rule.Frequency switch
    {
        Frequency.Daily => Join(Every(rule.Interval, "dag", isNeuter: false), On(rule), In(rule)),
        Frequency.Weekly when rule.Interval == 1 && Weekdays(rule, first) is { Length: > 0 } days => Join(days.Length == 7 ? "hver dag" : $"hver {And(days.Select(day => Days[(int)day - 1]))}", In(rule)),
        Frequency.Weekly => Join(Every(rule.Interval, "uge", isNeuter: false), $"om {And(Weekdays(rule, first).Select(day => Days[(int)day - 1] + "en"))}", In(rule)),
        Frequency.Monthly => Join(InMonth(rule, first), rule.Interval == 1 ? "i hver måned" : $"i {Every(rule.Interval, "måned", isNeuter: false)}", In(rule)),
        _ => Join(InYear(rule, first), rule.Interval == 1 ? "hvert år" : Every(rule.Interval, "år", isNeuter: true)),
    };

    private static IsoDayOfWeek[] Weekdays(RecurrenceRule rule, LocalDate first) =>
        rule.ByDay.IsEmpty ? [first.DayOfWeek] : [.. rule.ByDay.Select(day => day.Day).Distinct().Order()];

    private static string InMonth(RecurrenceRule rule, LocalDate first)
    {
        var days = (rule.ByDay.IsEmpty, rule.ByMonthDay.IsEmpty) switch
        {
            (true, true) => $"den {first.Day}.",
            (true, false) => MonthDays(rule.ByMonthDay),
            (false, true) => And(rule.ByDay.Select(Weekday)),
            _ => $"{And(rule.ByDay.Select(Weekday))}, når det er {MonthDays(rule.ByMonthDay)}",
        };
        return rule.BySetPosition.IsEmpty && rule.ByDay.All(day => day.Ordinal is not null) ? days : Position(rule, days);
    }

    // Months are named with their days; weekdays are counted in the year when no month is.
    private static string InYear(RecurrenceRule rule, LocalDate first)
    {
        var months = rule.ByMonth.IsEmpty && rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty ? [first.Month] : rule.ByMonth;
        var days = InMonth(rule, first);
        return months.IsEmpty ? rule.ByDay.IsEmpty ? $"{days} i måneden" : $"{days} i året," : $"{days} {(days.EndsWith('.') ? "" : "i ")}{And(months.Order().Select(month => Months[month - 1]))}";
    }

    private static string Weekday(WeekdayNumber day) => day.Ordinal switch
    {
        null => Days[(int)day.Day - 1],
        -1 => $"den sidste {Days[(int)day.Day - 1]}",
        < 0 => $"den {Nth(-day.Ordinal.Value)}sidste {Days[(int)day.Day - 1]}",
        { } nth => $"den {Nth(nth)} {Days[(int)day.Day - 1]}",
    };

    private static string MonthDays(ImmutableArray<int> days) =>
        $"den {And(days.Where(day => day > 0).Order().Select(day => $"{day.ToString(CultureInfo.InvariantCulture)}.").Concat(days.Where(day => day < 0).OrderDescending().Select(day => day == -1 ? "sidste dag" : $"{Nth(-day)}sidste dag")))}";

    // «den sidste hverdag»: one of several days, chosen by its place.
    private static string Position(RecurrenceRule rule, string days)
    {
        if (rule.BySetPosition.IsEmpty)
        {
            return $"hver {days}";
        }

        var places = And(rule.BySetPosition.Select(place => place == -1 ? "sidste" : place < 0 ? $"{Nth(-place)}sidste" : Nth(place)));
        var isWorkdays = rule.ByMonthDay.IsEmpty && rule.ByDay.Length == 5 && rule.ByDay.All(day => day is { Ordinal: null, Day: <= IsoDayOfWeek.Friday });
        return isWorkdays ? $"den {places} hverdag" : $"den {places} af {days}";
    }

    private static string On(RecurrenceRule rule) => string.Join(", ", new[]
    {
        rule.ByDay.IsEmpty ? "" : $"når det er {And(rule.ByDay.Select(day => Days[(int)day.Day - 1]), "eller")}",
        rule.ByMonthDay.IsEmpty ? "" : $"når det er {MonthDays(rule.ByMonthDay)}",
    }.Where(part => part.Length > 0));

    private static string In(RecurrenceRule rule) => rule.ByMonth.IsEmpty ? "" : $"i {And(rule.ByMonth.Order().Select(month => Months[month - 1]))}";

    private static string EndOf(RecurrenceRule rule) =>
        rule.Count is { } count ? count == 1 ? "1 gang" : string.Create(CultureInfo.InvariantCulture, $"{count} gange")
        : rule.Until is { } until ? string.Create(CultureInfo.InvariantCulture, $"til og med {until.Day}. {Months[until.Month - 1]} {until.Year}")
        : "";

    private static string Every(int interval, string unit, bool isNeuter) => interval switch
    {
        1 => $"{(isNeuter ? "hvert" : "hver")} {unit}",
        2 => $"{(isNeuter ? "hvert andet" : "hver anden")} {unit}",
        _ => $"{(isNeuter ? "hvert" : "hver")} {Nth(interval)} {unit}",
    };

    private static string Nth(int number) => number <= Ordinals.Length ? Ordinals[number - 1] : string.Create(CultureInfo.InvariantCulture, $"{number}.");

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var text = string.Join(' ', [.. parts]);
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string And(IEnumerable<string> words, string and = "og")
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {and} {all[^1]}";
    }
}
