using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Plain text, at most <c>maxChars</c> characters as the browser counts them.</summary>
internal sealed class TextRule : EditorRule
{
    public override void Check(Field field)
    {
        if (Texts(field.Value).FirstOrDefault() is not { Length: var length } || field.Value.ValueKind == JsonValueKind.Array)
        {
            field.Report("Skriv teksten igen");
        }
        else if (field.NumberSetting("maxChars") is > 0 and var limit && length > limit)
        {
            field.Report($"Gør teksten kortere – den fylder {length} tegn og må højst fylde {limit:0}");
        }
    }
}
