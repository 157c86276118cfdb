using System.Text;
using AngleSharp.Dom;

namespace Hedensted.Content.Editing;

/// <summary>
/// Writes HTML anew from what <see cref="HtmlAllowList"/> names. Nothing is taken out of the parsed page; a page of our own is
/// built from it, and built again until reading it gives the same, so that no browser reads it otherwise than we did.
/// </summary>
internal static class HtmlSanitiser
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";
    private const int MaxDepth = 100;
    private const int MaxRounds = 8;

    /// <summary>The clean markup; sanitising it once more changes nothing.</summary>
    public static string Sanitise(string markup)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var clean = Rebuild(markup);
            if (string.Equals(clean, markup, StringComparison.Ordinal))
            {
                return clean;
            }

            markup = clean;
        }

        // What will not come to rest was made to be misread: its text is all that is kept.
        var text = new StringBuilder();
        WriteText(text, RichTextMarkup.TextOf(markup));
        return text.ToString();
    }

    private static string Rebuild(string markup)
    {
        var html = new StringBuilder(markup.Length);
        foreach (var node in RichTextMarkup.Parse(markup))
        {
            Write(html, node, 0);
        }

        return html.ToString();
    }

    private static void Write(StringBuilder html, INode node, int depth)
    {
        if (node is IText text)
        {
            WriteText(html, text.Data);
        }
        else if (node is IElement { NamespaceUri: HtmlNamespace } element && !HtmlAllowList.DroppedWhole.Contains(element.LocalName))
        {
            WriteElement(html, element, depth);
        }
    }

    private static void WriteElement(StringBuilder html, IElement element, int depth)
    {
        if (depth >= MaxDepth || HtmlAllowList.NameOf(element) is not { } name || HtmlAllowList.AttributesOf(name, element) is not { } attributes)
        {
            WriteChildren(html, element, depth);
            return;
        }

        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            html.Append(' ').Append(attribute).Append("=\"");
            WriteAttribute(html, value);
            html.Append('"');
        }

        html.Append('>');
        if (HtmlAllowList.Void.Contains(name))
        {
            return;
        }

        if (!HtmlAllowList.Placeholders.Contains(name))
        {
            // A parser drops the first line break of preformatted text, so one that is to stay is written twice.
            if (name == "pre" && element.FirstChild is IText { Data: ['\n', ..] })
            {
                html.Append('\n');
            }

            WriteChildren(html, element, depth + 1);
        }

        html.Append("</").Append(name).Append('>');
    }

    private static void WriteChildren(StringBuilder html, IElement element, int depth)
    {
        foreach (var child in element.ChildNodes)
        {
            Write(html, child, depth);
        }
    }

    private static void WriteText(StringBuilder html, string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '\u00A0' => html.Append("&nbsp;"),
                '\n' or '\t' => html.Append(character),
                _ when char.IsControl(character) => html,
                _ => html.Append(character),
            };
        }
    }

    private static void WriteAttribute(StringBuilder html, string value)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\u00A0' => html.Append("&nbsp;"),
                _ when char.IsControl(character) => html,
                _ => html.Append(character),
            };
        }
    }
}
