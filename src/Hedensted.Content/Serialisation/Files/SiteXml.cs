using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hedensted.Content.Serialisation.Files;

/// <summary>XML as uSync writes it, and read without trusting it.</summary>
internal static class SiteXml
{
    /// <summary>Bytes that a file may have.</summary>
    public const long MaxFileSize = 16 * 1024 * 1024;

    private static readonly UTF8Encoding WithByteOrderMark = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly UTF8Encoding WithoutByteOrderMark = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 2 * MaxFileSize,
        IgnoreWhitespace = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The root element.</summary>
    /// <exception cref="XmlException">It is not XML, or it declares a document type.</exception>
    public static XElement Load(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Reading);
        return XElement.Load(reader);
    }

    /// <summary>The root element of a file from anybody, with nothing nested deeper than this.</summary>
    /// <exception cref="XmlException">It is not XML, declares a document type, or is nested too deep.</exception>
    public static XElement Load(byte[] bytes, int maxDepth)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Reading);
        while (reader.Read())
        {
            if (reader.Depth > maxDepth)
            {
                var at = (IXmlLineInfo)reader;
                throw new XmlException("Nested too deep.", null, at.LineNumber, at.LinePosition);
            }
        }

        return Load(bytes);
    }

    /// <summary>The bytes of a file: byte-order mark, declaration, two spaces, LF, no last newline.</summary>
    public static byte[] Save(XElement root, bool byteOrderMark = true)
    {
        var copy = new XElement(root);
        CleanAll(copy);
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = byteOrderMark ? WithByteOrderMark : WithoutByteOrderMark, Indent = true, IndentChars = "  ", NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            copy.Save(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>The text without characters that XML cannot hold, such as the vertical tabs that word processors leave.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowedAt(text, i))
            {
                return Remove(text);
            }
        }

        return text;
    }

    private static void CleanAll(XElement root)
    {
        foreach (var attribute in root.DescendantsAndSelf().Attributes())
        {
            attribute.Value = Clean(attribute.Value);
        }

        foreach (var text in root.DescendantNodes().OfType<XText>())
        {
            text.Value = Clean(text.Value);
        }
    }

    private static string Remove(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsAllowedAt(text, i))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    private static bool IsAllowedAt(string text, int i) =>
        XmlConvert.IsXmlChar(text[i])
        || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));
}
