using System.Globalization;
using System.Text.Json;
using Hedensted.Content.Editing;

namespace Hedensted.Content.Publishing.Validation;

/// <summary>Reads what an editor sent without ever throwing on a wrong shape.</summary>
internal static class JsonValues
{
    /// <summary>The text; null when it is not text or is broken Unicode.</summary>
    public static string? Text(JsonElement value) => JsonText.Read(value);

    public static string? Text(JsonElement value, string property) => Member(value, property) is { } member ? Text(member) : null;

    /// <summary>The member of an object, without regard to case: older values write <c>Layout</c>.</summary>
    public static JsonElement? Member(JsonElement value, string property)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (string.Equals(member.Name, property, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    public static JsonElement.ArrayEnumerator Items(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default;

    /// <summary>A number, also when it is written as text.</summary>
    public static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : null,
        JsonValueKind.String => decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    /// <summary>A key written with or without dashes, or as <c>umb://document/…</c>.</summary>
    public static Guid? Key(string? text) =>
        Guid.TryParse(text is null ? null : text[(text.LastIndexOf('/') + 1)..], out var key) && key != Guid.Empty ? key : null;

    /// <summary>Nothing there: absent, null, blank text, no items or no members.</summary>
    public static bool IsBlank(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => Text(value) is { } text && string.IsNullOrWhiteSpace(text),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().MoveNext(),
        _ => false,
    };
}
