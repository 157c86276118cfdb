using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Values;

/// <summary>Reads property values as plain CLR values, whatever property editor wrote them.</summary>
/// <remarks>
/// Nothing here throws: what cannot be read is absent. An editor may change the editor of a field tomorrow, and an import may
/// bring a shape of its own; neither may take a page off the website.
/// </remarks>
public static class PropertyReading
{
    /// <summary>The property's text, trimmed; null when unset or blank.</summary>
    public static string? Text(this PublishedDocument document, string alias) => document.ValueOf(alias).AsText();

    /// <summary>The chosen words of a dropdown, checkbox list or tags field.</summary>
    public static ImmutableArray<string> Texts(this PublishedDocument document, string alias) => document.ValueOf(alias).AsTexts();

    /// <summary>Whether the toggle is on; <paramref name="otherwise"/> when it was never touched.</summary>
    public static bool Flag(this PublishedDocument document, string alias, bool otherwise = false) =>
        document.ValueOf(alias).AsFlag() ?? otherwise;

    /// <summary>Whether a document may leave the house at all: «Offentlig» switched off keeps it in.</summary>
    public static bool IsPublic(this PublishedDocument document) => document.Flag("isPublic", otherwise: true);

    /// <summary>The whole number.</summary>
    public static int? Number(this PublishedDocument document, string alias) => document.ValueOf(alias).AsNumber();

    /// <summary>The date, without regard to a time of day.</summary>
    public static DateOnly? Date(this PublishedDocument document, string alias) => document.ValueOf(alias).AsDate();

    /// <summary>The first picked document or media item.</summary>
    public static Guid? Key(this PublishedDocument document, string alias)
    {
        var keys = document.Keys(alias);
        return keys.IsEmpty ? null : keys[0];
    }

    /// <summary>The picked documents or media items in the editor's order.</summary>
    public static ImmutableArray<Guid> Keys(this PublishedDocument document, string alias) => document.ValueOf(alias).AsKeys();

    /// <summary>The blocks in the editor's order; read once for each published document.</summary>
    public static ImmutableArray<Block> Blocks(this PublishedDocument document, string alias) =>
        Block.ListOf(document, alias, document.ValueOf(alias));

    /// <summary>A string as it is, the markup of rich text, or the first of a list; trimmed, null when blank.</summary>
    public static string? AsText(this JsonElement? value)
    {
        var text = value switch
        {
            { ValueKind: JsonValueKind.String } json => json.GetString(),
            { ValueKind: JsonValueKind.Number } json => json.GetRawText(),
            { ValueKind: JsonValueKind.Array } json when json.GetArrayLength() > 0 => AsText(json[0]),
            { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("markup", out var markup) => AsText(markup),
            { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("value", out var inner) => AsText(inner),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>Every string of a list; a single string is a list of one.</summary>
    public static ImmutableArray<string> AsTexts(this JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Array } list)
        {
            return AsText(value) is { } single ? [single] : [];
        }

        var texts = ImmutableArray.CreateBuilder<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (AsText(item) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.DrainToImmutable();
    }

    /// <summary>A toggle's state; null when unset.</summary>
    public static bool? AsFlag(this JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.Number } json => json.TryGetInt32(out var number) && number != 0,
        { ValueKind: JsonValueKind.String } json => json.GetString() is "1" or "true" or "True",
        _ => null,
    };

    /// <summary>A whole number; null when unset, not a number or out of range.</summary>
    public static int? AsNumber(this JsonElement? value) =>
        AsDecimal(value) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>A number with decimals; null when unset or not a number.</summary>
    public static decimal? AsDecimal(this JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } json when json.TryGetDecimal(out var number) => number,
        { ValueKind: JsonValueKind.String } json
            when decimal.TryParse(json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A date, or the date of a date and time.</summary>
    public static DateOnly? AsDate(this JsonElement? value) =>
        WallTime.Read(value) is { } time ? new DateOnly(time.Year, time.Month, time.Day) : null;

    /// <summary>The keys that a document, media or content picker holds.</summary>
    public static ImmutableArray<Guid> AsKeys(this JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.String } text)
        {
            return [.. text.GetString()!.Split(',').Select(KeyIn).OfType<Guid>()];
        }

        if (value is not { ValueKind: JsonValueKind.Array } list)
        {
            return KeyOf(value) is { } single ? [single] : [];
        }

        var keys = ImmutableArray.CreateBuilder<Guid>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (KeyOf(item) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys.DrainToImmutable();
    }

    private static Guid? KeyOf(JsonElement? value)
    {
        switch (value)
        {
            case { ValueKind: JsonValueKind.String } json:
                return KeyIn(json.GetString()!);
            case { ValueKind: JsonValueKind.Object } json:
                foreach (var name in (ReadOnlySpan<string>)["mediaKey", "unique", "id", "key"])
                {
                    if (json.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.String && KeyOf(inner) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    // A bare key, or a reference such as umb://document/7d7f7aef173c51b1b793088c7bca02dc.
    private static Guid? KeyIn(string text) =>
        Guid.TryParse(text.AsSpan(text.LastIndexOf('/') + 1).Trim(), CultureInfo.InvariantCulture, out var key) ? key : null;
}
