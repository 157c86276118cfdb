using System.Globalization;
using System.Text.RegularExpressions;

namespace Hedensted.Cms.Site;

/// <summary>The words and formats that the API leaves to whoever shows them.</summary>
internal static partial class DanishText
{
    /// <summary>Danish dates and numbers.</summary>
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("da-DK");

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["EVENT"] = "Arrangement",
        ["EXHIBITION"] = "Udstilling",
        ["COURSE"] = "Forløb",
        ["COMMUNITY"] = "Fællesskab",
        ["OPEN_WORKSHOP"] = "Åbent værksted",
        ["PHYSICAL"] = "Mød op",
        ["ONLINE"] = "Online",
        ["HYBRID"] = "Både fysisk og online",
        ["FOR"] = "Taler for",
        ["AGAINST"] = "Taler imod",
        ["BACKGROUND"] = "Baggrund",
        ["OPEN"] = "Åben",
        ["MOVING"] = "Flytter",
        ["TEMPORARILY_CLOSED"] = "Midlertidigt lukket",
        ["CLOSED"] = "Lukket",
    };

    /// <summary>What citizens call a value of one of the API's enums; the value itself when it is new to us.</summary>
    public static string Of(string value) =>
        Words.TryGetValue(value, out var word) ? word : CalendarFilter.AudienceChoices.FirstOrDefault(choice => choice.Value == value).Label ?? value;

    /// <summary>«torsdag den 3. december 2026».</summary>
    public static string LongDate(DateOnly date) => date.ToString("dddd 'den' d. MMMM yyyy", Culture);

    /// <summary>A colour that content names, if it is a plain hexadecimal one; else the house's own.</summary>
    public static string Colour(string? colour) => colour is not null && Hex().IsMatch(colour) ? colour : "#0b4f45";

    /// <summary>A text's paragraphs: editors part them by an empty line.</summary>
    public static IEnumerable<string> Paragraphs(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A web address that content names, if it is one that a link may lead to.</summary>
    public static string? Link(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel" ? address
        : address is ['/', not '/', ..] or "/" ? address : null;

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Hex();
}
