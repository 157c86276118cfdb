using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Hedensted.Content.Search;

/// <summary>The words of rich text, without its tags. Fast, for whole sites; what is shown as markup is cleaned elsewhere.</summary>
public static class MarkupText
{
    // What stands in these is no text.
    private static readonly string[] Code = ["script", "style", "template", "svg", "iframe"];

    // What these part are different words; around all others a word goes on.
    private static readonly FrozenSet<string> Inside =
        new[] { "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text, with a space where one block follows another.</summary>
    public static string Of(string markup)
    {
        if (markup.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return markup;
        }

        var text = new StringBuilder(markup.Length);
        var rest = markup.AsSpan();
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('<');
            text.Append(open < 0 ? rest : rest[..open]);
            rest = open < 0 ? [] : AfterTag(rest[open..], text);
        }

        return WebUtility.HtmlDecode(text.ToString()).Replace('\u00A0', ' ');
    }

    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> markup, StringBuilder text)
    {
        if (markup.StartsWith("<!--"))
        {
            return markup.IndexOf("-->") is var end and >= 0 ? markup[(end + 3)..] : [];
        }

        var name = NameOf(markup);
        var close = markup.IndexOf('>');
        if (close < 0 || (name.IsEmpty && markup is not ['<', '!' or '?', ..]))
        {
            // No tag at all, as in «a < b».
            text.Append('<');
            return markup[1..];
        }

        if (!Inside.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }

        foreach (var code in markup[1] == '/' ? [] : Code)
        {
            if (name.Equals(code, StringComparison.OrdinalIgnoreCase))
            {
                var end = markup.IndexOf($"</{code}", StringComparison.OrdinalIgnoreCase);
                return end < 0 ? [] : markup[end..];
            }
        }

        return markup[(close + 1)..];
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var start = tag.Length > 1 && tag[1] == '/' ? 2 : 1;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        return tag[start..end];
    }
}
