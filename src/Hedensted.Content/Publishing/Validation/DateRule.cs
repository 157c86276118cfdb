using System.Globalization;
using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>A date, a time of day or both, as <c>{date, timeZone}</c> or plain text.</summary>
internal sealed class DateRule(string message, string[] formats) : EditorRule
{
    /// <summary>A date, also with the empty time of day that files carry.</summary>
    public static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>A time of day, also on the first day of the calendar as files carry it.</summary>
    public static readonly string[] Times = ["HH:mm", "HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>A date and a time of day.</summary>
    public static readonly string[] Moments =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    public override bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonValues.Member(value, "date") is not { } date || JsonValues.IsBlank(date),
        _ => JsonValues.IsBlank(value),
    };

    public override void Check(Field field)
    {
        if (!DateTimeOffset.TryParseExact(Date(field.Value), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            field.Report(message);
        }
        else if (JsonValues.Text(field.Value, "timeZone") is { Length: > 0 } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            field.Report("Vælg en tidszone, der findes, fx Europe/Copenhagen");
        }
    }

    public override IEnumerable<string> Texts(JsonElement value) => Date(value) is { } date ? [date] : [];

    private static string? Date(JsonElement value) => JsonValues.Text(value) ?? JsonValues.Text(value, "date");
}
