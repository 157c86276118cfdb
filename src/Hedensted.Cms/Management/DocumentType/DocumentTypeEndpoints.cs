using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.DocumentType;

/// <summary>Document and element types, read.</summary>
internal static class DocumentTypeEndpoints
{
    private const NodeKind Kind = NodeKind.Document;

    // Fields that every document has in the public API or in a list view.
    private static readonly DocumentTypeConfiguration Configuration = new("False", true, false, ["id", "key", "name", "path", "url", "urlSegment", "parentId", "sortOrder", "level", "createDate", "updateDate", "creator", "template"]);

    /// <summary>Maps <c>/document-type</c>, <c>/item/document-type</c> and <c>/tree/document-type</c>.</summary>
    public static void MapDocumentTypes(this IEndpointRouteBuilder management)
    {
        var types = management.MapGroup("/document-type").WithTags("Document Type").RequireAuthorization(Policies.Trees);
        types.MapGet("/{id:guid}", FindAsync);
        types.MapGet("/batch", BatchAsync);
        types.MapGet("/allowed-at-root", AllowedAtRootAsync);
        types.MapGet("/configuration", () => Configuration);
        types.MapGet("/{id:guid}/allowed-children", AllowedChildrenAsync);
        types.MapGet("/{id:guid}/allowed-parents", AllowedParentsAsync);
        types.MapGet("/{id:guid}/blueprint", (Guid id) => PagedModel<DocumentTypeItem>.Empty);
        types.MapGet("/{id:guid}/composition-references", CompositionReferencesAsync);
        types.MapPost("/available-compositions", AvailableCompositionsAsync).RequireAuthorization(Policies.Settings);

        var items = management.MapGroup("/item/document-type").WithTags("Document Type").RequireAuthorization(Policies.Trees);
        items.MapGet("", ItemsAsync);
        items.MapGet("/search", SearchAsync);

        management.MapSchemaTree(
            "document-type",
            schema => new SchemaTree<ContentType>("document-type", schema.TypesOf(Kind), type => (type.Key, type.Name, type.Folder)),
            DocumentTypeTreeItem.Of);
    }

    private static async Task<Results<Ok<DocumentTypeModel>, Problem>> FindAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).TypeOf(Kind, id) is { } type ? TypedResults.Ok(DocumentTypeModel.Of(type)) : NotFound();

    private static async Task<BatchModel<DocumentTypeModel>> BatchAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken) =>
        BatchModel<DocumentTypeModel>.Of([.. (await schemas.CurrentAsync(cancellationToken)).TypesOf(Kind, ids).Select(DocumentTypeModel.Of)]);

    private static async Task<PagedModel<AllowedTypeModel>> AllowedAtRootAsync([AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).AllowedAtRoot(Kind, paging);

    private static async Task<Results<Ok<PagedModel<AllowedTypeModel>>, Problem>> AllowedChildrenAsync(
        Guid id, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(Kind, id) is { } type ? TypedResults.Ok(schema.AllowedBelow(type, paging)) : NotFound();
    }

    private static async Task<Results<Ok<AllowedParentsModel>, Problem>> AllowedParentsAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(Kind, id) is { } type ? TypedResults.Ok(schema.ParentsOf(type)) : NotFound();
    }

    private static async Task<Results<Ok<List<CompositionReferenceModel>>, Problem>> CompositionReferencesAsync(
        Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(Kind, id) is { } type ? TypedResults.Ok(schema.ComposedOf(type)) : NotFound();
    }

    private static async Task<List<AvailableCompositionModel>> AvailableCompositionsAsync(
        CompositionRequest request, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).AvailableCompositions(Kind, request);

    private static async Task<List<DocumentTypeItem>> ItemsAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken) =>
        [.. (await schemas.CurrentAsync(cancellationToken)).TypesOf(Kind, ids).Select(DocumentTypeItem.Of)];

    private static async Task<PagedModel<DocumentTypeItem>> SearchAsync(
        string? query, bool? isElement, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var found = (await schemas.CurrentAsync(cancellationToken)).Search(Kind, query).Where(type => isElement is null || type.IsElement == isElement).ToArray();
        return new(found.Length, [.. found.Skip(paging.Offset).Take(paging.Limit).Select(DocumentTypeItem.Of)]);
    }

    private static Problem NotFound() => Problems.NotFound("Dokumenttypen");
}
