using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Model;

namespace Hedensted.Content.Published;

/// <summary>Everything that readers see at one change position; immutable. A request reads one edition from start to end.</summary>
/// <remarks>A document is in it when it and everything above it is published and none of it is in the recycle bin.</remarks>
public sealed class Edition
{
    /// <summary>The change position that it holds.</summary>
    public ChangePosition Position => throw new NotImplementedException();

    /// <summary>Types, data types and languages.</summary>
    public ContentSchema Schema => throw new NotImplementedException();

    /// <summary>Number of documents.</summary>
    public int DocumentCount => throw new NotImplementedException();

    /// <summary>The document with this key, if readers see it.</summary>
    public PublishedDocument? Find(Guid key) => throw new NotImplementedException();

    /// <summary>The document at this path, e.g. <c>/strategi/kerneopgave</c>; <c>/</c> is the first root document. Case and a trailing slash do not count.</summary>
    public PublishedDocument? FindByPath(string path, string? culture = null) => throw new NotImplementedException();

    /// <summary>The path of a document, e.g. <c>/arrangementer/laesekreds</c>. The root document's own segment is left out, as in Umbraco.</summary>
    public string PathOf(PublishedDocument document, string? culture = null) => throw new NotImplementedException();

    /// <summary>The documents below this one in order; null is the roots.</summary>
    public ImmutableArray<PublishedDocument> ChildrenOf(Guid? parentKey) => throw new NotImplementedException();

    /// <summary>All documents of exactly this type, in no particular order.</summary>
    public IReadOnlyCollection<PublishedDocument> OfType(string alias) => throw new NotImplementedException();

    /// <summary>Every document, in no particular order.</summary>
    public IEnumerable<PublishedDocument> Documents => throw new NotImplementedException();

    /// <summary>The media item with this key.</summary>
    public PublishedMedia? FindMedia(Guid key) => throw new NotImplementedException();

    /// <summary>A dictionary text in this language, else in the default one, else null.</summary>
    public string? Text(string name, string? culture = null) => throw new NotImplementedException();

    /// <summary>What an <see cref="IEditionProjection"/> made of this edition, e.g. the calendar.</summary>
    /// <exception cref="InvalidOperationException">No projection makes a <typeparamref name="T"/>.</exception>
    public T Projection<T>()
        where T : class => throw new NotImplementedException();
}

/// <summary>Makes something that readers ask for often out of each edition, swapped together with it.</summary>
public interface IEditionProjection
{
    /// <summary>The type of what it makes, the key to <see cref="Edition.Projection{T}"/>.</summary>
    Type ResultType { get; }

    /// <summary>Makes it for the next edition, in proportion to what changed.</summary>
    /// <param name="change">What is new.</param>
    /// <param name="previous">What it made for the edition before; null the first time.</param>
    object Project(EditionChange change, object? previous);
}

/// <summary>The step from one edition to the next.</summary>
/// <param name="Next">The edition being made; its documents are in place, its projections only as far as they come earlier in registration order.</param>
/// <param name="Previous">The one before; null the first time.</param>
/// <param name="Documents">Documents that are new, gone, moved or changed (and those whose path or visibility changed because of one above).</param>
/// <param name="Media">Media that are new, gone or changed.</param>
/// <param name="SchemaChanged">Whether types or languages changed: make everything anew.</param>
public sealed record EditionChange(Edition Next, Edition? Previous, IReadOnlySet<Guid> Documents, IReadOnlySet<Guid> Media, bool SchemaChanged);
