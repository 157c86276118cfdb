using System.Collections.Immutable;

namespace Hedensted.Content.Model;

/// <summary>Which tree a content type's items live in.</summary>
public enum NodeKind
{
    /// <summary>The content tree.</summary>
    Document,

    /// <summary>The media library.</summary>
    Media,
}

/// <summary>A document type, element type or media type.</summary>
public sealed record ContentType
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>Document or media type.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>English camelCase name used by code and the API; unique within its kind, compared without regard to case.</summary>
    public required string Alias { get; init; }

    /// <summary>What editors see.</summary>
    public required string Name { get; init; }

    /// <summary>Help shown when choosing the type.</summary>
    public string Description { get; init; } = "";

    /// <summary>Icon alias and colour, e.g. <c>icon-calendar color-green</c>.</summary>
    public string Icon { get; init; } = "icon-document";

    /// <summary>Kept for uSync; the backoffice does not show it.</summary>
    public string Thumbnail { get; init; } = "folder.png";

    /// <summary>Whether items may stand at the root of the tree.</summary>
    public bool AllowedAsRoot { get; init; }

    /// <summary>Whether this describes a block rather than a page.</summary>
    public bool IsElement { get; init; }

    /// <summary>Whether items may be kept in the library section.</summary>
    public bool AllowedInLibrary { get; init; }

    /// <summary>Whether names (and properties that ask for it) vary by culture.</summary>
    public bool VariesByCulture { get; init; }

    /// <summary>The data type that configures the list view of children; none shows them in the tree.</summary>
    public Guid? CollectionKey { get; init; }

    /// <summary>The folder it lies in, segments joined by <c>/</c>; empty at the root.</summary>
    public string Folder { get; init; } = "";

    /// <summary>How long versions are kept; nulls mean the site's default.</summary>
    public HistoryCleanup HistoryCleanup { get; init; } = new(false, null, null);

    /// <summary>Keys of the types whose properties this one also has, in alias order.</summary>
    public ImmutableArray<Guid> Compositions { get; init; } = [];

    /// <summary>Types that may stand below, in the order editors see them.</summary>
    public ImmutableArray<Guid> AllowedChildren { get; init; } = [];

    /// <summary>Tabs and groups.</summary>
    public ImmutableArray<PropertyContainer> Containers { get; init; } = [];

    /// <summary>Own properties; composed ones stand on their own type.</summary>
    public ImmutableArray<PropertyType> Properties { get; init; } = [];
}

/// <summary>How long versions of a type's items are kept.</summary>
/// <param name="PreventCleanup">Keep everything.</param>
/// <param name="KeepAllVersionsNewerThanDays">Days; null is the site's default.</param>
/// <param name="KeepLatestVersionPerDayForDays">Days; null is the site's default.</param>
public sealed record HistoryCleanup(bool PreventCleanup, int? KeepAllVersionsNewerThanDays, int? KeepLatestVersionPerDayForDays);

/// <summary>Whether a container is a tab or a group inside one.</summary>
public enum ContainerType
{
    /// <summary>A group of properties under a heading.</summary>
    Group,

    /// <summary>A tab of the editor.</summary>
    Tab,
}

/// <summary>A tab or group of a content type.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="ParentKey">The tab that a group stands in; may be a tab of a composition with the same alias path.</param>
/// <param name="Name">The caption.</param>
/// <param name="Alias">Path alias: <c>content</c> for a tab, <c>content/times</c> for a group in it.</param>
/// <param name="Type">Tab or group.</param>
/// <param name="SortOrder">Order among its siblings.</param>
public sealed record PropertyContainer(Guid Key, Guid? ParentKey, string Name, string Alias, ContainerType Type, int SortOrder);

/// <summary>A field of a content type.</summary>
public sealed record PropertyType
{
    /// <summary>Permanent identity.</summary>
    public required Guid Key { get; init; }

    /// <summary>English camelCase name used by code and the API.</summary>
    public required string Alias { get; init; }

    /// <summary>The Danish label.</summary>
    public required string Name { get; init; }

    /// <summary>The Danish help text.</summary>
    public string Description { get; init; } = "";

    /// <summary>The data type that edits it.</summary>
    public required Guid DataTypeKey { get; init; }

    /// <summary>The tab or group it stands in; null shows it on the general tab.</summary>
    public Guid? ContainerKey { get; init; }

    /// <summary>Order within its container.</summary>
    public int SortOrder { get; init; }

    /// <summary>Whether publishing needs a value.</summary>
    public bool Mandatory { get; init; }

    /// <summary>What to say when the value is missing; empty says «Feltet skal udfyldes».</summary>
    public string MandatoryMessage { get; init; } = "";

    /// <summary>A pattern that publishing requires the value to match; empty is none.</summary>
    public string RegEx { get; init; } = "";

    /// <summary>What to say when it does not match.</summary>
    public string RegExMessage { get; init; } = "";

    /// <summary>Whether the label stands above the field.</summary>
    public bool LabelOnTop { get; init; }

    /// <summary>Whether each culture has its own value.</summary>
    public bool VariesByCulture { get; init; }
}
