using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Published;

/// <summary>A document as readers see it; immutable.</summary>
public sealed class PublishedDocument
{
    private readonly LazyContent _content = LazyContent.Empty;

    /// <summary>A document of these parts; the site's own come with an <see cref="Edition"/>.</summary>
    public PublishedDocument()
    {
    }

#pragma warning disable CS8618 // The content is read from the field, which both set.
    [SetsRequiredMembers]
    internal PublishedDocument(PublishedRowData row, ContentType type, ImmutableDictionary<string, string> segments)
    {
        _content = row.Content;
        Key = row.Key;
        ContentType = type;
        ParentKey = row.ParentKey;
        Level = row.Level;
        SortOrder = row.SortOrder;
        CreateDate = row.CreateDate;
        PublishDate = row.PublishDate;
        ChildLeftAt = row.ChildLeftAt;
        IsExample = row.IsExample;
        UrlSegments = segments;
        WantedSegments = segments;
    }

    [SetsRequiredMembers]
    private PublishedDocument(PublishedDocument from, ImmutableDictionary<string, string> segments)
    {
        _content = from._content;
        Key = from.Key;
        ContentType = from.ContentType;
        ParentKey = from.ParentKey;
        Level = from.Level;
        SortOrder = from.SortOrder;
        CreateDate = from.CreateDate;
        PublishDate = from.PublishDate;
        ChildLeftAt = from.ChildLeftAt;
        IsExample = from.IsExample;
        UrlSegments = segments;
        WantedSegments = from.WantedSegments;
    }
#pragma warning restore CS8618

    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Its type, as of the edition.</summary>
    public required ContentType ContentType { get; init; }

    /// <summary>The document above; null at the root.</summary>
    public Guid? ParentKey { get; init; }

    /// <summary>1 at the root.</summary>
    public required int Level { get; init; }

    /// <summary>Order among its siblings.</summary>
    public required int SortOrder { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>When what readers see was last published.</summary>
    public required DateTimeOffset PublishDate { get; init; }

    /// <summary>When something that stood directly below it went from readers last; null when nothing has.</summary>
    public DateTimeOffset? ChildLeftAt { get; init; }

    /// <summary>Whether it is one of the example documents that come with a new site.</summary>
    public bool IsExample { get; init; }

    /// <summary>The last part of its address in each culture ("" for invariant), e.g. <c>laesekreds</c>.</summary>
    public required ImmutableDictionary<string, string> UrlSegments { get; init; }

    /// <summary>Published names and values.</summary>
    public required NodeContent Content
    {
        get => _content.Value;
        init => _content = new LazyContent(value);
    }

    /// <summary>Whether a JSON property of this name may stand somewhere in the values; false is certain. For what looks into every document of a site.</summary>
    /// <param name="quotedName">The name between its quotes, in UTF-8, e.g. <c>"src"</c>.</param>
    public bool MayContainName(ReadOnlySpan<byte> quotedName) => _content.MayContainName(quotedName);

    /// <summary>The segments before they are made unique among siblings.</summary>
    internal ImmutableDictionary<string, string> WantedSegments
    {
        get => field ?? UrlSegments;
        private init;
    }

    /// <summary>The name in this culture, else the invariant one.</summary>
    public string NameIn(string? culture = null) => Content.NameIn(culture);

    /// <summary>A property's value in this culture, else the invariant one; null when unset.</summary>
    public JsonElement? ValueOf(string alias, string? culture = null) =>
        Content.ValueOf(alias, culture) ?? (culture is null ? null : Content.ValueOf(alias));

    /// <summary>A draft as readers would see it if it were published.</summary>
    /// <param name="schema">The types of the same moment.</param>
    /// <param name="type">The draft's own.</param>
    /// <param name="node">The document.</param>
    /// <param name="publishDate">When it would be published.</param>
    public static PublishedDocument OfDraft(ContentSchema schema, ContentType type, ContentNode node, DateTimeOffset publishDate) => new()
    {
        Key = node.Key,
        ContentType = type,
        ParentKey = node.ParentKey,
        Level = node.Ancestors.Length + 1,
        SortOrder = node.SortOrder,
        CreateDate = node.CreateDate,
        PublishDate = publishDate,
        IsExample = node.IsExample,
        UrlSegments = Published.UrlSegments.Of(schema, type, node.Draft).ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
        Content = node.Draft,
    };

    /// <summary>The same document with other names and values, at the same address.</summary>
    public PublishedDocument With(NodeContent content) => new(this, UrlSegments) { Content = content };

    /// <summary>The same document at another address.</summary>
    internal PublishedDocument At(ImmutableDictionary<string, string> segments) => new(this, segments);
}

/// <summary>A media item as readers see it; immutable.</summary>
public sealed class PublishedMedia
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Its type, as of the edition.</summary>
    public required ContentType ContentType { get; init; }

    /// <summary>The folder; null at the root.</summary>
    public Guid? ParentKey { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its address on this site, e.g. <c>/media/ab12cd34/bog.jpg</c>; null for a folder.</summary>
    public string? Url { get; init; }

    /// <summary>Names and values.</summary>
    public required NodeContent Content { get; init; }
}
