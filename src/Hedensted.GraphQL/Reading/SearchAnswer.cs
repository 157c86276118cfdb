using Hedensted.Bibliotek.Search;
using Hedensted.Content.Published;
using Hedensted.Content.Search;
using Hedensted.GraphQL.Paging;

namespace Hedensted.GraphQL.Reading;

/// <summary>A page of what a search found.</summary>
internal sealed class SearchAnswer : Connection
{
    private const int Correcting = 5;

    public required IReadOnlyList<FoundDocument> Found { get; init; }

    public required SearchResult Result { get; init; }

    public override string? StartCursor => Found.Count == 0 ? null : Found[0].Cursor;

    public override string? EndCursor => Found.Count == 0 ? null : Found[^1].Cursor;

    /// <summary>«Mente du …»: the question as what was found spells it; null when nothing was misspelled.</summary>
    public string? Suggestion => field ??= Result.Words.Corrected(
        Found.Take(Correcting).Select(found => found.Texts).OfType<SearchDocument>().Select(texts => $"{texts.Title}\n{texts.Teaser}\n{texts.Text}\n{texts.Keywords}"));

    /// <summary>The types that were asked for, by alias; null for all.</summary>
    public required IReadOnlySet<string>? Types { get; init; }

    /// <summary>How much was found of each kind, whichever kinds were asked for; the order is that of the enum.</summary>
    public IEnumerable<KindCount> Kinds => Result.CountByType
        .Where(type => Types?.Contains(type.Key) != false)
        .GroupBy(type => SearchKinds.Of(type.Key), type => type.Value)
        .OrderBy(kind => kind.Key)
        .Select(kind => new KindCount(kind.Key, kind.Sum()));
}

/// <summary>How many were found of a kind.</summary>
internal sealed record KindCount(SearchKind Kind, int Count);

/// <summary>A document that was found, with the place of its words.</summary>
/// <param name="Hit">How it was found.</param>
/// <param name="Node">The document.</param>
/// <param name="Words">The words that were asked for.</param>
/// <param name="Cursor">Its place in the list.</param>
/// <param name="Edition">What it is read in.</param>
internal sealed record FoundDocument(SearchHit Hit, PublishedDocument Node, FoundWords Words, string Cursor, Edition Edition)
{
    private const int ExcerptLength = 200;

    /// <summary>What it was found by.</summary>
    public SearchDocument? Texts => field ??= SearchTexts.Of(Node, Edition);

    /// <summary>Its title with the words told apart.</summary>
    public IReadOnlyList<TextPart> Title => Words.Mark(Texts?.Title ?? Node.Title());

    /// <summary>The part of its teaser or text that tells why it was found, or else its beginning.</summary>
    public IReadOnlyList<TextPart> Excerpt => Texts is { } texts
        ? Words.Excerpt(OneLine(texts.Teaser.Length > 0 && (texts.Text.Length == 0 || Words.AreIn(texts.Teaser) || !Words.AreIn(texts.Text)) ? texts.Teaser : texts.Text), ExcerptLength)
        : [];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
