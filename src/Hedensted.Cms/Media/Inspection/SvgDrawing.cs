using System.Globalization;
using System.Text;
using System.Xml;

namespace Hedensted.Cms.Media.Inspection;

/// <summary>Rebuilds an SVG from elements and attributes that are known to be harmless; everything else is left out.</summary>
/// <remarks>
/// The drawing is read and written anew, never edited, so what is not understood cannot survive. Nothing in the result runs, animates or
/// reaches outside the file. What is left in an address is a place in the drawing itself or a picture inside the file.
/// </remarks>
internal static class SvgDrawing
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const int DeepestNesting = 100;
    private const int MostUses = 2_000;

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "switch", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "text", "tspan", "textPath", "image", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "style",
        "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
        "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
        "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    };

    private static readonly HashSet<string> DroppedWhole = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "animate", "animateMotion", "animateTransform",
        "animateColor", "set", "discard", "audio", "video", "canvas", "metadata", "feImage",
    };

    private static readonly string[] EmbeddedPictures = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"];

    /// <summary>Writes the harmless drawing and reads its size; 0 × 0 when it has none.</summary>
    /// <exception cref="XmlException">It is not well-formed XML, or uses entities of its own.</exception>
    /// <exception cref="InvalidDataException">It is XML but not a drawing, or one made to exhaust the reader.</exception>
    public static ImageSize Rebuild(Stream source, Stream target)
    {
        var reading = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersFromEntities = 1_024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(source, reading);
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg" || reader.NamespaceURI != Svg)
        {
            throw new InvalidDataException("The root is not an SVG drawing.");
        }

        var size = SizeOf(reader);
        using var writer = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = false });
        Copy(reader, writer);
        return size;
    }

    private static void Copy(XmlReader reader, XmlWriter writer)
    {
        var uses = 0;
        var written = new Stack<bool>(); // for each open element, whether it was written or only its children are
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.NamespaceURI != Svg || DroppedWhole.Contains(reader.LocalName):
                    reader.Skip(); // stands on the node after, so the loop must not read again
                    continue;
                case XmlNodeType.Element when reader.LocalName == "style":
                    WriteStyle(reader, writer);
                    continue;
                case XmlNodeType.Element:
                    uses += reader.LocalName is "use" ? 1 : 0;
                    if (written.Count >= DeepestNesting || uses > MostUses)
                    {
                        throw new InvalidDataException("Nested too deeply, or the same part used too often.");
                    }

                    Open(reader, writer, written);
                    break;
                case XmlNodeType.EndElement:
                    if (written.Pop())
                    {
                        writer.WriteEndElement();
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when written.Count > 0:
                    writer.WriteString(reader.Value);
                    break;
            }

            reader.Read();
        }
        while (!reader.EOF);
    }

    private static void Open(XmlReader reader, XmlWriter writer, Stack<bool> written)
    {
        var isKept = Elements.Contains(reader.LocalName);
        var isEmpty = reader.IsEmptyElement;
        if (isKept)
        {
            writer.WriteStartElement(reader.LocalName, Svg);
            WriteAttributes(reader, writer);
        }

        if (!isEmpty)
        {
            written.Push(isKept);
        }
        else if (isKept)
        {
            writer.WriteEndElement();
        }
    }

    private static void WriteStyle(XmlReader reader, XmlWriter writer)
    {
        var css = reader.ReadElementContentAsString();
        if (IsHarmlessStyle(css))
        {
            writer.WriteElementString("style", Svg, css);
        }
    }

    private static void WriteAttributes(XmlReader reader, XmlWriter writer)
    {
        var isImage = reader.LocalName is "image";
        var hasLink = false;
        while (reader.MoveToNextAttribute())
        {
            var isLink = reader.LocalName is "href" && reader.NamespaceURI is "" or XLink;
            if (isLink)
            {
                if (!hasLink && IsHarmlessLink(reader.Value, isImage))
                {
                    hasLink = true;
                    writer.WriteAttributeString("href", reader.Value.Trim());
                }
            }
            else if (reader.NamespaceURI.Length == 0 && IsHarmlessName(reader.LocalName) && IsHarmlessStyle(reader.Value))
            {
                writer.WriteAttributeString(reader.LocalName, reader.Value);
            }
            else if (reader.NamespaceURI == "http://www.w3.org/XML/1998/namespace" && reader.LocalName is "space" or "lang")
            {
                writer.WriteAttributeString("xml", reader.LocalName, null, reader.Value);
            }
        }

        reader.MoveToElement();
    }

    private static bool IsHarmlessName(string name) =>
        !name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        && name is not ("src" or "action" or "formaction" or "attributeName" or "requiredExtensions" or "xmlns")
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static bool IsHarmlessLink(string value, bool isImage)
    {
        var link = value.Trim();
        return link.StartsWith('#')
            || (isImage && EmbeddedPictures.Any(start => link.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
    }

    // An escape could spell anything, so a backslash is refused rather than decoded.
    private static bool IsHarmlessStyle(string value)
    {
        if (value.Contains('\\', StringComparison.Ordinal) || value.Contains('<', StringComparison.Ordinal)
            || value.Contains("@import", StringComparison.OrdinalIgnoreCase)
            || value.Contains("expression(", StringComparison.OrdinalIgnoreCase)
            || value.Contains("src(", StringComparison.OrdinalIgnoreCase)
            || value.Contains("image-set", StringComparison.OrdinalIgnoreCase)
            || value.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
            || value.Contains("-moz-binding", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var at = value.IndexOf("url", StringComparison.OrdinalIgnoreCase); at >= 0; at = value.IndexOf("url", at + 3, StringComparison.OrdinalIgnoreCase))
        {
            var rest = value.AsSpan(at + 3).TrimStart();
            if (rest is ['(', ..] && rest[1..].TrimStart().TrimStart("'\"") is not ['#', ..])
            {
                return false;
            }
        }

        return true;
    }

    private static ImageSize SizeOf(XmlReader root)
    {
        if (Pixels(root.GetAttribute("width")) is { } width && Pixels(root.GetAttribute("height")) is { } height)
        {
            return new(width, height);
        }

        var box = (root.GetAttribute("viewBox") ?? "").Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return box.Length == 4 && Pixels(box[2]) is { } boxWidth && Pixels(box[3]) is { } boxHeight ? new(boxWidth, boxHeight) : default;
    }

    private static int? Pixels(string? length)
    {
        var number = length?.Trim() ?? "";
        number = number.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? number[..^2] : number;
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels) && pixels is >= 0.5 and <= 1_000_000
            ? (int)Math.Round(pixels)
            : null;
    }
}
