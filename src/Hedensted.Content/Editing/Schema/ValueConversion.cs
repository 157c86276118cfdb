using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Brings a value into the shape that another property editor reads, as far as it means the same there.</summary>
internal static partial class ValueConversion
{
    private enum Shape
    {
        Text,
        Whole,
        Decimal,
        Toggle,
        Texts,
        RichText,
        LocalMoment,
        Date,
        Time,
        Moment,
        Document,
        Nodes,
        Blocks,
    }

    private static readonly FrozenDictionary<string, Shape> Shapes = new Dictionary<string, Shape>(StringComparer.OrdinalIgnoreCase)
    {
        ["Umbraco.TextBox"] = Shape.Text,
        ["Umbraco.TextArea"] = Shape.Text,
        ["Umbraco.EmailAddress"] = Shape.Text,
        ["Umbraco.MarkdownEditor"] = Shape.Text,
        ["Umbraco.RadioButtonList"] = Shape.Text,
        ["Umbraco.ColorPicker.EyeDropper"] = Shape.Text,
        ["Umbraco.CodeEditor"] = Shape.Text,
        ["Umbraco.Label"] = Shape.Text,
        ["Umbraco.IconPicker"] = Shape.Text,
        ["Umbraco.Plain.String"] = Shape.Text,
        ["Umbraco.Integer"] = Shape.Whole,
        ["Umbraco.Plain.Integer"] = Shape.Whole,
        ["Umbraco.Decimal"] = Shape.Decimal,
        ["Umbraco.Plain.Decimal"] = Shape.Decimal,
        ["Umbraco.TrueFalse"] = Shape.Toggle,
        ["Umbraco.CheckBoxList"] = Shape.Texts,
        ["Umbraco.DropDown.Flexible"] = Shape.Texts,
        ["Umbraco.Tags"] = Shape.Texts,
        ["Umbraco.MultipleTextstring"] = Shape.Texts,
        ["Umbraco.RichText"] = Shape.RichText,
        ["Umbraco.DateTime"] = Shape.LocalMoment,
        ["Umbraco.DateOnly"] = Shape.Date,
        ["Umbraco.TimeOnly"] = Shape.Time,
        ["Umbraco.DateTimeUnspecified"] = Shape.Moment,
        ["Umbraco.DateTimeWithTimeZone"] = Shape.Moment,
        ["Umbraco.ContentPicker"] = Shape.Document,
        ["Umbraco.MultiNodeTreePicker"] = Shape.Nodes,
        ["Umbraco.BlockList"] = Shape.Blocks,
        ["Umbraco.BlockGrid"] = Shape.Blocks,
        ["Umbraco.SingleBlock"] = Shape.Blocks,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value for this editor, the same when it fits already; null when it means nothing there.</summary>
    public static JsonElement? To(string editorAlias, JsonElement value)
    {
        if (!Shapes.TryGetValue(editorAlias, out var shape))
        {
            // What we know nothing of may keep what is an object or list, as pickers and editors of our own do; a bare text means nothing there.
            return value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? value : null;
        }

        return Fits(shape, value) ? value
            : Convert(shape, SiteJson.ToNode(value)) is { } converted ? SiteJson.ToElement(converted)
            : null;
    }

    private static bool Fits(Shape shape, JsonElement value) => shape switch
    {
        Shape.Text => value.ValueKind == JsonValueKind.String,
        Shape.Whole => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        Shape.Decimal => value.ValueKind == JsonValueKind.Number,
        Shape.Toggle => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        Shape.Texts => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String),
        Shape.RichText => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("markup", out _),
        Shape.LocalMoment => JsonText.Read(value) is { } text && DateTime.TryParseExact(text, LocalFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        Shape.Document => JsonText.Read(value) is { } key && Guid.TryParse(key, out _),
        Shape.Nodes => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("unique", out _)),
        Shape.Blocks => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("contentData", out _),
        _ => false, // dates of one kind are written anew as those of another
    };

