using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Hedensted.Bibliotek.Calendar.Recurrence;

/// <summary>Rules as RFC 5545 §3.3.10 writes them, e.g. <c>FREQ=MONTHLY;BYDAY=1TU;COUNT=6</c>.</summary>
public static class RecurrenceText
{
    private const int MostTimes = 10_000;
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The value of an <c>RRULE</c>, without its name.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="problem">What is wrong with it, in Danish, naming the part.</param>
    /// <returns>Whether it is a rule that can be expanded.</returns>
    public static bool TryRead(string? text, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (rule, problem) = (Read(text ?? ""), null);
            return true;
        }
        catch (FormatException exception)
        {
            (rule, problem) = (null, exception.Message);
            return false;
        }
    }

    /// <summary>Writes a rule, its parts in one fixed order.</summary>
    public static string Write(RecurrenceRule rule)
    {
        var text = new StringBuilder("FREQ=").Append(rule.Frequency.ToString().ToUpperInvariant());
        Part("INTERVAL", rule.Interval == 1 ? null : rule.Interval.ToString(CultureInfo.InvariantCulture));
        Part("BYMONTH", List(rule.ByMonth));
        Part("BYMONTHDAY", List(rule.ByMonthDay));
        Part("BYDAY", string.Join(',', rule.ByDay.Select(day => $"{day.Ordinal?.ToString(CultureInfo.InvariantCulture)}{Days[(int)day.Day - 1]}")));
        Part("BYSETPOS", List(rule.BySetPosition));
        Part("WKST", rule.WeekStart == IsoDayOfWeek.Monday ? null : Days[(int)rule.WeekStart - 1]);
        Part("COUNT", rule.Count?.ToString(CultureInfo.InvariantCulture));
        Part("UNTIL", rule.Until is { } until ? Date.Format(until) : null);
        return text.ToString();

        void Part(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(';').Append(name).Append('=').Append(value);
            }
        }
    }

    private static string List(ImmutableArray<int> numbers) => string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static RecurrenceRule Read(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is not [var name, { Length: > 0 } value])
            {
                throw new FormatException($"Gentagelsen har en del uden værdi: «{part}».");
            }

            if (!parts.TryAdd(name, value))
            {
                throw new FormatException($"Gentagelsen nævner {name.ToUpperInvariant()} to gange.");
            }
        }

        if (!parts.Remove("FREQ", out var frequency))
        {
            throw new FormatException("Gentagelsen siger ikke, hvor tit (FREQ).");
        }

        var rule = new RecurrenceRule(ReadFrequency(frequency));
        foreach (var (name, value) in parts)
        {
            rule = name.ToUpperInvariant() switch
            {
                "INTERVAL" => rule with { Interval = Number(name, value, 1, MostTimes) },
                "COUNT" => rule with { Count = Number(name, value, 1, MostTimes) },
                "UNTIL" => rule with { Until = ReadDate(value) },
                "BYDAY" => rule with { ByDay = [.. value.Split(',').Select(ReadDay)] },
                "BYMONTHDAY" => rule with { ByMonthDay = Numbers(name, value, 31, alsoNegative: true) },
                "BYMONTH" => rule with { ByMonth = Numbers(name, value, 12, alsoNegative: false) },
                "BYSETPOS" => rule with { BySetPosition = Numbers(name, value, 366, alsoNegative: true) },
                "WKST" => rule with { WeekStart = ReadWeekday(value) },
                _ => throw new FormatException($"Gentagelsen har en del, som kalenderen ikke kender: {name.ToUpperInvariant()}."),
            };
        }

        return Checked(rule);
    }

    // What the RFC forbids: "MUST NOT" of each part.
    private static RecurrenceRule Checked(RecurrenceRule rule)
    {
        if (rule is { Count: not null, Until: not null })
        {
            throw new FormatException("Gentagelsen har både et antal (COUNT) og en slutdato (UNTIL). Vælg én af dem.");
        }

        if (rule.Frequency == Frequency.Weekly && !rule.ByMonthDay.IsEmpty)
        {
            throw new FormatException("En ugentlig gentagelse kan ikke have datoer i måneden (BYMONTHDAY). Vælg ugedage.");
        }

        if (rule.Frequency is Frequency.Daily or Frequency.Weekly && rule.ByDay.Any(day => day.Ordinal is not null))
        {
            throw new FormatException("Kun månedlige og årlige gentagelser kan have «den første», «den anden» osv. (BYDAY med tal).");
        }

        if (!rule.BySetPosition.IsEmpty && rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty && rule.ByMonth.IsEmpty)
        {
            throw new FormatException("Gentagelsen vælger blandt datoer (BYSETPOS) uden at have nogen at vælge blandt. Vælg også dage.");
        }

        return rule;
    }

    private static Frequency ReadFrequency(string value) => value.ToUpperInvariant() switch
    {
        "DAILY" => Frequency.Daily,
        "WEEKLY" => Frequency.Weekly,
        "MONTHLY" => Frequency.Monthly,
        "YEARLY" => Frequency.Yearly,
        _ => throw new FormatException($"Gentagelsen kan være daglig, ugentlig, månedlig eller årlig, ikke «{value}» (FREQ)."),
    };

    private static WeekdayNumber ReadDay(string value)
    {
        var text = value.Trim();
        if (text.Length < 2)
        {
            throw new FormatException($"«{value}» er ikke en ugedag (BYDAY).");
        }

        var day = ReadWeekday(text[^2..]);
        return text.Length == 2 ? new WeekdayNumber(day) : new WeekdayNumber(day, Number("BYDAY", text[..^2], -53, 53));
    }

    private static IsoDayOfWeek ReadWeekday(string value) => Array.IndexOf(Days, value.Trim().ToUpperInvariant()) is >= 0 and var index
        ? (IsoDayOfWeek)(index + 1)
        : throw new FormatException($"«{value}» er ikke en ugedag (MO, TU, WE, TH, FR, SA eller SU).");

    // A time of day after the date says the same for us: what happens that day happens.
    private static LocalDate ReadDate(string value) =>
        Date.Parse(value.Length > 8 && value[8] is 'T' or 't' ? value[..8] : value) is { Success: true } read && read.Value.Year is >= 1800 and <= 2500
            ? read.Value
            : throw new FormatException($"«{value}» er ikke en dato som 20261231 (UNTIL).");

    private static ImmutableArray<int> Numbers(string name, string value, int most, bool alsoNegative) =>
        [.. value.Split(',').Select(number => Number(name, number, alsoNegative ? -most : 1, most)).Distinct()];

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number != 0
            ? number
            : throw new FormatException($"{name.ToUpperInvariant()} skal være et helt tal fra {least} til {most}, men er «{value}».");
}
