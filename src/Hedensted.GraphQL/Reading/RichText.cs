using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.GraphQL.Reading;

/// <summary>Text with markup, made safe once per published text and given today's addresses when read.</summary>
internal sealed partial class RichText
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, CleanHtml>> Cleaned = [];

    private readonly CleanHtml _clean;
    private readonly ReadScope _scope;

    private RichText(CleanHtml clean, JsonElement? value, ReadScope scope)
    {
        _clean = clean;
        _scope = scope;
        Value = value;
    }

    /// <summary>Without markup, a line for each paragraph.</summary>
    public string Text => _clean.Text;

    /// <summary>Safe markup with links to where documents are today; a link to what is gone is left as its text.</summary>
    public string Html => _clean.HasLocalLinks ? LocalLink().Replace(_clean.Html, Resolve) : _clean.Html;

    private JsonElement? Value { get; }

    /// <summary>Blocks that stand in the text.</summary>
    public IEnumerable<Block> Blocks => Value is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("blocks", out var blocks)
        ? Block.ListOf(blocks)
        : [];

    public static RichText? Of(PublishedDocument document, string alias, ReadScope scope) =>
        Of(document, alias, document.ValueOf(alias), scope);

    public static RichText? Of(Block block, string alias, ReadScope scope) => Of(block, alias, block.ValueOf(alias), scope);

    /// <param name="owner">What the text belongs to; the clean text lives as long.</param>
    /// <param name="alias">The field it stands in.</param>
    /// <param name="value">The field's value.</param>
    /// <param name="scope">Where links are looked up.</param>
    public static RichText? Of(object owner, string alias, JsonElement? value, ReadScope scope)
    {
        if (value.AsText() is not { } markup)
        {
            return null;
        }

        var clean = Cleaned.GetOrCreateValue(owner).GetOrAdd(alias, _ => HtmlCleaner.Clean(markup));
        return clean.Text.Length == 0 && !clean.Html.Contains("<img", StringComparison.Ordinal) ? null : new RichText(clean, value, scope);
    }

    /// <summary>Plain text as rich text: an empty line makes a paragraph.</summary>
    public static RichText? Plain(string? text, ReadScope scope)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var html = string.Concat(paragraphs.Select(paragraph =>
            $"<p>{HtmlCleaner.Escape(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
        return new RichText(new CleanHtml(html, text.Trim(), false), null, scope);
    }

    private string Resolve(Match link)
    {
        if (!Guid.TryParse(link.Groups["key"].Value, out var key))
        {
            return "";
        }

        var url = _scope.Find(key) is { } document ? _scope.PathOf(document) : _scope.FindMedia(key)?.Url;
        return url is null ? "" : $"href=\"{HtmlCleaner.Escape(url)}{link.Groups["rest"].Value}\"";
    }

    [GeneratedRegex("href=\"/?\\{localLink:(?:umb://(?:document|media)/)?(?<key>[0-9a-fA-F-]{32,36})\\}(?<rest>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex LocalLink();
}
