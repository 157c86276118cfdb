using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Document;

/// <summary>A variant in trees and pickers.</summary>
internal sealed record DocumentVariantItem(Guid Id, string Name, string? Culture, VariantState State, IReadOnlyList<Flag> Flags)
{
    /// <summary>A variant of a document.</summary>
    public static DocumentVariantItem From(NodeSummary node, NodeVariant variant) =>
        new(node.Key, variant.Name, variant.Culture, variant.State, DocumentModels.FlagsOf(variant));
}

/// <summary>A variant with its dates.</summary>
internal sealed record DocumentVariant(
    Guid Id,
    string? Culture,
    string? Segment,
    string Name,
    VariantState State,
    DateTimeOffset CreateDate,
    DateTimeOffset UpdateDate,
    DateTimeOffset? PublishDate,
    DateTimeOffset? ScheduledPublishDate,
    DateTimeOffset? ScheduledUnpublishDate,
    IReadOnlyList<Flag> Flags);

/// <summary>A document with its values.</summary>
internal sealed record DocumentResponse(
    Guid Id,
    TypeReference DocumentType,
    Reference? Template,
    bool IsTrashed,
    IReadOnlyList<ValueResponse> Values,
    IReadOnlyList<DocumentVariant> Variants,
    IReadOnlyList<Flag> Flags);

/// <summary>A document in the tree.</summary>
internal sealed record DocumentTreeItem(
    Guid Id,
    DateTimeOffset CreateDate,
    Reference? Parent,
    bool HasChildren,
    bool NoAccess,
    bool IsTrashed,
    bool IsProtected,
    TypeReference DocumentType,
    IReadOnlyList<Reference> Ancestors,
    IReadOnlyList<DocumentVariantItem> Variants,
    IReadOnlyList<Flag> Flags);

/// <summary>A document in pickers and searches.</summary>
internal sealed record DocumentItem(
    Guid Id,
    Reference? Parent,
    bool HasChildren,
    bool IsTrashed,
    bool IsProtected,
    TypeReference DocumentType,
    IReadOnlyList<DocumentVariantItem> Variants,
    IReadOnlyList<Flag> Flags);

/// <summary>A document in the recycle bin.</summary>
internal sealed record DocumentRecycleBinItem(
    Guid Id,
    DateTimeOffset CreateDate,
    Reference? Parent,
    bool HasChildren,
    TypeReference DocumentType,
    IReadOnlyList<DocumentVariantItem> Variants);

/// <summary>A document in a list view.</summary>
internal sealed record DocumentCollectionItem(
    Guid Id,
    CollectionTypeReference DocumentType,
    IReadOnlyList<ValueResponse> Values,
    IReadOnlyList<DocumentVariant> Variants,
    string? Creator,
    string? Updater,
    int SortOrder,
    IReadOnlyList<Reference> Ancestors,
    bool IsTrashed,
    bool IsProtected,
    IReadOnlyList<Flag> Flags);

/// <summary>From documents to what the backoffice shows.</summary>
/// <param name="schema">The types of the same moment.</param>
internal sealed class DocumentModels(ContentSchema schema)
{
    private static readonly Flag Scheduled = new("Umb.ScheduledForPublish");

    /// <summary>The document as it was last saved, as far as somebody may read it.</summary>
    public DocumentResponse Draft(ContentNode node, Rights reader) => new(
        node.Key,
        schema.TypeReference(node.ContentTypeKey),
        null,
        node.Trashed,
        schema.ReadableValues(node.ContentTypeKey, node.Draft, reader),
        [.. node.Variants.Select(variant => Variant(node, variant, variant.Name))],
        FlagsOf(node));

    /// <summary>The document as it was published, as far as somebody may read it here; null when it is not.</summary>
    public DocumentResponse? Published(ContentNode node, Rights reader) => node.Published is not { } published ? null : new(
        node.Key,
        schema.TypeReference(node.ContentTypeKey),
        null,
        node.Trashed,
        schema.ReadableValues(node.ContentTypeKey, published, reader),
        [.. node.Variants.Where(IsPublished).Select(variant => Variant(node, variant, published.NameIn(variant.Culture)))],
        FlagsOf(node));

    /// <summary>In the tree.</summary>
    public DocumentTreeItem TreeItem(NodeSummary node, bool noAccess) => new(
        node.Key,
        node.CreateDate,
        Reference.To(node.ParentKey),
        node.HasChildren,
        noAccess,
        node.Trashed,
        IsProtected: false,
        schema.TypeReference(node.ContentTypeKey),
        [.. node.Ancestors.Select(key => new Reference(key))],
        Variants(node),
        FlagsOf(node));

    /// <summary>In pickers and searches.</summary>
    public DocumentItem Item(NodeSummary node) => new(
        node.Key,
        Reference.To(node.ParentKey),
        node.HasChildren,
        node.Trashed,
        IsProtected: false,
        schema.TypeReference(node.ContentTypeKey),
        Variants(node),
        FlagsOf(node));

    /// <summary>In the recycle bin.</summary>
    public DocumentRecycleBinItem RecycleBinItem(NodeSummary node) => new(
        node.Key,
        node.CreateDate,
        Reference.To(node.ParentKey),
        node.HasChildren,
        schema.TypeReference(node.ContentTypeKey),
        Variants(node));

    /// <summary>In a list view.</summary>
    public DocumentCollectionItem CollectionItem(
        ContentNode node, Rights reader, IReadOnlySet<string>? columns, IReadOnlyDictionary<Guid, string> userNames) => new(
        node.Key,
        schema.CollectionTypeReference(node.ContentTypeKey),
        schema.ReadableValues(node.ContentTypeKey, node.Draft, reader, columns),
        [.. node.Variants.Select(variant => Variant(node, variant, variant.Name))],
        NameOf(node.CreatorKey, userNames),
        NameOf(node.WriterKey, userNames),
        node.SortOrder,
        [.. node.Ancestors.Select(key => new Reference(key))],
        node.Trashed,
        IsProtected: false,
        FlagsOf(node));

    /// <summary>Signs on a variant.</summary>
    public static IReadOnlyList<Flag> FlagsOf(NodeVariant variant) =>
        variant.ScheduledPublishDate is null && variant.ScheduledUnpublishDate is null ? [] : [Scheduled];

    private static IReadOnlyList<Flag> FlagsOf(NodeSummary node) => node.Variants.Any(variant => FlagsOf(variant).Count > 0) ? [Scheduled] : [];

    private static DocumentVariantItem[] Variants(NodeSummary node) => [.. node.Variants.Select(variant => DocumentVariantItem.From(node, variant))];

    private static bool IsPublished(NodeVariant variant) => variant.State is VariantState.Published or VariantState.PublishedPendingChanges;

    private static string? NameOf(Guid? key, IReadOnlyDictionary<Guid, string> names) => key is { } id ? names.GetValueOrDefault(id) : null;

    private static DocumentVariant Variant(NodeSummary node, NodeVariant variant, string name) => new(
        node.Key,
        variant.Culture,
        null,
        name,
        variant.State,
        variant.CreateDate,
        variant.UpdateDate,
        variant.PublishDate,
        variant.ScheduledPublishDate,
        variant.ScheduledUnpublishDate,
        FlagsOf(variant));
}
