using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.DocumentType;

/// <summary>A document or element type.</summary>
internal sealed record DocumentTypeModel
{
    public required Guid Id { get; init; }

    public required string Alias { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required string Icon { get; init; }

    public required bool AllowedAsRoot { get; init; }

    public required bool VariesByCulture { get; init; }

    public bool VariesBySegment { get; }

    public required Reference? Collection { get; init; }

    public required bool IsElement { get; init; }

    public required bool AllowedInLibrary { get; init; }

    public required IReadOnlyList<PropertyTypeModel> Properties { get; init; }

    public required IReadOnlyList<ContainerModel> Containers { get; init; }

    public IReadOnlyList<Reference> AllowedTemplates { get; } = [];

    public Reference? DefaultTemplate { get; }

    public required HistoryCleanup Cleanup { get; init; }

    public required IReadOnlyList<AllowedDocumentType> AllowedDocumentTypes { get; init; }

    public required IReadOnlyList<DocumentTypeComposition> Compositions { get; init; }

    /// <summary>The model of a type.</summary>
    public static DocumentTypeModel Of(ContentType type) => new()
    {
        Id = type.Key,
        Alias = type.Alias,
        Name = type.Name,
        Description = type.Description.NullIfEmpty(),
        Icon = type.Icon,
        AllowedAsRoot = type.AllowedAsRoot,
        VariesByCulture = type.VariesByCulture,
        Collection = Reference.To(type.CollectionKey),
        IsElement = type.IsElement,
        AllowedInLibrary = type.AllowedInLibrary,
        Properties = [.. type.Properties.Select(PropertyTypeModel.Of)],
        Containers = [.. type.Containers.Select(ContainerModel.Of)],
        Cleanup = type.HistoryCleanup,
        AllowedDocumentTypes = [.. type.AllowedChildren.Select((key, index) => new AllowedDocumentType(new(key), index))],
        Compositions = [.. type.Compositions.Select(key => new DocumentTypeComposition(new(key), "Composition"))],
    };
}

/// <summary>A type that may stand below.</summary>
internal sealed record AllowedDocumentType(Reference DocumentType, int SortOrder);

/// <summary>A type whose fields another also has.</summary>
internal sealed record DocumentTypeComposition(Reference DocumentType, string CompositionType);

/// <summary>A type by name.</summary>
internal sealed record DocumentTypeItem(Guid Id, string Name, string? Description, string Icon, bool IsElement, bool AllowedInLibrary, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of a type.</summary>
    public static DocumentTypeItem Of(ContentType type) =>
        new(type.Key, type.Name, type.Description.NullIfEmpty(), type.Icon, type.IsElement, type.AllowedInLibrary, []);
}

/// <summary>A type or folder in the tree.</summary>
internal sealed record DocumentTypeTreeItem(
    Guid Id, string Name, string Icon, bool IsElement, bool IsFolder, bool NoAccess, Reference? Parent, bool HasChildren, IReadOnlyList<Flag> Flags)
{
    /// <summary>The model of an entry.</summary>
    public static DocumentTypeTreeItem Of(SchemaEntry<ContentType> entry) => new(
        entry.Id, entry.Name, entry.Item?.Icon ?? "icon-folder", entry.Item?.IsElement ?? false, entry.IsFolder, false, Reference.To(entry.ParentId), entry.HasChildren, []);
}

/// <summary>What holds for all document types.</summary>
internal sealed record DocumentTypeConfiguration(string DataTypesCanBeChanged, bool DisableTemplates, bool UseSegments, IReadOnlyList<string> ReservedFieldNames);
