using System.Collections.Immutable;

namespace Hedensted.Content.Model;

/// <summary>A whole site as files hold it: types, languages, texts, documents and media, without history.</summary>
/// <remarks>What uSync reads and writes; a plan is the difference of two of them.</remarks>
public sealed record SiteState
{
    /// <summary>Nothing.</summary>
    public static SiteState Empty { get; } = new();

    /// <summary>Languages.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [];

    /// <summary>Dictionary items.</summary>
    public ImmutableArray<DictionaryItem> Dictionary { get; init; } = [];

    /// <summary>Data types.</summary>
    public ImmutableArray<DataType> DataTypes { get; init; } = [];

    /// <summary>Document, element and media types.</summary>
    public ImmutableArray<ContentType> ContentTypes { get; init; } = [];

    /// <summary>Documents and media.</summary>
    public ImmutableArray<SiteNode> Nodes { get; init; } = [];

    /// <summary>Document templates.</summary>
    public ImmutableArray<Blueprint> Blueprints { get; init; } = [];

    /// <summary>The types of this state.</summary>
    public ContentSchema Schema() => new(Languages, DataTypes, ContentTypes);
}

/// <summary>A document or media item as files hold it.</summary>
public sealed record SiteNode
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Document or media.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>Its type.</summary>
    public required Guid ContentTypeKey { get; init; }

    /// <summary>The node above; null at the root. For a trashed node: null.</summary>
    public Guid? ParentKey { get; init; }

    /// <summary>Order among its siblings.</summary>
    public int SortOrder { get; init; }

    /// <summary>Whether it is in the recycle bin.</summary>
    public bool Trashed { get; init; }

    /// <summary>Where it stood before it was trashed.</summary>
    public Guid? OriginalParentKey { get; init; }

    /// <summary>When it was made; whole seconds, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>Whether it is an example document; examples are left out of exports.</summary>
    public bool IsExample { get; init; }

    /// <summary>The newest saved state.</summary>
    public NodeContent Content { get; init; } = NodeContent.Empty;

    /// <summary>Cultures that readers see; an invariant document that is published has the one entry <c>""</c>. Media: empty.</summary>
    public ImmutableArray<string> PublishedCultures { get; init; } = [];

    /// <summary>What will be published or unpublished, and when.</summary>
    public ImmutableArray<ContentSchedule> Schedules { get; init; } = [];
}

/// <summary>What a schedule does.</summary>
public enum ScheduleAction
{
    /// <summary>Publish.</summary>
    Release,

    /// <summary>Unpublish.</summary>
    Expire,
}

/// <summary>A publish or unpublish that will happen by itself.</summary>
/// <param name="Culture">ISO code, or null for an invariant document.</param>
/// <param name="Action">Publish or unpublish.</param>
/// <param name="At">When.</param>
public sealed record ContentSchedule(string? Culture, ScheduleAction Action, DateTimeOffset At);

/// <summary>What an import does: exactly this, in one transaction.</summary>
public sealed record SiteChanges
{
    /// <summary>Languages to add or change.</summary>
    public ImmutableArray<Language> Languages { get; init; } = [];

    /// <summary>Dictionary items to add or change.</summary>
    public ImmutableArray<DictionaryItem> Dictionary { get; init; } = [];

    /// <summary>Data types to add or change.</summary>
    public ImmutableArray<DataType> DataTypes { get; init; } = [];

    /// <summary>Content types to add or change.</summary>
    public ImmutableArray<ContentType> ContentTypes { get; init; } = [];

    /// <summary>Documents and media to add or change, parents before children.</summary>
    public ImmutableArray<SiteNode> Nodes { get; init; } = [];

    /// <summary>Document templates to add or change.</summary>
    public ImmutableArray<Blueprint> Blueprints { get; init; } = [];

    /// <summary>Keys of things of any kind to remove for good.</summary>
    public ImmutableArray<Guid> Deletes { get; init; } = [];
}
