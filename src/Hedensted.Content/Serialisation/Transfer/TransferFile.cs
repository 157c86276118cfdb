using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Serialisation.Transfer;

/// <summary>What a <c>.udt</c> file holds.</summary>
public enum TransferKind
{
    /// <summary>A document or element type.</summary>
    DocumentType,

    /// <summary>A media type.</summary>
    MediaType,

    /// <summary>A dictionary text, and perhaps those below it.</summary>
    DictionaryItem,
}

/// <summary>What came of reading a file: the file, or why it cannot be used.</summary>
/// <param name="File">Set when it can be read.</param>
/// <param name="Refusal">Danish, says what to do; set when it cannot.</param>
public readonly record struct TransferReading(TransferFile? File, string? Refusal);

/// <summary>One type or text on its way from one site to another: what Umbraco's «Export» writes, a <c>.udt</c> file.</summary>
public sealed class TransferFile
{
    /// <summary>Bytes that a file may have.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The extension, without its dot.</summary>
    public const string Extension = "udt";

    internal const string Again = "Ret filen, eller eksportér den igen fra det websted, den kommer fra.";

    // What is below stands inside: deeper than this no dictionary is, and whatever walks an element walks it without end.
    private const int MaxDepth = 64;

    private TransferFile(TransferKind kind, Guid key, string alias, XElement root) => (Kind, Key, Alias, Root) = (kind, key, alias, root);

    /// <summary>What it holds.</summary>
    public TransferKind Kind { get; }

    /// <summary>The identity of the type or of the topmost text.</summary>
    public Guid Key { get; }

    /// <summary>The type's alias or the text's name.</summary>
    public string Alias { get; }

    internal XElement Root { get; }

    /// <summary>Reads a file as far as what it is; never follows what it points at.</summary>
    /// <param name="bytes">Whatever somebody uploaded.</param>
    public static TransferReading Read(byte[] bytes)
    {
        if (bytes.Length is 0 or > MaxBytes)
        {
            return new(null, bytes.Length == 0
                ? $"Filen er tom. {Again}"
                : string.Create(CultureInfo.InvariantCulture, $"Filen er over {MaxBytes / 1024 / 1024} MB og kan ikke være en enkelt type eller tekst. Vælg en anden fil."));
        }

        try
        {
            return new(Of(SiteXml.Load(bytes, MaxDepth)), null);
        }
        catch (ProblemException problem)
        {
            return new(null, Explain(problem));
        }
        catch (XmlException exception)
        {
            return new(null, string.Create(
                CultureInfo.InvariantCulture, $"Filen er ikke gyldig XML, eller den har noget i sig, der ikke hører til her (linje {exception.LineNumber}, tegn {exception.LinePosition}). {Again}"));
        }
    }

    /// <summary>What is wrong in the file and what to do about it.</summary>
    internal static string Explain(ProblemException problem) => $"{Short(problem.What, 300)} {Again}";

    /// <summary>A text out of a file that is short enough to be read in a message, and to be sent in a header.</summary>
    internal static string Short(string text, int longest = 80) => text.Length <= longest ? text : $"{text[..longest]}…";

    private static TransferFile Of(XElement root)
    {
        if (!Enum.GetValues<TransferKind>().Any(kind => root.Name == kind.ToString()))
        {
            throw new ProblemException($"Filen begynder med <{root.Name.LocalName}> og er hverken en dokumenttype, en medietype eller en tekst fra ordbogen.", Again);
        }

        var kind = Enum.Parse<TransferKind>(root.Name.LocalName);
        if (kind == TransferKind.DictionaryItem)
        {
            return new(kind, KeyOf((string?)root.Attribute("Key"), "Teksten"), (string?)root.Attribute("Name") ?? "", root);
        }

        var info = root.Part("Info");
        var alias = info.Required("Alias").Trim();
        return new(kind, KeyOf(info.Text("Key"), $"Typen «{alias}»"), alias, root);
    }

    private static Guid KeyOf(string? text, string where) => XmlFields.OptionalKey(text) ?? throw new ProblemException($"{where} har ingen gyldig nøgle.", Again);
}
