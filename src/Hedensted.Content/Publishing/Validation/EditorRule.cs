using System.Text.Json;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>What one property editor holds to be empty and right. This one knows only emptiness, for editors without rules.</summary>
internal class EditorRule
{
    /// <summary>Whether nothing is filled in.</summary>
    public virtual bool IsEmpty(JsonElement value) => JsonValues.IsBlank(value);

    /// <summary>Reports what is wrong with a value that is filled in.</summary>
    public virtual void Check(Field field)
    {
    }

    /// <summary>Reports what is wrong with an optional field that is not filled in, e.g. fewer than the least number.</summary>
    public virtual void CheckEmpty(Field field)
    {
    }

    /// <summary>The texts that the property's pattern is about.</summary>
    public virtual IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonValues.Text(value) is { } text ? [text] : [],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().Select(JsonValues.Text).OfType<string>(),
        _ => [],
    };
}
