using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Media;

/// <summary>The one variant of a media item in trees and pickers.</summary>
internal sealed record MediaVariantItem(string Name, string? Culture);

/// <summary>The one variant of a media item with its dates.</summary>
internal sealed record MediaVariant(
    string? Culture, string? Segment, string Name, DateTimeOffset CreateDate, DateTimeOffset UpdateDate);

/// <summary>A media item with its values.</summary>
internal sealed record MediaResponse(
    Guid Id,
    TypeReference MediaType,
    bool IsTrashed,
    IReadOnlyList<ValueResponse> Values,
    IReadOnlyList<MediaVariant> Variants,
    IReadOnlyList<Flag> Flags);

/// <summary>A media item in the tree.</summary>
internal sealed record MediaTreeItem(
    Guid Id,
    DateTimeOffset CreateDate,
    Reference? Parent,
    bool HasChildren,
    bool NoAccess,
    bool IsTrashed,
    TypeReference MediaType,
    IReadOnlyList<MediaVariantItem> Variants,
    IReadOnlyList<Flag> Flags);

/// <summary>A media item in pickers and searches.</summary>
internal sealed record MediaItem(
    Guid Id,
    Reference? Parent,
    bool HasChildren,
    bool IsTrashed,
    TypeReference MediaType,
    IReadOnlyList<MediaVariantItem> Variants,
    IReadOnlyList<Flag> Flags);

/// <summary>A media item in the recycle bin.</summary>
internal sealed record MediaRecycleBinItem(
    Guid Id,
    DateTimeOffset CreateDate,
    Reference? Parent,
    bool HasChildren,
    TypeReference MediaType,
    IReadOnlyList<MediaVariantItem> Variants);

/// <summary>A media item in a list view.</summary>
internal sealed record MediaCollectionItem(
    Guid Id,
    CollectionTypeReference MediaType,
    IReadOnlyList<ValueResponse> Values,
    IReadOnlyList<MediaVariant> Variants,
    string? Creator,
    int SortOrder,
    IReadOnlyList<Flag> Flags);

/// <summary>From media to what the backoffice shows.</summary>
/// <param name="schema">The types of the same moment.</param>
internal sealed class MediaModels(ContentSchema schema)
{
    /// <summary>The item with its values.</summary>
    public MediaResponse Media(ContentNode node) => new(
        node.Key,
        schema.TypeReference(node.ContentTypeKey),
        node.Trashed,
        schema.Values(node.ContentTypeKey, node.Draft),
        [.. node.Variants.Select(Variant)],
        []);

    /// <summary>In the tree.</summary>
    public MediaTreeItem TreeItem(NodeSummary node, bool noAccess) => new(
        node.Key,
        node.CreateDate,
        Reference.To(node.ParentKey),
        node.HasChildren,
        noAccess,
        node.Trashed,
        schema.TypeReference(node.ContentTypeKey),
        Variants(node),
        []);

    /// <summary>In pickers and searches.</summary>
    public MediaItem Item(NodeSummary node) => new(
        node.Key,
        Reference.To(node.ParentKey),
        node.HasChildren,
        node.Trashed,
        schema.TypeReference(node.ContentTypeKey),
        Variants(node),
        []);

    /// <summary>In the recycle bin.</summary>
    public MediaRecycleBinItem RecycleBinItem(NodeSummary node) => new(
        node.Key,
        node.CreateDate,
        Reference.To(node.ParentKey),
        node.HasChildren,
        schema.TypeReference(node.ContentTypeKey),
        Variants(node));

    /// <summary>In a list view.</summary>
    public MediaCollectionItem CollectionItem(ContentNode node, IReadOnlySet<string>? columns, IReadOnlyDictionary<Guid, string> userNames) => new(
        node.Key,
        schema.CollectionTypeReference(node.ContentTypeKey),
        schema.Values(node.ContentTypeKey, node.Draft, columns),
        [.. node.Variants.Select(Variant)],
        node.CreatorKey is { } key ? userNames.GetValueOrDefault(key) : null,
        node.SortOrder,
        []);

    private static MediaVariantItem[] Variants(NodeSummary node) =>
        [.. node.Variants.Select(variant => new MediaVariantItem(variant.Name, variant.Culture))];

    private static MediaVariant Variant(NodeVariant variant) =>
        new(variant.Culture, null, variant.Name, variant.CreateDate, variant.UpdateDate);
}
