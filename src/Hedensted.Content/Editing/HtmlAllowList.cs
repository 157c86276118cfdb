using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Hedensted.Content.Editing;

/// <summary>The elements and attributes that rich text may hold. What is not named here does not exist.</summary>
internal static class HtmlAllowList
{
    /// <summary>Elements that go with everything in them; what they hold is code, another language or something to load.</summary>
    public static readonly FrozenSet<string> DroppedWhole = Set(
        "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "frame", "frameset", "object", "embed", "applet", "param",
        "svg", "math", "xmp", "plaintext", "listing", "textarea", "select", "option", "optgroup", "datalist", "input", "title", "base", "meta",
        "link", "audio", "video", "source", "track", "canvas", "portal", "fencedframe", "map", "area", "basefont", "bgsound", "keygen");

    /// <summary>Elements without an end tag.</summary>
    public static readonly FrozenSet<string> Void = Set("br", "hr", "img", "col");

    /// <summary>Where the page puts a block; what stands inside is made again each time.</summary>
    public static readonly FrozenSet<string> Placeholders = Set("umb-rte-block", "umb-rte-block-inline");

    private static readonly FrozenSet<string> Allowed = Set(
        "p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "figure", "figcaption", "img",
        "a", "strong", "b", "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "abbr", "cite", "q", "kbd", "span", "div",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "umb-rte-block", "umb-rte-block-inline");

    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["h1"] = "h2",
        ["h5"] = "h4",
        ["h6"] = "h4",
        ["strike"] = "s",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Classes = Set("lead", "note", "text-center", "text-right");
    private static readonly FrozenSet<string> Relations = Set("noopener", "noreferrer", "nofollow", "external");

    /// <summary>The name under which the element is kept; null when only its contents are.</summary>
    public static string? NameOf(IElement element) =>
        Renamed.TryGetValue(element.LocalName, out var name) ? name : Allowed.TryGetValue(element.LocalName, out var allowed) ? allowed : null;

    /// <summary>The attributes that are kept, in their order; null when the element is nothing without one that is missing or bad.</summary>
    public static List<(string Name, string Value)>? AttributesOf(string name, IElement element)
    {
        var kept = new List<(string Name, string Value)>();
        foreach (var attribute in element.Attributes)
        {
            // Only plain attributes: one with a namespace comes from foreign content.
            if (attribute.NamespaceUri is null && Clean(name, attribute.LocalName, attribute.Value) is { } value)
            {
                kept.Add((attribute.LocalName, value));
            }
        }

        return name switch
        {
            "a" => Has(kept, "href") ? WithoutOpener(kept) : null,
            "img" => Has(kept, "src") ? kept : null,
            "umb-rte-block" or "umb-rte-block-inline" => Has(kept, "data-content-key") ? kept : null,
            _ => kept,
        };
    }

    private static string? Clean(string element, string attribute, string value) => (element, attribute) switch
    {
        (_, "lang") => value.Length is > 0 and <= 35 && value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') ? value : null,
        (_, "dir") => OneOf(value, "ltr", "rtl", "auto"),
        (_, "class") => Tokens(value, Classes),
        ("a", "href") => SafeUrl.Clean(value),
        ("a", "target") => OneOf(value, "_blank"),
        ("a", "rel") => Tokens(value, Relations),
        ("a", "type") => OneOf(value, "document", "media"),
        ("a", "data-anchor") => Plain(value) is ['#' or '?', ..] anchor ? anchor : null,
        ("img", "src") => SafeUrl.CleanImage(value),
        ("img", "alt") => Plain(value),
        ("img", "width" or "height") => Number(value, 10_000),
        ("img", "loading") => OneOf(value, "lazy", "eager"),
        ("a" or "img", "data-udi") => Udi(value),
        ("a" or "img" or "abbr", "title") => Plain(value),
        ("ol", "start") or ("li", "value") => Number(value, 100_000),
        ("ol", "type") => OneOf(value, "1", "a", "A", "i", "I"),
        ("ol", "reversed") => "",
        ("th" or "td", "colspan" or "rowspan") or ("col" or "colgroup", "span") => Number(value, 1_000),
        ("th", "scope") => OneOf(value, "row", "col", "rowgroup", "colgroup"),
        ("umb-rte-block" or "umb-rte-block-inline", "data-content-key") => Guid.TryParse(value, out _) ? value : null,
        _ => null,
    };

    /// <summary>A page that opens in a new tab must not steer the one it came from.</summary>
    private static List<(string Name, string Value)> WithoutOpener(List<(string Name, string Value)> attributes)
    {
        if (Has(attributes, "target"))
        {
            var rel = attributes.FindIndex(attribute => attribute.Name == "rel");
            if (rel < 0)
            {
                attributes.Add(("rel", "noopener"));
            }
            else if (!attributes[rel].Value.Split(' ').Contains("noopener"))
            {
                attributes[rel] = ("rel", attributes[rel].Value + " noopener");
            }
        }

        return attributes;
    }

    private static bool Has(List<(string Name, string Value)> attributes, string name) => attributes.Exists(attribute => attribute.Name == name);

    private static string? OneOf(string value, params string[] allowed) => allowed.Contains(value) ? value : null;

    private static string? Tokens(string value, FrozenSet<string> allowed)
    {
        var kept = value.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries).Where(allowed.Contains).Distinct();
        return string.Join(' ', kept) is { Length: > 0 } tokens ? tokens : null;
    }

    private static string? Number(string value, int max) =>
        value.Length is > 0 and <= 6 && value.All(char.IsAsciiDigit) && int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) <= max ? value : null;

    private static string? Udi(string value) =>
        value.StartsWith("umb://", StringComparison.Ordinal)
        && value["umb://".Length..].Split('/') is [{ Length: > 0 } kind, var key] && kind.All(char.IsAsciiLetterLower) && Guid.TryParse(key, out _)
            ? value
            : null;

    private static string Plain(string value) => string.Concat(value.Where(character => !char.IsControl(character)));

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
