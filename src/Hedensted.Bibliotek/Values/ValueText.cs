using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek.Calendar;

namespace Hedensted.Bibliotek.Values;

/// <summary>What a value says, as a short Danish text for editors.</summary>
public static partial class ValueText
{
    private const int Longest = 120;

    /// <summary>The text; null or empty when there is nothing to say.</summary>
    /// <param name="value">In the shape of its property editor.</param>
    /// <param name="names">What documents and media are called.</param>
    /// <param name="blocks">What is said of so many blocks.</param>
    public static string? Of(JsonElement value, IReadOnlyDictionary<Guid, string> names, Func<int, string> blocks)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(blocks);
        var text = WholeOf(value, names, blocks);
        return text?.Length > Longest ? text[..Longest].TrimEnd() + " …" : text;
    }

    private static string? WholeOf(JsonElement value, IReadOnlyDictionary<Guid, string> names, Func<int, string> blocks)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean() ? "Ja" : "Nej";
        }

        if (PropertyReading.AsKeys(value) is { IsEmpty: false } keys && keys.All(names.ContainsKey))
        {
            return string.Join(", ", keys.Select(key => names[key]));
        }

        if (WallTime.Read(value) is { } moment)
        {
            return DanishDates.Moment(moment);
        }

        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("contentData", out var data) && data.ValueKind == JsonValueKind.Array
            ? data.GetArrayLength() is var count and > 0 ? blocks(count) : null
            : WithoutTags(string.Join(", ", PropertyReading.AsTexts(value)));
    }

    private static string WithoutTags(string text) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(text, " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
