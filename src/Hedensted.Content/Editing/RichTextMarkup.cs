using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hedensted.Content.Editing;

/// <summary>Parses the HTML of rich text as what stands inside a page's body.</summary>
internal static class RichTextMarkup
{
    private const int MaximumDepth = 200;
    private const string InvisibleCharacters = "\u200B\u200C\u200D\u2060\uFEFF";

    /// <summary>What the markup becomes in a page; nothing in it is loaded or run.</summary>
    public static INodeList Parse(string markup)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, MaximumDepth = MaximumDepth });
        var page = parser.ParseDocument("<!DOCTYPE html><body></body>");
        return parser.ParseFragment(markup, page.Body!);
    }

    /// <summary>The text that is read aloud, without tags.</summary>
    public static string TextOf(string markup)
    {
        if (!markup.Contains('<', StringComparison.Ordinal) && !markup.Contains('&', StringComparison.Ordinal))
        {
            return markup;
        }

        // By a stack of our own: elements may lie deeper in each other than the thread's stack reaches.
        var text = new StringBuilder();
        var waiting = new Stack<INode>(Parse(markup).Reverse());
        while (waiting.TryPop(out var node))
        {
            if (node is IText part)
            {
                text.Append(part.Data);
            }

            for (var child = node.LastChild; child is not null; child = child.PreviousSibling)
            {
                waiting.Push(child);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether there is anything to read.</summary>
    public static bool HasText(string markup) =>
        TextOf(markup).Any(character => !char.IsWhiteSpace(character) && !InvisibleCharacters.Contains(character, StringComparison.Ordinal));
}
