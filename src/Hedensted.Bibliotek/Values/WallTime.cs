using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Hedensted.Bibliotek.Values;

/// <summary>Local wall time in Denmark: what editors mean when they type a time.</summary>
public static class WallTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>
    /// The instant of a wall time, with Denmark's offset then. In the hour that spring skips the clock has already moved on
    /// (02:30 is 03:30); in the hour that autumn repeats the first of the two is meant.
    /// </summary>
    public static DateTimeOffset ToInstant(LocalDateTime local) => Zone.AtLeniently(local).ToDateTimeOffset();

    /// <summary>The instant seen on a Danish clock.</summary>
    public static LocalDateTime FromInstant(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).LocalDateTime;

    /// <summary>The same instant with Denmark's offset then.</summary>
    public static DateTimeOffset InDenmark(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).ToDateTimeOffset();

    /// <summary>The start of a day in Denmark.</summary>
    public static DateTimeOffset StartOfDay(DateOnly date) => Zone.AtStartOfDay(LocalDate.FromDateOnly(date)).ToDateTimeOffset();

    /// <summary>Reads what a date picker wrote: a text, or an object with a <c>date</c>. A time with an offset is moved to Denmark.</summary>
    public static LocalDateTime? Read(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } json => Parse(json.GetString()),
        { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("date", out var date) => Read(date),
        _ => null,
    };

    /// <summary>Reads a time of day, e.g. <c>16:30</c>, or the time of a date and time.</summary>
    public static TimeOnly? ReadTime(JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Object } json)
        {
            return json.TryGetProperty("time", out var time) ? ReadTime(time)
                : json.TryGetProperty("date", out var date) ? ReadTime(date) : null;
        }

        var text = value.AsText()?.Replace('.', ':');
        return text is not null && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var read) ? read
            : Read(value) is { } local ? new TimeOnly(local.Hour, local.Minute) : null;
    }

    // 0001 and 9999 are what programs write for "no date"; the first and last of them have no instant in Denmark.
    private static bool IsMeant(int year) => year is >= 1800 and <= 2500;

    private static LocalDateTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        LocalDateTime? read = DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? LocalDateTime.FromDateTime(local)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && IsMeant(instant.Year)
                ? FromInstant(instant)
                : null;
        return read is { } time && IsMeant(time.Year) ? read : null;
    }
}
