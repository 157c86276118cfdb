using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hedensted.Content.Editing;

/// <summary>Keeps of an HTML fragment what an editor may write, and nothing else: no scripts, no styles, no foreign frames.</summary>
/// <remarks>
/// A new tree is built out of what the allow-list knows (<see cref="RichTextPolicy"/>); nothing is taken out of the old one, so what the list
/// does not know cannot slip through. The result is cleaned again until it stands still, since a browser may read the second text differently
/// from the first.
/// </remarks>
public static class RichTextSanitiser
{
    private const int DeepestNesting = 100;
    private const int Rounds = 4;

    /// <summary>The fragment without what is not allowed; text that is not fit to be markup in the end is left as plain text.</summary>
    public static string Clean(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length == 0)
        {
            return html;
        }

        var before = html;
        for (var round = 0; round < Rounds; round++)
        {
            var after = Once(before);
            if (after == before)
            {
                return after;
            }

            before = after;
        }

        return System.Net.WebUtility.HtmlEncode(TextOf(before));
    }

    /// <summary>What a reader reads: the fragment's text without markup.</summary>
    public static string TextOf(string html)
    {
        var parser = new HtmlParser();
        using var document = parser.ParseDocument("");
        return string.Concat(parser.ParseFragment(html, document.Body!).Select(node => node.TextContent));
    }

    /// <summary>Whether a reader sees anything: text, a picture or a block.</summary>
    internal static bool HasContent(string html) =>
        html.Contains("<img", StringComparison.OrdinalIgnoreCase)
        || html.Contains("<umb-rte-block", StringComparison.OrdinalIgnoreCase)
        || TextOf(html).Any(letter => !char.IsWhiteSpace(letter) && letter != '\u200B');

    private static string Once(string html)
    {
        var parser = new HtmlParser();
        using var source = parser.ParseDocument("");
        using var target = parser.ParseDocument("");
        foreach (var node in parser.ParseFragment(html, source.Body!))
        {
            Copy(node, target.Body!, depth: 0);
        }

        return target.Body!.InnerHtml;
    }

    private static void Copy(INode node, IElement into, int depth)
    {
        switch (node)
        {
            case IText text:
                into.AppendChild(into.Owner!.CreateTextNode(text.Data));
                break;
            case IElement element when depth < DeepestNesting && !RichTextPolicy.IsDropped(element):
                CopyElement(element, into, depth);
                break;
        }
    }

    private static void CopyElement(IElement element, IElement into, int depth)
    {
        var target = into;
        if (RichTextPolicy.IsAllowed(element))
        {
            target = into.Owner!.CreateElement(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                if (RichTextPolicy.Attribute(element.LocalName, attribute.Name, attribute.Value) is { } value)
                {
                    target.SetAttribute(attribute.Name, value);
                }
            }

            RichTextPolicy.Complete(target);
            into.AppendChild(target);
        }

        foreach (var child in element.ChildNodes)
        {
            Copy(child, target, depth + 1);
        }
    }
}
