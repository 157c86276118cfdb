using Hedensted.Cms.Management.Common;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Types;

/// <summary>A document, element or media type as the backoffice sends it.</summary>
internal sealed record TypeRequest
{
    public Guid? Id { get; init; }

    public Reference? Parent { get; init; }

    public string? Alias { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Icon { get; init; }

    public bool AllowedAsRoot { get; init; }

    public bool VariesByCulture { get; init; }

    public Reference? Collection { get; init; }

    public bool IsElement { get; init; }

    public bool AllowedInLibrary { get; init; }

    public IReadOnlyList<PropertyTypeModel>? Properties { get; init; }

    public IReadOnlyList<ContainerRequest>? Containers { get; init; }

    public HistoryCleanup? Cleanup { get; init; }

    public IReadOnlyList<AllowedRequest>? AllowedDocumentTypes { get; init; }

    public IReadOnlyList<AllowedRequest>? AllowedMediaTypes { get; init; }

    public IReadOnlyList<CompositionPart>? Compositions { get; init; }

    /// <summary>The type asked for; where it lies is not in it.</summary>
    public ContentType ToType(NodeKind kind, Guid key) => new()
    {
        Key = key,
        Kind = kind,
        Alias = (Alias ?? "").Trim(),
        Name = (Name ?? "").Trim(),
        Description = Description ?? "",
        Icon = string.IsNullOrWhiteSpace(Icon) ? "icon-document" : Icon,
        AllowedAsRoot = AllowedAsRoot,
        IsElement = kind == NodeKind.Document && IsElement,
        AllowedInLibrary = kind == NodeKind.Document && AllowedInLibrary,
        VariesByCulture = kind == NodeKind.Document && VariesByCulture,
        CollectionKey = Collection?.Id,
        HistoryCleanup = Cleanup ?? new HistoryCleanup(false, null, null),
        Compositions = [.. (Compositions ?? []).Select(part => (part.DocumentType ?? part.MediaType)?.Id).OfType<Guid>().Distinct()],
        AllowedChildren = [.. (AllowedDocumentTypes ?? AllowedMediaTypes ?? []).OrderBy(allowed => allowed.SortOrder)
            .Select(allowed => (allowed.DocumentType ?? allowed.MediaType)?.Id).OfType<Guid>()],
        Containers = [.. (Containers ?? []).Select(container => new PropertyContainer(
            container.Id, container.Parent?.Id, (container.Name ?? "").Trim(), "", container.Type, container.SortOrder))],
        Properties = [.. (Properties ?? []).Select(property => property.ToProperty())],
    };
}

/// <summary>A tab or group as the backoffice sends it.</summary>
internal sealed record ContainerRequest(Guid Id, Reference? Parent, string? Name, ContainerType Type, int SortOrder);

/// <summary>A type that may stand below, as the backoffice sends it.</summary>
internal sealed record AllowedRequest(Reference? DocumentType, Reference? MediaType, int SortOrder);

/// <summary>A type that another is composed of, as the backoffice sends it.</summary>
internal sealed record CompositionPart(Reference? DocumentType, Reference? MediaType);

/// <summary>Which upload to import a type from.</summary>
internal sealed record ImportTypeRequest(Reference? File);
