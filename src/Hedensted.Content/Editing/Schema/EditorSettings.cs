using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing.Validation;

namespace Hedensted.Content.Editing.Schema;

/// <summary>The property editors that the system knows, and what is wrong with settings of theirs.</summary>
internal static partial class EditorSettings
{
    private delegate IEnumerable<(string Alias, string Message)> Check(ContentSchema schema, ImmutableSortedDictionary<string, JsonElement> settings);

    private static readonly FrozenDictionary<string, Check> Checks = new Dictionary<string, Check>(StringComparer.OrdinalIgnoreCase)
    {
        ["Umbraco.TextBox"] = (_, settings) => Whole(settings, "maxChars", 1, 512),
        ["Umbraco.TextArea"] = (_, settings) => [.. Whole(settings, "maxChars", 1, int.MaxValue), .. Whole(settings, "rows", 1, 500)],
        ["Umbraco.EmailAddress"] = Anything,
        ["Umbraco.MarkdownEditor"] = Anything,
        ["Umbraco.CodeEditor"] = Anything,
        ["Umbraco.Label"] = Anything,
        ["Umbraco.IconPicker"] = Anything,
        ["Umbraco.TrueFalse"] = Anything,
        ["Umbraco.Integer"] = (_, settings) => [.. Range(settings, "min", "max"), .. Positive(settings, "step")],
        ["Umbraco.Decimal"] = (_, settings) => [.. Range(settings, "min", "max"), .. Positive(settings, "step")],
        ["Umbraco.DropDown.Flexible"] = (_, settings) => Choices(settings),
        ["Umbraco.CheckBoxList"] = (_, settings) => Choices(settings),
        ["Umbraco.RadioButtonList"] = (_, settings) => Choices(settings),
        ["Umbraco.MultipleTextstring"] = (_, settings) => Range(settings, "min", "max"),
        ["Umbraco.Tags"] = Anything,
        ["Umbraco.Slider"] = (_, settings) => [.. Range(settings, "minVal", "maxVal"), .. Positive(settings, "step")],
        ["Umbraco.ColorPicker"] = (_, settings) => Colours(settings),
        ["Umbraco.ColorPicker.EyeDropper"] = Anything,
        ["Umbraco.DateTime"] = Anything,
        ["Umbraco.DateOnly"] = Anything,
        ["Umbraco.TimeOnly"] = Anything,
        ["Umbraco.DateTimeUnspecified"] = Anything,
        ["Umbraco.DateTimeWithTimeZone"] = Anything,
        ["Umbraco.ContentPicker"] = Anything,
        ["Umbraco.MultiNodeTreePicker"] = (_, settings) => Range(settings, "minNumber", "maxNumber"),
        ["Umbraco.MediaPicker3"] = (_, settings) => Limits(settings),
        ["Umbraco.MultiUrlPicker"] = (_, settings) => Range(settings, "minNumber", "maxNumber"),
        ["Umbraco.MemberPicker"] = Anything,
        ["Umbraco.MemberGroupPicker"] = Anything,
        ["Umbraco.UserPicker"] = Anything,
        ["Umbraco.ImageCropper"] = (_, settings) => Crops(settings),
        ["Umbraco.UploadField"] = Anything,
        ["Umbraco.ListView"] = (_, settings) => Whole(settings, "pageSize", 1, 1000),
        ["Umbraco.BlockList"] = (schema, settings) => [.. Blocks(schema, settings), .. Limits(settings)],
        ["Umbraco.BlockGrid"] = (schema, settings) => [.. Blocks(schema, settings), .. Limits(settings)],
        ["Umbraco.SingleBlock"] = Blocks,
        ["Umbraco.RichText"] = Blocks,
        ["Umbraco.Plain.String"] = Anything,
        ["Umbraco.Plain.Integer"] = Anything,
        ["Umbraco.Plain.Decimal"] = Anything,
        ["Umbraco.Plain.DateTime"] = Anything,
        ["Umbraco.Plain.Time"] = Anything,
        ["Umbraco.Plain.Json"] = Anything,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether values of this editor can be kept, checked and shown.</summary>
    public static bool Knows(string editorAlias) => Checks.ContainsKey(editorAlias);

    /// <summary>What is wrong with the settings: alias → Danish, naming the remedy.</summary>
    public static ImmutableDictionary<string, string> Errors(ContentSchema schema, DataType type) => Checks[type.EditorAlias](schema, type.Configuration)
        .GroupBy(error => error.Alias, StringComparer.Ordinal)
        .ToImmutableDictionary(group => group.Key, group => string.Join(" ", group.Select(error => error.Message)), StringComparer.Ordinal);

    private static IEnumerable<(string, string)> Anything(ContentSchema schema, ImmutableSortedDictionary<string, JsonElement> settings) => [];

    private static IEnumerable<(string, string)> Whole(ImmutableSortedDictionary<string, JsonElement> settings, string alias, int least, int most)
    {
        if (Setting(settings, alias) is { } value && (JsonValues.Number(value) is not { } number || number != decimal.Truncate(number) || number < least || number > most))
        {
            yield return (alias, most == int.MaxValue ? $"Skriv et helt tal på mindst {least}, eller lad feltet stå tomt." : $"Skriv et helt tal fra {least} til {most}, eller lad feltet stå tomt.");
        }
    }

    private static IEnumerable<(string, string)> Positive(ImmutableSortedDictionary<string, JsonElement> settings, string alias)
    {
        if (Setting(settings, alias) is { } value && JsonValues.Number(value) is not > 0)
        {
            yield return (alias, "Skriv et tal over 0, eller lad feltet stå tomt.");
        }
    }

    private static IEnumerable<(string, string)> Range(ImmutableSortedDictionary<string, JsonElement> settings, string least, string most)
    {
        var (from, to) = (Setting(settings, least), Setting(settings, most));
        if (from is { } low && JsonValues.Number(low) is null)
        {
            yield return (least, "Skriv et tal, eller lad feltet stå tomt.");
        }

        if (to is { } high && JsonValues.Number(high) is null)
        {
            yield return (most, "Skriv et tal, eller lad feltet stå tomt.");
        }

        // A most of nought means no limit, as in Umbraco.
        if (from is { } a && to is { } b && JsonValues.Number(a) is { } minimum && JsonValues.Number(b) is { } maximum && maximum != 0 && minimum > maximum)
        {
            yield return (most, "Det største skal være mindst lige så stort som det mindste.");
        }
    }

    private static IEnumerable<(string, string)> Limits(ImmutableSortedDictionary<string, JsonElement> settings)
    {
        if (Setting(settings, "validationLimit") is { } limit
            && JsonValues.Member(limit, "min") is { } low && JsonValues.Member(limit, "max") is { } high
            && JsonValues.Number(low) is { } minimum && JsonValues.Number(high) is { } maximum && maximum != 0 && minimum > maximum)
        {
            yield return ("validationLimit", "Det største antal skal være mindst lige så stort som det mindste.");
        }
    }

    private static IEnumerable<(string, string)> Choices(ImmutableSortedDictionary<string, JsonElement> settings)
    {
        if (Setting(settings, "items") is not { } items)
        {
            yield break;
        }

        var texts = JsonValues.Items(items).Select(item => item.ValueKind == JsonValueKind.Object ? JsonValues.Text(item, "value") : JsonValues.Text(item)).ToArray();
        if (items.ValueKind != JsonValueKind.Array || texts.Any(string.IsNullOrWhiteSpace))
        {
            yield return ("items", "Hver valgmulighed skal have en tekst. Udfyld eller fjern de tomme.");
        }

        if (texts.OfType<string>().GroupBy(text => text, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return ("items", $"«{twice.Key}» står på listen to gange. Fjern den ene.");
        }
    }

    private static IEnumerable<(string, string)> Colours(ImmutableSortedDictionary<string, JsonElement> settings)
    {
        foreach (var item in Setting(settings, "items") is { } items ? JsonValues.Items(items) : [])
        {
            var hex = item.ValueKind == JsonValueKind.Object ? JsonValues.Text(item, "value") : JsonValues.Text(item);
            if (!Hex().IsMatch(hex ?? ""))
            {
                yield return ("items", $"«{hex}» er ikke en farve. Skriv den som seks cifre eller bogstaver a–f, for eksempel 1a2b3c.");
            }
        }
    }

    private static IEnumerable<(string, string)> Crops(ImmutableSortedDictionary<string, JsonElement> settings)
    {
        var aliases = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var crop in Setting(settings, "crops") is { } crops ? JsonValues.Items(crops) : [])
        {
            var alias = JsonValues.Text(crop, "alias");
            if (string.IsNullOrWhiteSpace(alias) || !aliases.Add(alias))
            {
                yield return ("crops", $"Hvert udsnit skal have sit eget alias; «{alias}» mangler eller er brugt to gange.");
            }
            else if (JsonValues.Member(crop, "width") is not { } width || JsonValues.Number(width) is not > 0
                || JsonValues.Member(crop, "height") is not { } height || JsonValues.Number(height) is not > 0)
            {
                yield return ("crops", $"Udsnittet «{alias}» skal have en bredde og en højde over 0.");
            }
        }
    }

    private static IEnumerable<(string, string)> Blocks(ContentSchema schema, ImmutableSortedDictionary<string, JsonElement> settings)
    {
        foreach (var block in Setting(settings, "blocks") is { } blocks ? JsonValues.Items(blocks) : [])
        {
            foreach (var member in new[] { "contentElementTypeKey", "settingsElementTypeKey" })
            {
                var text = JsonValues.Text(block, member);
                if (string.IsNullOrEmpty(text) ? member[0] == 'c' : JsonValues.Key(text) is not { } key || schema.FindType(key) is not { IsElement: true })
                {
                    yield return ("blocks", "En af blokkene er af en elementtype, der ikke findes mere. Fjern den, eller vælg en anden type.");
                }
            }
        }
    }

    private static JsonElement? Setting(ImmutableSortedDictionary<string, JsonElement> settings, string alias) =>
        settings.TryGetValue(alias, out var value) && !JsonValues.IsBlank(value) ? value : null;

    [GeneratedRegex("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}
