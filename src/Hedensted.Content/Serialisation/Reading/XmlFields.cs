using System.Globalization;
using System.Xml.Linq;

namespace Hedensted.Content.Serialisation.Reading;

/// <summary>Fields of elements; what cannot be read is a problem that names the field.</summary>
internal static class XmlFields
{
    private const string Again = "Ret det, eller hent filen igen fra git.";

    public static string Text(this XElement element, string name) => element.Element(name)?.Value ?? "";

    public static string Required(this XElement element, string name) =>
        element.Text(name) is { Length: > 0 } text ? text : throw new ProblemException($"<{name}> mangler eller er tomt.", Again);

    public static XElement Part(this XElement element, string name) =>
        element.Element(name) ?? throw new ProblemException($"<{name}> mangler.", Again);

    public static bool Flag(this XElement element, string name) => Flag(element.Element(name)?.Value, name);

    public static bool Flag(string? text, string name) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" or "FALSE" or "0" => false,
        "TRUE" or "1" => true,
        _ => throw new ProblemException($"«{text}» i <{name}> er hverken true eller false.", Again),
    };

    public static int Number(this XElement element, string name) => element.OptionalNumber(name) ?? 0;

    public static int? OptionalNumber(this XElement element, string name) => Number(element.Element(name)?.Value, name);

    public static int? Number(string? text, string name) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ProblemException($"«{text}» i <{name}> er ikke et helt tal.", Again);

    public static Guid Key(string? text, string where) =>
        Guid.TryParse(text, out var key) ? key : throw new ProblemException($"{where} har ingen gyldig nøgle.", Again);

    /// <summary>A key where the zero key stands for none.</summary>
    public static Guid? OptionalKey(string? text) => Guid.TryParse(text, out var key) && key != Guid.Empty ? key : null;

    /// <summary>A moment; files write UTC without a zone.</summary>
    public static DateTimeOffset Date(string text, string name) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : throw new ProblemException($"«{text}» i <{name}> er ikke et tidspunkt.", Again);
}
