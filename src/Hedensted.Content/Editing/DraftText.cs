using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>What somebody who searches would have read in a document: texts and words, not keys, dates and addresses.</summary>
internal static partial class DraftText
{
    /// <summary>Characters that are kept; who looks for the hundredth page of a text knows its name.</summary>
    private const int Most = 20_000;

    // What blocks and pickers write beside what an editor wrote.
    private static readonly HashSet<string> Machinery = new(StringComparer.OrdinalIgnoreCase)
    {
        "alias", "culture", "segment", "editorAlias", "key", "contentKey", "settingsKey", "contentTypeKey", "mediaKey", "mediaTypeAlias", "unique", "udi", "type",
        "layout", "expose", "crops", "focalPoint", "date", "timeZone",
    };

    /// <summary>The text of all languages, in lower case, one line.</summary>
    public static string Of(NodeContent draft)
    {
        var text = new StringBuilder();
        foreach (var value in draft.Values)
        {
            Add(text, value.Value);
        }

        return text.ToString(0, Math.Min(text.Length, Most)).ToLowerInvariant();
    }

    private static void Add(StringBuilder text, JsonElement value)
    {
        if (text.Length >= Most)
        {
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                AddText(text, value.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(text, item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(member => !Machinery.Contains(member.Name)))
                {
                    Add(text, member.Value);
                }

                break;
        }
    }

    private static void AddText(StringBuilder text, string written)
    {
        // Of an address, what it ends with is what a file or page is called.
        var read = Uri.IsWellFormedUriString(written, UriKind.Absolute) || written.StartsWith('/') ? written[(written.TrimEnd('/').LastIndexOf('/') + 1)..] : written;
        if (read.Length > 0 && !Guid.TryParse(read, out _))
        {
            text.Append(Space().Replace(RichTextMarkup.TextOf(read.Replace("</", " </", StringComparison.Ordinal)), " ")).Append(' ');
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
