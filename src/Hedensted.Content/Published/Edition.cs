using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Published;

/// <summary>Everything that readers see at one change position; immutable. A request reads one edition from start to end.</summary>
/// <remarks>A document is in it when it and everything above it is published and none of it is in the recycle bin.</remarks>
public sealed class Edition
{
    private readonly EditionParts _parts;
    private readonly ConcurrentDictionary<string, Lazy<Edition>> _inLanguages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Edition? _whole;
    private FrozenDictionary<Type, object> _projections = FrozenDictionary<Type, object>.Empty;

    internal Edition(EditionParts parts, Edition? whole = null, string? language = null)
    {
        (_parts, _whole, Language) = (parts, whole, language);
        Varies = whole is null && parts.Schema.ContentTypes.Any(type => type.VariesByCulture && parts.ByType.TryGetValue(type.Key, out var documents) && documents.Count > 0);
    }

    /// <summary>The change position that it holds.</summary>
    public ChangePosition Position => _parts.Position;

    /// <summary>Whether it shows drafts to one person. Nothing that is read from it may be kept for others.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>The language that names and values are read in; null for all that they are published in, see <see cref="In"/>.</summary>
    public string? Language { get; }

    /// <summary>Whether some of its documents have other names or values in another language, see <see cref="In"/>.</summary>
    public bool Varies { get; }

    /// <summary>The same edition in all languages at once.</summary>
    public Edition Whole => _whole ?? this;

    /// <summary>Types, data types and languages.</summary>
    public ContentSchema Schema => _parts.Schema;

    /// <summary>Number of documents.</summary>
    public int DocumentCount => _parts.Documents.Count;

    /// <summary>Every document, in no particular order.</summary>
    public IEnumerable<PublishedDocument> Documents => _parts.Documents.Values;

    /// <summary>Every media item, in no particular order.</summary>
    public IEnumerable<PublishedMedia> Media => _parts.Media.Values;

    internal EditionParts Parts => _parts;

    /// <summary>What made the projections; another edition that is derived from this one has them made the same way.</summary>
    internal IReadOnlyList<IEditionProjection> Projectors { get; private set; } = [];

    /// <summary>An edition of these parts, for tests and tools; the site's own comes from <see cref="EditionSource"/>.</summary>
    /// <remarks>Documents need their own segment in <see cref="PublishedDocument.UrlSegments"/>; one whose parent is missing is left out.</remarks>
    public static Edition Of(
        ContentSchema schema,
        IEnumerable<PublishedDocument> documents,
        IEnumerable<PublishedMedia>? media = null,
        IEnumerable<DictionaryItem>? dictionary = null,
        IEnumerable<IEditionProjection>? projections = null,
        ChangePosition position = default)
    {
        var steps = new EditionSteps(EditionParts.Empty with { Schema = schema });
        steps.Add(documents);
        return EditionBuilder.Finish(steps, null, position, [.. media ?? []], null, [.. dictionary ?? []], schemaChanged: true, [.. projections ?? []]);
    }

    /// <summary>The document with this key, if readers see it.</summary>
    public PublishedDocument? Find(Guid key) => _parts.Documents.TryGetValue(key, out var document) ? document : null;

    /// <summary>The edition as readers of one language see it; made when it is first asked for, in proportion to the documents that vary.</summary>
    /// <remarks>
    /// Each document that varies has the names and values of the language, where it has none of those that the language falls back to,
    /// and it is not there when it is published in none of them. All else is the same, and an edition in which nothing varies is its own in the default language.
    /// </remarks>
    /// <param name="language">An ISO code; null, and one that the site does not have, for the language that it is in, or the default one.</param>
    public Edition In(string? language)
    {
        if (_whole is not null)
        {
            return language is null ? this : _whole.In(language);
        }

        return (Schema.FindLanguage(language) ?? Schema.DefaultLanguage) is { } wanted && (Varies || !wanted.IsDefault)
            ? _inLanguages.GetOrAdd(wanted.IsoCode, code => new Lazy<Edition>(() => LanguageEdition.Of(this, code))).Value
            : this;
    }

