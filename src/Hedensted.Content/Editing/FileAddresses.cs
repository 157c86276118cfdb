using System.Net;
using System.Text.RegularExpressions;

namespace Hedensted.Content.Editing;

/// <summary>Finds the addresses of stored files in what is stored of a node: in file fields, in blocks and in the markup of texts.</summary>
internal static partial class FileAddresses
{
    /// <summary>What every such address contains.</summary>
    public const string Prefix = "/media/";

    /// <summary>Below <c>/media/</c>, e.g. <c>3f2a91c0bd/foto.jpg</c>.</summary>
    public static IEnumerable<string> In(string content) =>
        Address().Matches(content).Select(found => WebUtility.HtmlDecode(Uri.UnescapeDataString(found.Groups["path"].Value)));

    // By the text and not by its structure: whatever looks like the address of a file keeps that file on the disk.
    [GeneratedRegex("""/media/(?<path>[^/\\"'<>?#\s]+/[^/\\"'<>?#\s]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
