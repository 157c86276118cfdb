using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Picked documents or media: keys, and as many as the settings ask for.</summary>
internal sealed class PickerRule(string min, string max, string? limits) : EditorRule
{
    public override void Check(Field field)
    {
        var picked = Picked(field.Value);
        if (picked.Any(key => JsonValues.Key(key) is null))
        {
            field.Report("Fjern det valgte, og vælg igen");
            return;
        }

        CountRule.Check(field, picked.Count, LimitsOf(field), min, max);
        if (picked.Count > 1 && field.Setting("multiple") is { ValueKind: JsonValueKind.False } && CountRule.Limit(LimitsOf(field), max) is null)
        {
            field.Report("Vælg kun én");
        }
    }

    public override void CheckEmpty(Field field) => CountRule.Check(field, 0, LimitsOf(field), min, max);

    public override IEnumerable<string> Texts(JsonElement value) => Picked(value).OfType<string>();

    private Func<string, JsonElement?> LimitsOf(Field field) =>
        limits is null ? field.Setting : name => field.Setting(limits) is { } limit ? JsonValues.Member(limit, name) : null;

    /// <summary>The key of each item; null where there is none to read.</summary>
    private static IReadOnlyList<string?> Picked(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(Unique).ToList(),
        JsonValueKind.String when JsonValues.Text(value) is { } text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [(string?)null],
    };

    private static string? Unique(JsonElement item) => JsonValues.Text(item) ?? JsonValues.Text(item, "unique") ?? JsonValues.Text(item, "mediaKey");
}
