using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>A colour among the configured ones, whose contrast has been looked at.</summary>
internal sealed class ColourRule : EditorRule
{
    public override bool IsEmpty(JsonElement value) => string.IsNullOrWhiteSpace(Colour(value)) && value.ValueKind is not (JsonValueKind.Number or JsonValueKind.True);

    public override void Check(Field field)
    {
        var choices = field.Choices();
        var colour = Colour(field.Value)?.TrimStart('#');
        if (colour is null || (choices.Length > 0 && !choices.Any(choice => choice.TrimStart('#').Equals(colour, StringComparison.OrdinalIgnoreCase))))
        {
            field.Report("Vælg en af farverne på listen");
        }
    }

    public override IEnumerable<string> Texts(JsonElement value) => Colour(value) is { } colour ? [colour] : [];

    private static string? Colour(JsonElement value) => JsonValues.Text(value) ?? JsonValues.Text(value, "value");
}