    /// <summary>The language in which a document that varies stands at this path; null when none does.</summary>
    public string? LanguageAt(string path) => Whole.FindByPath(path) is { } document
        ? document.UrlSegments.Keys.FirstOrDefault(culture => culture.Length > 0 && string.Equals(Whole.PathOf(document, culture), path, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>The document at this path, e.g. <c>/strategi/kerneopgave</c>; <c>/</c> is the first root document. Case and a trailing slash do not count.</summary>
    public PublishedDocument? FindByPath(string path, string? culture = null)
    {
        var segments = path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (ChildrenOf(null) is not [var first, ..])
        {
            return null;
        }

        return Below(first, segments) ?? (segments.Length > 0 && Child(Guid.Empty, segments[0]) is { } root && root != first ? Below(root, segments.AsSpan(1)) : null);

        PublishedDocument? Below(PublishedDocument document, ReadOnlySpan<string> rest)
        {
            var found = document;
            foreach (var segment in rest)
            {
                if (Child(found.Key, segment) is not { } next)
                {
                    return null;
                }

                found = next;
            }

            return found;
        }

        PublishedDocument? Child(Guid parent, string segment) =>
            _parts.FindChild(parent, segment) is { } child && (culture is null || SegmentOf(child, culture) == segment) ? child : null;
    }

    /// <summary>The path of a document, e.g. <c>/arrangementer/laesekreds</c>. The root document's own segment is left out, as in Umbraco.</summary>
    public string PathOf(PublishedDocument document, string? culture = null)
    {
        var segments = new Stack<string>();
        var next = document;
        while (next is not null)
        {
            if (next.ParentKey is not null || !IsFirstRoot(next))
            {
                segments.Push(SegmentOf(next, culture));
            }

            next = next.ParentKey is { } parent ? Find(parent) : null;
        }

        return $"/{string.Join('/', segments)}";
    }

    /// <summary>The documents below this one in order; null is the roots.</summary>
    public ImmutableArray<PublishedDocument> ChildrenOf(Guid? parentKey) =>
        _parts.Children.TryGetValue(parentKey ?? Guid.Empty, out var children) ? children : [];

    /// <summary>All documents of exactly this type, in no particular order.</summary>
    public IReadOnlyCollection<PublishedDocument> OfType(string alias) =>
        Schema.FindType(NodeKind.Document, alias) is { } type && _parts.ByType.TryGetValue(type.Key, out var documents)
            ? new DocumentCollection(documents)
            : [];

    /// <summary>The media item with this key.</summary>
    public PublishedMedia? FindMedia(Guid key) => _parts.Media.TryGetValue(key, out var media) ? media : null;

    /// <summary>A dictionary text in this language (or the edition's), else in those that it falls back to, else in the default one, else null.</summary>
    public string? Text(string name, string? culture = null)
    {
        if (!_parts.Dictionary.TryGetValue(name, out var item))
        {
            return null;
        }

        return Schema.WithFallbacks(culture ?? Language).Select(In).FirstOrDefault(text => text is not null);

        string? In(string? language) => item.Translations.FirstOrDefault(text => string.Equals(text.Key, language, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>What an <see cref="IEditionProjection"/> made of this edition, e.g. the calendar.</summary>
    /// <exception cref="InvalidOperationException">No projection makes a <typeparamref name="T"/>.</exception>
    public T Projection<T>()
        where T : class =>
        _projections.GetValueOrDefault(typeof(T)) as T ?? throw new InvalidOperationException($"No projection makes a {typeof(T)}.");

    // Only while the edition is made, before anybody else has it.
    internal Edition AsPreview()
    {
        IsPreview = true;
        return this;
    }

    internal object? FindProjection(Type type) => _projections.GetValueOrDefault(type);

    internal bool IsFirstRoot(PublishedDocument document) => document.ParentKey is null && ChildrenOf(null) is [var first, ..] && first.Key == document.Key;

    // Only while the edition is made, before anybody else has it.
    internal void SetProjections(IReadOnlyList<IEditionProjection> projectors, IEnumerable<KeyValuePair<Type, object>> projections) =>
        (Projectors, _projections) = (projectors, projections.ToFrozenDictionary());

    private string SegmentOf(PublishedDocument document, string? culture)
    {
        var segments = document.UrlSegments;
        var wanted = culture ?? Language ?? Schema.DefaultLanguage?.IsoCode ?? "";
        return segments.TryGetValue(wanted, out var segment) || segments.TryGetValue("", out segment)
            ? segment
            : Schema.WithFallbacks(wanted).Select(segments.GetValueOrDefault).FirstOrDefault(found => found is not null) ?? segments.Values.FirstOrDefault() ?? "-";
    }
}
