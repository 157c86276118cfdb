using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Model;

namespace Hedensted.Content.Published;

/// <summary>A document as readers see it; immutable.</summary>
public sealed class PublishedDocument
{
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

    /// <summary>Whether it is one of the example documents that come with a new site.</summary>
    public bool IsExample { get; init; }

    /// <summary>The last part of its address in each culture ("" for invariant), e.g. <c>laesekreds</c>.</summary>
    public required ImmutableDictionary<string, string> UrlSegments { get; init; }

    /// <summary>Published names and values.</summary>
    public required NodeContent Content { get; init; }

    /// <summary>The name in this culture, else the invariant one.</summary>
    public string NameIn(string? culture = null) => Content.NameIn(culture);

    /// <summary>A property's value in this culture, else the invariant one; null when unset.</summary>
    public JsonElement? ValueOf(string alias, string? culture = null) =>
        Content.ValueOf(alias, culture) ?? (culture is null ? null : Content.ValueOf(alias));
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
