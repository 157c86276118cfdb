using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Values among the configured <c>items</c> (free when none are configured); a dropdown takes one unless <c>multiple</c>.</summary>
internal sealed class ChoiceRule : EditorRule
{
    public override bool IsEmpty(JsonElement value) =>
        JsonValues.IsBlank(value) || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(JsonValues.IsBlank));

    public override void Check(Field field)
    {
        if (field.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.String)
            || JsonValues.Items(field.Value).Any(item => item.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)))
        {
            field.Report("Vælg fra listen igen");
            return;
        }

        string[] chosen = [.. Texts(field.Value).Where(text => text.Length > 0)];
        if (chosen.Length > 1 && field.Setting("multiple") is { ValueKind: JsonValueKind.False })
        {
            field.Report("Vælg kun én");
        }

        var choices = field.Choices();
        if (choices.Length > 0 && chosen.FirstOrDefault(text => !choices.Contains(text, StringComparer.Ordinal)) is { } stranger)
        {
            field.Report($"«{stranger}» er ikke på listen – fjern den, eller vælg en anden");
        }
    }
}
