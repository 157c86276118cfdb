using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.MediaType;

/// <summary>A media type.</summary>
internal sealed record MediaTypeModel
{
    public required Guid Id { get; init; }

    public required string Alias { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required string Icon { get; init; }

    public required bool AllowedAsRoot { get; init; }

    public bool VariesByCulture { get; }

    public bool VariesBySegment { get; }

    public required Reference? Collection { get; init; }

    public bool IsElement { get; }

    public bool AllowedInLibrary { get; }

    public required bool IsDeletable { get; init; }

    public required bool AliasCanBeChanged { get; init; }

    public required IReadOnlyList<PropertyTypeModel> Properties { get; init; }

    public required IReadOnlyList<ContainerModel> Containers { get; init; }

    public required IReadOnlyList<AllowedMediaType> AllowedMediaTypes { get; init; }

    public required IReadOnlyList<MediaTypeComposition> Compositions { get; init; }

    /// <summary>The model of a type.</summary>
    public static MediaTypeModel Of(ContentType type) => new()
    {
        Id = type.Key,
        Alias = type.Alias,
        Name = type.Name,
        Description = type.Description.NullIfEmpty(),
        Icon = type.Icon,
        AllowedAsRoot = type.AllowedAsRoot,
        Collection = Reference.To(type.CollectionKey),
        IsDeletable = !ContentTypeEditor.IsSystem(type),
        AliasCanBeChanged = !ContentTypeEditor.IsSystem(type),
        Properties = [.. type.Properties.Select(PropertyTypeModel.Of)],
        Containers = [.. type.Containers.Select(ContainerModel.Of)],
        AllowedMediaTypes = [.. type.AllowedChildren.Select((key, index) => new AllowedMediaType(new(key), index))],
        Compositions = [.. type.Compositions.Select(key => new MediaTypeComposition(new(key), "Composition"))],
    };
}

/// <summary>A type that may lie below.</summary>
internal sealed record AllowedMediaType(Reference MediaType, int SortOrder);

/// <summary>A type whose fields another also has.</summary>
internal sealed record MediaTypeComposition(Reference MediaType, string CompositionType);

/// <summary>A type by name.</summary>
internal sealed record MediaTypeItem(Guid Id, string Name, string Icon, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of a type.</summary>
    public static MediaTypeItem Of(ContentType type) => new(type.Key, type.Name, type.Icon, []);
}

/// <summary>A type that takes a file.</summary>
internal sealed record AllowedMediaTypeItem(Guid Id, string Name, string Icon, bool MatchedFileExtension, IReadOnlyList<Flag> Flags);

/// <summary>A type or folder in the tree.</summary>
internal sealed record MediaTypeTreeItem(
    Guid Id, string Name, string Icon, bool IsDeletable, bool IsFolder, bool NoAccess, Reference? Parent, bool HasChildren, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of an entry.</summary>
    public static MediaTypeTreeItem Of(SchemaEntry<ContentType> entry) =>
        new(entry.Id, entry.Name, entry.Item?.Icon ?? "icon-folder", entry.Item is null || !ContentTypeEditor.IsSystem(entry.Item), entry.IsFolder, false, Reference.To(entry.ParentId), entry.HasChildren, []);
}
