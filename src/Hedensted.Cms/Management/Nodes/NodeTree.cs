using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>The tree of one kind of node.</summary>
/// <param name="kind">Documents or media.</param>
/// <param name="models">What the backoffice shows of one, given the types of the same moment.</param>
internal sealed class NodeTree<T>(NodeKind kind, Func<ContentSchema, Func<NodeSummary, T>> models)
{
    /// <summary>Maps the group's addresses.</summary>
    public void Map(RouteGroupBuilder trees)
    {
        trees.MapGet("/root", RootAsync);
        trees.MapGet("/children", ChildrenAsync);
        trees.MapGet("/siblings", SiblingsAsync);
        trees.MapGet("/ancestors", AncestorsAsync);
    }

    private Task<Ok<PagedModel<T>>> RootAsync([AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(null, paging, tree, schemas, cancellationToken);

    private Task<Ok<PagedModel<T>>> ChildrenAsync(
        Guid parentId, [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(parentId, paging, tree, schemas, cancellationToken);

    private async Task<Results<Ok<Subset<T>>, Problem>> SiblingsAsync(
        Guid target, int? before, int? after, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        if (await tree.SiblingsAsync(kind, target, Math.Max(0, before ?? 0), Math.Max(0, after ?? 0), cancellationToken) is not { } siblings)
        {
            return NodeProblems.NotFound(kind);
        }

        var model = models(await schemas.CurrentAsync(cancellationToken));
        return TypedResults.Ok(new Subset<T>(siblings.TotalBefore, siblings.TotalAfter, [.. siblings.Items.Select(model)]));
    }

    private async Task<Ok<List<T>>> AncestorsAsync(Guid descendantId, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var model = models(await schemas.CurrentAsync(cancellationToken));
        var ancestors = await tree.AncestorsAsync(kind, descendantId, cancellationToken);
        return TypedResults.Ok(ancestors.Select(model).ToList());
    }

    private async Task<Ok<PagedModel<T>>> BelowAsync(
        Guid? parentKey, Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var model = models(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.ChildrenAsync(kind, parentKey, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<T>(page.Total, [.. page.Items.Select(model)]));
    }
}
