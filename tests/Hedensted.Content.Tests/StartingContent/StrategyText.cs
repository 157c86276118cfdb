using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hedensted.Content.Tests.StartingContent;

/// <summary>Turns the strategy's text file and the content files into the same plain words, so that they can be compared.</summary>
internal static partial class StrategyText
{
    /// <summary>Undoes line-break hyphens, hard line wraps and bullets; nothing else of the text is touched.</summary>
    public static string Normalise(string text)
    {
        var joined = LineBreakHyphen().Replace(text, "$1");
        return Spaces().Replace(joined.Replace('•', ' '), " ").Trim();
    }

    /// <summary>The words of a block list in reading order: every text of every block, tags removed.</summary>
    public static string OfBlocks(string json)
    {
        if (json.Length == 0)
        {
            return "";
        }

        var list = JsonNode.Parse(json)!;
        var blocks = list["contentData"]!.AsArray().ToDictionary(block => (string)block!["key"]!, block => block!);
        var texts = list["layout"]!["Umbraco.BlockList"]!.AsArray()
            .SelectMany(item => blocks[(string)item!["contentKey"]!]["values"]!.AsArray())
            .Where(value => (string)value!["alias"]! is "heading" or "text" or "quote")
            .Select(value => value!["value"]!)
            .Select(value => value is JsonObject rich ? (string)rich["markup"]! : value.ToString());
        return Normalise(WebUtility.HtmlDecode(Tags().Replace(string.Join(' ', texts), " ")));
    }

    [GeneratedRegex(@"(\p{L})-[ \t]*\r?\n[ \t]*(?=\p{Ll})")]
    private static partial Regex LineBreakHyphen();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
