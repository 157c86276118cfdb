using System.Collections.Immutable;

namespace Hedensted.Content.Model;

/// <summary>Umbraco's states of one variant of a document.</summary>
public enum VariantState
{
    /// <summary>The document does not exist in this culture.</summary>
    NotCreated,

    /// <summary>Never published, or unpublished.</summary>
    Draft,

    /// <summary>What is typed is what readers see.</summary>
    Published,

    /// <summary>Published, and changed since.</summary>
    PublishedPendingChanges,

    /// <summary>In the recycle bin.</summary>
    Trashed,
}

/// <summary>One variant of a node as lists and trees show it.</summary>
/// <param name="Culture">ISO code, or null for an invariant node.</param>
/// <param name="Name">The draft's name.</param>
/// <param name="State">Published or not.</param>
/// <param name="CreateDate">When this variant was first saved.</param>
/// <param name="UpdateDate">When it was last saved; no two saves of a node share one, so it also tells saves apart.</param>
/// <param name="PublishDate">When it was last published; null when it is not.</param>
/// <param name="ScheduledPublishDate">When it will be published.</param>
/// <param name="ScheduledUnpublishDate">When it will be unpublished.</param>
public sealed record NodeVariant(
    string? Culture,
    string Name,
    VariantState State,
    DateTimeOffset CreateDate,
    DateTimeOffset UpdateDate,
    DateTimeOffset? PublishDate,
    DateTimeOffset? ScheduledPublishDate,
    DateTimeOffset? ScheduledUnpublishDate);

/// <summary>A document or media item without its values: what trees, pickers and lists need.</summary>
public record NodeSummary
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Document or media.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>Its type.</summary>
    public required Guid ContentTypeKey { get; init; }

    /// <summary>The node above; null at the root of the tree or of the recycle bin.</summary>
    public Guid? ParentKey { get; init; }

    /// <summary>Keys from the root down to and without the node itself.</summary>
    public ImmutableArray<Guid> Ancestors { get; init; } = [];

    /// <summary>Order among its siblings.</summary>
    public int SortOrder { get; init; }

    /// <summary>Whether anything stands below it.</summary>
    public bool HasChildren { get; init; }

    /// <summary>Whether it is in the recycle bin.</summary>
    public bool Trashed { get; init; }

    /// <summary>Where it stood before it was trashed; null when that was the root. Only for the item that was trashed itself.</summary>
    public Guid? OriginalParentKey { get; init; }

    /// <summary>Who made it; null for imported content.</summary>
    public Guid? CreatorKey { get; init; }

    /// <summary>Who saved it last; null for imported content.</summary>
    public Guid? WriterKey { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset UpdateDate { get; init; }

    /// <summary>Whether it is one of the example documents that come with a new site.</summary>
    public bool IsExample { get; init; }

    /// <summary>Its variants; an invariant node has one.</summary>
    public ImmutableArray<NodeVariant> Variants { get; init; } = [];

    /// <summary>The name in this culture, else the first.</summary>
    public string NameIn(string? culture) =>
        Variants.FirstOrDefault(variant => string.Equals(variant.Culture, culture, StringComparison.OrdinalIgnoreCase))?.Name
        ?? (Variants.IsDefaultOrEmpty ? "" : Variants[0].Name);

    /// <summary>Whether any variant is published.</summary>
    public bool IsPublished => Variants.Any(variant => variant.State is VariantState.Published or VariantState.PublishedPendingChanges);
}

/// <summary>A document or media item with what is typed and what readers see.</summary>
public sealed record ContentNode : NodeSummary
{
    /// <summary>The newest saved state.</summary>
    public required NodeContent Draft { get; init; }

    /// <summary>What readers see (published cultures only); null when nothing is published. Media: same as the draft.</summary>
    public NodeContent? Published { get; init; }
}

/// <summary>A part of a longer list.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">The part asked for.</param>
public sealed record Page<T>(int Total, IReadOnlyList<T> Items);
