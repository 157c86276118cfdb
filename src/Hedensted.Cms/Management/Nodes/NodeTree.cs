using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>The tree of one kind of node.</summary>
/// <param name="kind">Documents or media.</param>
/// <param name="models">What the backoffice shows of one, given the types of the same moment and whether it only leads on to what may be opened.</param>
internal sealed class NodeTree<T>(NodeKind kind, Func<ContentSchema, Func<NodeSummary, bool, T>> models)
{
    /// <summary>Maps the group's addresses.</summary>
    public void Map(RouteGroupBuilder trees)
    {
        trees.MapGet("/root", RootAsync);
        trees.MapGet("/children", ChildrenAsync);
        trees.MapGet("/siblings", SiblingsAsync);
        trees.MapGet("/ancestors", AncestorsAsync);
    }

    private Task<Ok<PagedModel<T>>> RootAsync(
        string? dataTypeId, [AsParameters] Paging paging, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(null, dataTypeId, paging, user, tree, reaches, schemas, cancellationToken);

    private Task<Ok<PagedModel<T>>> ChildrenAsync(
        Guid parentId, string? dataTypeId, [AsParameters] Paging paging, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(parentId, dataTypeId, paging, user, tree, reaches, schemas, cancellationToken);

    private async Task<Results<Ok<Subset<T>>, Problem>> SiblingsAsync(
        Guid target, int? before, int? after, string? dataTypeId, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var reach = await reaches.OfAsync(kind, user, dataTypeId, cancellationToken);
        var shown = reach.IsEverything ? null : reach.ChildrenOf([.. (await reaches.PathAsync(kind, target, cancellationToken)).SkipLast(1)]);
        if (await tree.SiblingsAsync(kind, target, Math.Max(0, before ?? 0), Math.Max(0, after ?? 0), cancellationToken, shown) is not { } siblings)
        {
            return NodeProblems.NotFound(kind);
        }

        var model = ModelOf(await schemas.CurrentAsync(cancellationToken), reach);
        return TypedResults.Ok(new Subset<T>(siblings.TotalBefore, siblings.TotalAfter, [.. siblings.Items.Select(model)]));
    }

    private async Task<Ok<List<T>>> AncestorsAsync(
        Guid descendantId, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var reach = await reaches.OfAsync(kind, user, null, cancellationToken);
        var model = ModelOf(await schemas.CurrentAsync(cancellationToken), reach);
        var ancestors = await tree.AncestorsAsync(kind, descendantId, cancellationToken);
        return TypedResults.Ok(ancestors.Where(node => IsShown(node, reach)).Select(model).ToList());
    }

    private async Task<Ok<PagedModel<T>>> BelowAsync(
        Guid? parentKey, string? dataTypeId, Paging paging, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var reach = await reaches.OfAsync(kind, user, dataTypeId, cancellationToken);
        var shown = reach.IsEverything ? null : reach.ChildrenOf(await reaches.PathAsync(kind, parentKey, cancellationToken));
        var model = ModelOf(await schemas.CurrentAsync(cancellationToken), reach);
        var page = await tree.ChildrenAsync(kind, parentKey, paging.Offset, paging.Limit, cancellationToken, shown);
        return TypedResults.Ok(new PagedModel<T>(page.Total, [.. page.Items.Select(model)]));
    }

    private Func<NodeSummary, T> ModelOf(ContentSchema schema, NodeReach reach)
    {
        var model = models(schema);
        return node => model(node, !reach.IsEverything && !reach.Includes([.. node.Ancestors, node.Key]));
    }

    private static bool IsShown(NodeSummary node, NodeReach reach) =>
        reach.IsEverything || reach.LeadsOn(node.Key) || reach.Includes([.. node.Ancestors, node.Key]);
}
