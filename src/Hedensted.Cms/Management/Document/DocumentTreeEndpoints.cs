using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>The content tree.</summary>
internal static class DocumentTreeEndpoints
{
    /// <summary>Maps <c>/tree/document</c>.</summary>
    public static void MapDocumentTree(this IEndpointRouteBuilder management)
    {
        var trees = management.MapGroup("/tree/document").WithTags("Document").RequireAuthorization(Policies.Trees).RequireVerb(Verbs.Read);
        trees.MapGet("/root", RootAsync);
        trees.MapGet("/children", ChildrenAsync);
        trees.MapGet("/siblings", SiblingsAsync);
        trees.MapGet("/ancestors", AncestorsAsync);
    }

    private static Task<Ok<PagedModel<DocumentTreeItem>>> RootAsync(
        [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(null, paging, tree, schemas, cancellationToken);

    private static Task<Ok<PagedModel<DocumentTreeItem>>> ChildrenAsync(
        Guid parentId, [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(parentId, paging, tree, schemas, cancellationToken);

    private static async Task<Results<Ok<Subset<DocumentTreeItem>>, Problem>> SiblingsAsync(
        Guid target, int? before, int? after, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        if (await tree.SiblingsAsync(NodeKind.Document, target, Math.Max(0, before ?? 0), Math.Max(0, after ?? 0), cancellationToken) is not { } siblings)
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        var models = new DocumentModels(await schemas.CurrentAsync(cancellationToken));
        return TypedResults.Ok(new Subset<DocumentTreeItem>(siblings.TotalBefore, siblings.TotalAfter, [.. siblings.Items.Select(models.TreeItem)]));
    }

    private static async Task<Ok<List<DocumentTreeItem>>> AncestorsAsync(
        Guid descendantId, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new DocumentModels(await schemas.CurrentAsync(cancellationToken));
        var ancestors = await tree.AncestorsAsync(NodeKind.Document, descendantId, cancellationToken);
        return TypedResults.Ok(ancestors.Select(models.TreeItem).ToList());
    }

    private static async Task<Ok<PagedModel<DocumentTreeItem>>> BelowAsync(
        Guid? parentKey, Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new DocumentModels(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.ChildrenAsync(NodeKind.Document, parentKey, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<DocumentTreeItem>(page.Total, [.. page.Items.Select(models.TreeItem)]));
    }
}
