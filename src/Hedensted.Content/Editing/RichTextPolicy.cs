using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Hedensted.Content.Editing;

/// <summary>What rich text may consist of: the elements and attributes that Umbraco's editor writes, with harmless values.</summary>
internal static partial class RichTextPolicy
{
    private const string Html = "http://www.w3.org/1999/xhtml";

    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "del", "ins", "sub", "sup", "small", "mark",
        "code", "pre", "kbd", "samp", "var", "blockquote", "q", "cite", "abbr", "time", "ul", "ol", "li", "dl", "dt", "dd", "a", "img", "figure",
        "figcaption", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "span", "div", "details", "summary",
        "umb-rte-block", "umb-rte-block-inline");

    /// <summary>Elements whose content goes with them; others that are not allowed leave their content behind.</summary>
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.Ordinal,
        "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "frame", "frameset", "object", "embed", "applet", "param",
        "svg", "math", "textarea", "select", "option", "optgroup", "datalist", "input", "button", "form", "title", "head", "link", "meta", "base", "xmp",
        "plaintext", "listing", "video", "audio", "source", "track", "canvas", "map", "area", "portal", "marquee", "slot", "dialog", "image");

    private static readonly FrozenSet<string> LinkSchemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https", "mailto", "tel", "sms");

    private static readonly FrozenSet<string> PictureSchemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https");

    /// <summary>Whether the element and its content are left out.</summary>
    public static bool IsDropped(IElement element) => element.NamespaceUri != Html || Dropped.Contains(element.LocalName);

    /// <summary>Whether the element may stand.</summary>
    public static bool IsAllowed(IElement element) => element.NamespaceUri == Html && Allowed.Contains(element.LocalName);

    /// <summary>The value that an attribute may have; null when it may not stand.</summary>
    public static string? Attribute(string element, string name, string value) => (element, name) switch
    {
        (_, "class") => When(value, ClassNames()),
        (_, "lang") => When(value, LanguageTag()),
        (_, "dir") => When(value, Direction()),
        (_, "title") => value,
        (_, "style") => Style(value),
        ("a" or "span" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6", "id") => When(value, AnchorName()),
        ("a", "href") => Url(value, LinkSchemes),
        ("a", "target") => When(value, Target()),
        ("a", "rel") => Relations(value),
        ("a", "type") => When(value, LinkType()),
        ("a", "hreflang") => When(value, LanguageTag()),
        ("a", "data-anchor") => When(value, Fragment()),
        ("img", "src") => Url(value, PictureSchemes),
        ("img", "alt") => value,
        ("img", "width" or "height") => When(value, Number()),
        ("img", "loading") => When(value, Loading()),
        ("a" or "img", "data-udi") => When(value, Udi()),
        ("figure" or "img" or "p", "data-caption") => value,
        ("th" or "td", "colspan" or "rowspan") => When(value, Number()),
        ("th" or "td", "colwidth") => When(value, Numbers()),
        ("th", "scope") => When(value, Scope()),
        ("col" or "colgroup", "span") => When(value, Number()),
        ("ol", "start") => When(value, Number()),
        ("ol", "type") => When(value, ListType()),
        ("ol", "reversed") => "",
        ("time", "datetime") => When(value, Moment()),
        ("details", "open") => "",
        ("blockquote" or "q", "cite") => Url(value, PictureSchemes),
        ("umb-rte-block" or "umb-rte-block-inline", "data-content-key") => When(value, Key()),
        ("umb-rte-block" or "umb-rte-block-inline", "data-content-udi") => When(value, Udi()),
        _ => null,
    };

    /// <summary>Adds what an element must have.</summary>
    public static void Complete(IElement element)
    {
        // A page that is opened from ours must not get a handle on ours.
        if (element.LocalName == "a" && element.GetAttribute("target") == "_blank"
            && element.GetAttribute("rel")?.Split(' ').Contains("noopener") != true)
        {
            element.SetAttribute("rel", $"{element.GetAttribute("rel")} noopener".Trim());
        }
    }

    /// <summary>Whether a link typed by an editor leads where links may lead.</summary>
    public static bool IsSafeLink(string url) => Url(url, LinkSchemes) is not null;

    // Browsers skip control characters and blanks where they look for a scheme; so do we before we look for it.
    private static string? Url(string value, FrozenSet<string> schemes)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value)
        {
            if (!char.IsControl(letter) && !char.IsSurrogate(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)
            {
                text.Append(letter);
            }
        }

        var url = text.ToString().Trim();
        var end = url.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || url[end] != ':')
        {
            return url.Contains('\\', StringComparison.Ordinal) ? null : url;
        }

        return schemes.Contains(url[..end]) ? url : null;
    }

    private static string? Style(string value)
    {
        var kept = value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(rule => StyleRule().IsMatch(rule)).ToArray();
        return kept.Length == 0 ? null : $"{string.Join("; ", kept)};";
    }

    private static string? Relations(string value)
    {
        var kept = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(relation => Relation().IsMatch(relation)).Distinct().ToArray();
        return kept.Length == 0 ? null : string.Join(' ', kept);
    }

    private static string? When(string value, Regex pattern) => pattern.IsMatch(value) ? value : null;

    [GeneratedRegex(@"\A[\w \-]{1,200}\z")]
    private static partial Regex ClassNames();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"\A(ltr|rtl|auto)\z")]
    private static partial Regex Direction();

    [GeneratedRegex(@"\A[a-zæøå][a-zæøå0-9\-]{0,63}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnchorName();

    [GeneratedRegex(@"\A(_blank|_self|_top|_parent)\z")]
    private static partial Regex Target();

    [GeneratedRegex(@"\A(noopener|noreferrer|nofollow|external)\z")]
    private static partial Regex Relation();

    [GeneratedRegex(@"\A(document|media|external)\z")]
    private static partial Regex LinkType();

    [GeneratedRegex(@"\A[#?][\w\-=&%.]{0,200}\z")]
    private static partial Regex Fragment();

    [GeneratedRegex(@"\A[0-9]{1,5}\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]{1,5}(,[0-9]{1,5}){0,20}\z")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\A(lazy|eager)\z")]
    private static partial Regex Loading();

    [GeneratedRegex(@"\A(row|col|rowgroup|colgroup)\z")]
    private static partial Regex Scope();

    [GeneratedRegex(@"\A[1aAiI]\z")]
    private static partial Regex ListType();

    [GeneratedRegex(@"\A[0-9TZPDHMSW:+.\- ]{1,40}\z")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\Aumb://(document|media|element)/[0-9a-fA-F]{32}\z")]
    private static partial Regex Udi();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"\A(text-align: ?(left|right|center|justify|start|end)|(min-|max-)?width: ?[0-9]{1,4}(\.[0-9]{1,3})?(px|%|em|rem))\z")]
    private static partial Regex StyleRule();
}
