using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using NodaTime;
using NodaTime.Text;

namespace Hedensted.Bibliotek.Rules;

/// <summary>What has both a start and an end ends after it starts: events, campaigns and the single dates of a series.</summary>
/// <remarks>All-day events and exhibitions end on their last day, which may be the first.</remarks>
public sealed class EndsAfterStartRule : IContentRule
{
    private const string Start = "startsAt";
    private const string End = "endsAt";
    private const int WallTimeLength = 19; // what follows are parts of seconds and an offset that says nothing
    private const string TimesMessage = "Sluttidspunktet skal være efter starttidspunktet";
    private const string DaysMessage = "Slutdatoen må ikke ligge før startdatoen";

    private static readonly LocalDateTimePattern[] Patterns =
    [
        LocalDateTimePattern.GeneralIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];

    /// <inheritdoc/>
    public IEnumerable<ValidationError> Check(ContentType type, NodeContent content)
    {
        if (content.Values.IsDefaultOrEmpty)
        {
            yield break;
        }

        if (content.ValueOf(Start) is { } start && content.ValueOf(End) is { } end
            && Complaint(Moment(start), Moment(end), CountsInDays(content)) is { } complaint)
        {
            yield return new ValidationError(End, null, "", complaint);
        }

        foreach (var value in content.Values.Where(value => value.Segment is null && value.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var (path, message) in InBlocks(value.Value))
            {
                yield return new ValidationError(value.Alias, value.Culture, path, message);
            }
        }
    }

    private static IEnumerable<(string Path, string Message)> InBlocks(JsonElement value)
    {
        // A block that an editor has removed may linger in the data; only the layout says which ones there are.
        var layout = value.TryGetProperty("layout", out var shown) ? shown.GetRawText() : "";
        foreach (var (block, index) in Items(value, "contentData").Select((block, index) => (block, index)))
        {
            if (Text(block, "key") is not { Length: > 0 } key || !layout.Contains(key, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var fields = Items(block, "values");
            var end = Array.FindIndex(fields, field => Text(field, "alias") == End);
            var start = Array.FindIndex(fields, field => Text(field, "alias") == Start);
            if (start >= 0 && end >= 0 && Complaint(Moment(Member(fields[start], "value")), Moment(Member(fields[end], "value")), countsInDays: false) is { } complaint)
            {
                yield return ($".contentData[{index}].values[{end}].value", complaint);
            }
        }
    }

    private static string? Complaint(LocalDateTime? start, LocalDateTime? end, bool countsInDays) => countsInDays
        ? end?.Date < start?.Date ? DaysMessage : null
        : end <= start ? TimesMessage : null;

    private static bool CountsInDays(NodeContent content) =>
        content.ValueOf("allDay") is { ValueKind: JsonValueKind.True }
        || (content.ValueOf("kind") is { ValueKind: JsonValueKind.Array } kinds
            && kinds.EnumerateArray().Any(kind => kind.ValueKind == JsonValueKind.String && kind.ValueEquals("Udstilling")));

    /// <summary>The wall time; null when it is not one, which the field's own rule reports.</summary>
    private static LocalDateTime? Moment(JsonElement value)
    {
        var text = Text(value, "date");
        if (text is null)
        {
            return null;
        }

        var wallTime = text.Length > WallTimeLength ? text[..WallTimeLength] : text;
        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(wallTime) is { Success: true } moment)
            {
                return moment.Value;
            }
        }

        return null;
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement[] Items(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
