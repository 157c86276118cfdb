using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Yes or no; a mandatory one must be yes, as the backoffice asks for.</summary>
internal sealed class ToggleRule : EditorRule
{
    public override bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => false,
        JsonValueKind.Number => JsonValues.Number(value) != 1,
        JsonValueKind.String => JsonValues.Text(value) is not "1" and not "true",
        _ => true,
    };

    public override IEnumerable<string> Texts(JsonElement value) => [];
}
