using System.Text.Json.Serialization;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Document;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Something that points at a node.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(DocumentReference), "DocumentReferenceResponseModel")]
[JsonDerivedType(typeof(MediaReference), "MediaReferenceResponseModel")]
internal abstract record ReferencingItem(Guid Id, string Name);

/// <summary>A document that points at a node.</summary>
internal sealed record DocumentReference(
    Guid Id, string Name, bool Published, TypeSummary DocumentType, IReadOnlyList<DocumentVariantItem> Variants) : ReferencingItem(Id, Name);

/// <summary>A media item that points at a node.</summary>
internal sealed record MediaReference(Guid Id, string Name, TypeSummary MediaType) : ReferencingItem(Id, Name);

/// <summary>A type as references show it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Alias">Its alias.</param>
/// <param name="Name">Its name.</param>
internal sealed record TypeSummary(Guid Id, string Icon, string Alias, string Name);

/// <summary>Who points at a node: shown before it is trashed or taken down.</summary>
internal static class NodeReferences
{
    /// <summary>Maps the addresses below a resource.</summary>
    public static void MapReferences(this IEndpointRouteBuilder resource)
    {
        resource.MapGet("/{id:guid}/referenced-by", ReferencedByAsync);
        resource.MapGet("/{id:guid}/referenced-descendants", ReferencedDescendantsAsync);
        resource.MapGet("/are-referenced", AreReferencedAsync);
    }

    private static async Task<Ok<PagedModel<ReferencingItem>>> ReferencedByAsync(
        Guid id, [AsParameters] Paging paging, References references, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        var page = await references.ReferencedByAsync(id, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<ReferencingItem>(page.Total, [.. page.Items.Select(node => ItemOf(node, schema))]));
    }

    private static async Task<Ok<PagedModel<Reference>>> ReferencedDescendantsAsync(
        Guid id, [AsParameters] Paging paging, References references, CancellationToken cancellationToken) =>
        TypedResults.Ok(Paged(await references.ReferencedDescendantsAsync(id, paging.Offset, paging.Limit, cancellationToken)));

    private static async Task<Ok<PagedModel<Reference>>> AreReferencedAsync(
        [FromQuery(Name = "id")] Guid[] ids, [AsParameters] Paging paging, References references, CancellationToken cancellationToken) =>
        TypedResults.Ok(Paged(await references.AreReferencedAsync(ids, paging.Offset, paging.Limit, cancellationToken)));

    private static PagedModel<Reference> Paged(Page<Guid> page) => new(page.Total, [.. page.Items.Select(key => new Reference(key))]);

    private static ReferencingItem ItemOf(NodeSummary node, ContentSchema schema)
    {
        var type = schema.FindType(node.ContentTypeKey);
        var summary = new TypeSummary(node.ContentTypeKey, type?.Icon ?? "icon-document", type?.Alias ?? "", type?.Name ?? "");
        return node.Kind == NodeKind.Document
            ? new DocumentReference(node.Key, node.NameIn(null), node.IsPublished, summary, [.. node.Variants.Select(variant => DocumentVariantItem.From(node, variant))])
            : new MediaReference(node.Key, node.NameIn(null), summary);
    }
}