    private static JsonNode? Convert(Shape shape, JsonNode? value) => shape switch
    {
        Shape.Text => TextOf(value) is { Length: > 0 } text ? JsonValue.Create(text) : null,
        Shape.Whole => NumberOf(value) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? JsonValue.Create((long)number) : null,
        Shape.Decimal => NumberOf(value) is { } number ? JsonValue.Create(number) : null,
        Shape.Toggle => ToggleOf(value) is { } toggle ? JsonValue.Create(toggle) : null,
        Shape.Texts => TextsOf(value) is { Count: > 0 } texts ? new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) : null,
        Shape.RichText => TextOf(value) is { Length: > 0 } text ? new JsonObject { ["markup"] = MarkupOf(text), ["blocks"] = null } : null,
        Shape.LocalMoment => MomentOf(value) is { } moment ? JsonValue.Create(moment.ToString(LocalFormat, CultureInfo.InvariantCulture)) : null,
        Shape.Date => MomentOf(value) is { } date ? Dated(value, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        Shape.Time => MomentOf(value) is { } time ? Dated(value, time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : null,
        Shape.Moment => MomentOf(value) is { } moment ? Dated(value, moment.ToString("s", CultureInfo.InvariantCulture)) : null,
        Shape.Document => KeysOf(value) is [var only] ? JsonValue.Create(only.ToString()) : null,
        Shape.Nodes => KeysOf(value) is { Count: > 0 } keys
            ? new JsonArray([.. keys.Select(key => new JsonObject { ["type"] = "document", ["unique"] = key.ToString() })])
            : null,
        _ => null,
    };

    private const string LocalFormat = "yyyy-MM-dd HH:mm:ss";

    private static string? TextOf(JsonNode? value) => value switch
    {
        JsonArray list when TextsOf(list) is { Count: > 0 } texts => string.Join(", ", texts),
        JsonObject rich when SiteJson.AsText(rich.Member("markup")) is { } markup => PlainText(markup),
        JsonObject colour when SiteJson.AsText(colour.Member("value")) is { } hex => hex,
        JsonObject date when SiteJson.AsText(date.Member("date")) is { } text => text,
        JsonValue scalar when scalar.TryGetValue<bool>(out var toggle) => toggle ? "Ja" : "Nej",
        JsonValue scalar => SiteJson.AsScalar(scalar),
        _ => null,
    };

    private static decimal? NumberOf(JsonNode? value) => value switch
    {
        JsonValue scalar when scalar.TryGetValue<bool>(out var toggle) => toggle ? 1 : 0,
        JsonValue scalar when SiteJson.AsText(scalar) is { } text => Number(text.Trim()),
        JsonValue scalar => decimal.TryParse(scalar.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        JsonArray { Count: 1 } list => NumberOf(list[0]),
        _ => null,
    };

    // Danish first: 1.250 is a thousand and more, and 12,5 is twelve and a half.
    private static decimal? Number(string text) =>
        text.Contains(',', StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.GetCultureInfo("da-DK"), out var danish) ? danish
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static bool? ToggleOf(JsonNode? value) => value switch
    {
        JsonValue scalar => SiteJson.AsScalar(scalar)?.Trim().ToLowerInvariant() switch
        {
            "1" or "true" or "ja" or "yes" => true,
            "0" or "false" or "nej" or "no" => false,
            _ => null,
        },
        _ => null,
    };

    private static List<string>? TextsOf(JsonNode? value) => value switch
    {
        JsonArray list when list.All(item => item is JsonValue) => [.. list.Select(SiteJson.AsScalar).OfType<string>()],
        JsonArray => null,
        _ => TextOf(value)?.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList(),
    };

    private static DateTime? MomentOf(JsonNode? value)
    {
        var text = value is JsonObject dated ? SiteJson.AsText(dated.Member("date")) : SiteJson.AsText(value);
        // Local wall time: an offset is not converted.
        return text is { Length: >= 5 } && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.DateTime : null;
    }

    private static JsonObject Dated(JsonNode? from, string date) => new() { ["date"] = date, ["timeZone"] = (from as JsonObject)?.Member("timeZone")?.DeepClone() };

    private static List<Guid>? KeysOf(JsonNode? value) => value switch
    {
        JsonArray list when list.All(item => item is JsonObject) =>
            [.. list.Cast<JsonObject>().Where(item => SiteJson.AsText(item.Member("type")) is null or "document")
                .Select(item => Guid.TryParse(SiteJson.AsText(item.Member("unique")), out var key) ? key : Guid.Empty).Where(key => key != Guid.Empty)],
        JsonValue scalar when Guid.TryParse(SiteJson.AsText(scalar), out var key) => [key],
        _ => null,
    };

    private static string MarkupOf(string text) => string.Concat(text
        .Split(["\r\n\r\n", "\n\n", "\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"));

    private static string PlainText(string markup) =>
        WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(markup, "\n"), "")).Trim();

    [GeneratedRegex("<br ?/?>|</(?:p|li|h[1-6]|div|tr)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
