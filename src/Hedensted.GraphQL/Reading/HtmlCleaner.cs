using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hedensted.GraphQL.Reading;

/// <summary>Markup that is safe on any page, with the same text without markup.</summary>
internal sealed record CleanHtml(string Html, string Text, bool HasLocalLinks);

/// <summary>Keeps of an editor's markup what citizens need and nothing that could run or reach out.</summary>
/// <remarks>An allow-list: what is not on it loses its tags and keeps its text; what is code loses both.</remarks>
internal static class HtmlCleaner
{
    private static readonly FrozenDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["p"] = [],
        ["br"] = [],
        ["hr"] = [],
        ["h2"] = ["id"],
        ["h3"] = ["id"],
        ["h4"] = ["id"],
        ["h5"] = [],
        ["h6"] = [],
        ["ul"] = [],
        ["ol"] = ["start", "reversed"],
        ["li"] = [],
        ["dl"] = [],
        ["dt"] = [],
        ["dd"] = [],
        ["strong"] = [],
        ["b"] = [],
        ["em"] = [],
        ["i"] = [],
        ["u"] = [],
        ["s"] = [],
        ["sub"] = [],
        ["sup"] = [],
        ["small"] = [],
        ["mark"] = [],
        ["abbr"] = ["title"],
        ["cite"] = [],
        ["q"] = [],
        ["code"] = [],
        ["pre"] = [],
        ["span"] = ["lang"],
        ["blockquote"] = [],
        ["figure"] = [],
        ["figcaption"] = [],
        ["a"] = ["href", "title", "target", "hreflang"],
        ["img"] = ["src", "alt", "width", "height"],
        ["table"] = [],
        ["caption"] = [],
        ["thead"] = [],
        ["tbody"] = [],
        ["tfoot"] = [],
        ["tr"] = [],
        ["th"] = ["colspan", "rowspan", "scope"],
        ["td"] = ["colspan", "rowspan"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Code = new[]
    {
        "script", "style", "iframe", "object", "embed", "applet", "template", "noscript", "svg", "math", "form", "input", "button",
        "select", "textarea", "link", "meta", "base", "title", "frame", "frameset", "audio", "video", "source", "track", "canvas",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lines = new[]
    {
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "figcaption", "tr", "div", "pre",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Empty = new[] { "br", "hr", "img" }.ToFrozenSet(StringComparer.Ordinal);

    public static CleanHtml Clean(string markup)
    {
        using var document = new HtmlParser().ParseDocument("");
        var writer = new Writer();
        foreach (var node in new HtmlParser().ParseFragment(markup, document.Body!))
        {
            writer.Write(node, depth: 0);
        }

        return writer.Finish();
    }

    /// <summary>Text as it may stand between tags and in a quoted attribute.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\u00a0", "&nbsp;", StringComparison.Ordinal);

    private sealed class Writer
    {
        private const int MaxDepth = 100;
        private readonly StringBuilder _html = new();
        private readonly StringBuilder _text = new();
        private bool _hasLocalLinks;

        public CleanHtml Finish() => new(_html.ToString(), _text.ToString().Trim(), _hasLocalLinks);

        public void Write(INode node, int depth)
        {
            if (node is IText text)
            {
                _html.Append(Escape(text.Data));
                _text.Append(text.Data);
            }
            else if (node is IElement element && !Code.Contains(element.LocalName) && depth < MaxDepth)
            {
                WriteElement(element, depth);
            }
        }

        private void WriteElement(IElement element, int depth)
        {
            // A page has one first heading, its own.
            var name = element.LocalName == "h1" ? "h2" : element.LocalName;
            var kept = Allowed.TryGetValue(name, out var attributes) && (name != "img" || ImageAddress(element) is not null);
            if (kept)
            {
                _html.Append('<').Append(name);
                WriteAttributes(element, attributes!);
                _html.Append('>');
            }

            foreach (var child in element.ChildNodes)
            {
                Write(child, depth + 1);
            }

            if (kept && !Empty.Contains(name))
            {
                _html.Append("</").Append(name).Append('>');
            }

            if (Lines.Contains(element.LocalName) && _text.Length > 0 && _text[^1] != '\n')
            {
                _text.Append('\n');
            }
        }

        private void WriteAttributes(IElement element, string[] allowed)
        {
            foreach (var name in allowed)
            {
                var value = name switch
                {
                    "href" => LinkAddress(element),
                    "src" => ImageAddress(element),
                    "target" => element.GetAttribute(name) == "_blank" ? "_blank" : null,
                    "alt" => element.GetAttribute(name) ?? "",
                    _ => element.GetAttribute(name),
                };
                if (value is not null)
                {
                    _html.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');
                    if (name == "target")
                    {
                        _html.Append(" rel=\"noopener\"");
                    }
                }
            }
        }

        private string? LinkAddress(IElement element)
        {
            var address = element.GetAttribute("href")?.Trim();
            if (address?.Contains("{localLink:", StringComparison.Ordinal) == true)
            {
                _hasLocalLinks = true;
                return address + element.GetAttribute("data-anchor");
            }

            return Urls.Safe(address);
        }

        private static string? ImageAddress(IElement element)
        {
            var address = element.GetAttribute("src")?.Trim();
            return address is not null && address.StartsWith("/media/", StringComparison.Ordinal) ? address : null;
        }
    }
}
