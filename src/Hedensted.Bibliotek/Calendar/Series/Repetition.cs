using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar.Recurrence;
using Hedensted.Bibliotek.Values;
using NodaTime;

namespace Hedensted.Bibliotek.Calendar.Series;

/// <summary>How a series repeats: what the field «Gentagelse» holds.</summary>
/// <remarks>Stored as <c>{ "startsAt", "endsAt", "allDay", "rule", "skipClosedDays", "skipSchoolHolidays" }</c>: wall times, and a rule of RFC 5545.</remarks>
/// <param name="StartsAt">The first day, and the time of day of every date.</param>
/// <param name="EndsAt">The end of the first date; null when it is not known.</param>
/// <param name="AllDay">Whether the time of day means nothing.</param>
/// <param name="Rule">When it happens again.</param>
/// <param name="SkipClosedDays">Whether it does not happen when the libraries are closed.</param>
/// <param name="SkipSchoolHolidays">Whether it does not happen in school holidays.</param>
public sealed record Repetition(LocalDateTime StartsAt, LocalDateTime? EndsAt, bool AllDay, RecurrenceRule Rule, bool SkipClosedDays, bool SkipSchoolHolidays)
{
    /// <summary>The property that holds it.</summary>
    public const string Alias = "recurrence";

    /// <summary>Reads the field.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="repetition">What it says; null when it is empty, or wrong.</param>
    /// <param name="problem">What is wrong, in Danish, with the remedy; null when nothing is.</param>
    /// <returns>Whether the series repeats.</returns>
    public static bool TryRead(JsonElement? value, [NotNullWhen(true)] out Repetition? repetition, out string? problem)
    {
        (repetition, problem) = (null, null);
        if (value is not { ValueKind: JsonValueKind.Object } json || json.GetPropertyCount() == 0)
        {
            problem = value is null or { ValueKind: JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined } ? null : "Gentagelsen kan ikke læses. Fjern den, og lav den igen.";
            return false;
        }

        if (WallTime.Read(Member(json, "startsAt")) is not { } start)
        {
            problem = "Vælg den første dato og klokkeslættet.";
            return false;
        }

        if (!RecurrenceText.TryRead(Member(json, "rule").AsText(), out var rule, out problem))
        {
            return false;
        }

        var end = WallTime.Read(Member(json, "endsAt"));
        var allDay = Member(json, "allDay").AsFlag() ?? false;
        if (allDay ? end?.Date < start.Date : end <= start)
        {
            problem = allDay ? "Slutdatoen må ikke ligge før startdatoen." : "Sluttidspunktet skal være efter starttidspunktet.";
            return false;
        }

        repetition = new Repetition(
            start, end, allDay, rule, Member(json, "skipClosedDays").AsFlag() ?? false, Member(json, "skipSchoolHolidays").AsFlag() ?? false);
        return true;
    }

    /// <summary>Why a date is skipped, e.g. «Efterårsferie»; null when it is not.</summary>
    public string? SkippedFor(LocalDate date, FreeDays free) =>
        (SkipClosedDays ? free.ClosedFor(date) : null) ?? (SkipSchoolHolidays ? free.HolidayOn(date) : null);

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var member) ? member : null;
}
