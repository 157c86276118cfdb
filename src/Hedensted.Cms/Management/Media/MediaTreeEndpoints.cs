using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Media;

/// <summary>The media library.</summary>
internal static class MediaTreeEndpoints
{
    /// <summary>Maps <c>/tree/media</c>.</summary>
    public static void MapMediaTree(this IEndpointRouteBuilder management)
    {
        var trees = management.MapGroup("/tree/media").WithTags("Media").RequireAuthorization(Policies.Trees);
        trees.MapGet("/root", RootAsync);
        trees.MapGet("/children", ChildrenAsync);
        trees.MapGet("/siblings", SiblingsAsync);
        trees.MapGet("/ancestors", AncestorsAsync);
    }

    private static Task<Ok<PagedModel<MediaTreeItem>>> RootAsync(
        [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(null, paging, tree, schemas, cancellationToken);

    private static Task<Ok<PagedModel<MediaTreeItem>>> ChildrenAsync(
        Guid parentId, [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(parentId, paging, tree, schemas, cancellationToken);

    private static async Task<Results<Ok<Subset<MediaTreeItem>>, Problem>> SiblingsAsync(
        Guid target, int? before, int? after, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        if (await tree.SiblingsAsync(NodeKind.Media, target, Math.Max(0, before ?? 0), Math.Max(0, after ?? 0), cancellationToken) is not { } siblings)
        {
            return NodeProblems.NotFound(NodeKind.Media);
        }

        var models = new MediaModels(await schemas.CurrentAsync(cancellationToken));
        return TypedResults.Ok(new Subset<MediaTreeItem>(siblings.TotalBefore, siblings.TotalAfter, [.. siblings.Items.Select(models.TreeItem)]));
    }

    private static async Task<Ok<List<MediaTreeItem>>> AncestorsAsync(
        Guid descendantId, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new MediaModels(await schemas.CurrentAsync(cancellationToken));
        var ancestors = await tree.AncestorsAsync(NodeKind.Media, descendantId, cancellationToken);
        return TypedResults.Ok(ancestors.Select(models.TreeItem).ToList());
    }

    private static async Task<Ok<PagedModel<MediaTreeItem>>> BelowAsync(
        Guid? parentKey, Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new MediaModels(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.ChildrenAsync(NodeKind.Media, parentKey, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<MediaTreeItem>(page.Total, [.. page.Items.Select(models.TreeItem)]));
    }
}
