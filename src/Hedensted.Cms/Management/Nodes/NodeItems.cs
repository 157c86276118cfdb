using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Nodes of one kind by key and by name, for pickers and search.</summary>
/// <param name="kind">Documents or media.</param>
/// <param name="models">What the backoffice shows of one, given the types of the same moment.</param>
internal sealed class NodeItems<T>(NodeKind kind, Func<ContentSchema, Func<NodeSummary, T>> models)
{
    /// <summary>Maps the group's addresses.</summary>
    public void Map(RouteGroupBuilder items)
    {
        items.MapGet("", ItemsAsync);
        items.MapGet("/ancestors", AncestorsAsync);
        items.MapGet("/search", SearchAsync);
    }

    private async Task<Ok<List<T>>> ItemsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var model = models(await schemas.CurrentAsync(cancellationToken));
        var nodes = await reaches.NamedAsync(kind, user, await tree.SummariesAsync(kind, ids, cancellationToken), cancellationToken);
        return TypedResults.Ok(nodes.Select(model).ToList());
    }

    private async Task<Ok<List<ItemAncestors<T>>>> AncestorsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var model = models(await schemas.CurrentAsync(cancellationToken));
        var nodes = await reaches.NamedAsync(kind, user, await tree.SummariesAsync(kind, ids, cancellationToken), cancellationToken);
        var above = await tree.SummariesAsync(kind, [.. nodes.SelectMany(node => node.Ancestors).Distinct()], cancellationToken);
        var items = above.ToDictionary(node => node.Key, model);
        return TypedResults.Ok(nodes
            .Select(node => new ItemAncestors<T>(node.Key, [.. node.Ancestors.Where(items.ContainsKey).Select(key => items[key])]))
            .ToList());
    }

    private async Task<Ok<PagedModel<T>>> SearchAsync(
        string? query,
        bool? trashed,
        string? parentId,
        [FromQuery(Name = "allowedDocumentTypes")] Guid[] documentTypes,
        [FromQuery(Name = "allowedMediaTypes")] Guid[] mediaTypes,
        string? dataTypeId,
        [AsParameters] Paging paging,
        ClaimsPrincipal user,
        ContentTree tree,
        NodeReaches reaches,
        SchemaSource schemas,
        CancellationToken cancellationToken)
    {
        // The backoffice's "trashed" means "trashed too".
        var reach = await reaches.OfAsync(kind, user, dataTypeId, cancellationToken);
        var schema = await schemas.CurrentAsync(cancellationToken);
        var search = new NodeSearch(
            kind,
            query,
            trashed == true ? null : false,
            Guid.TryParse(parentId, out var parent) ? parent : null,
            kind == NodeKind.Document ? documentTypes : mediaTypes,
            paging.Offset,
            paging.Limit)
        {
            Reaches = reach.IsEverything ? null : reach.Includes,
            Hidden = HiddenFields.Of(schema, user.Rights()).ByType,
        };
        var page = await tree.SearchAsync(search, cancellationToken);
        return TypedResults.Ok(new PagedModel<T>(page.Total, [.. page.Items.Select(models(schema))]));
    }
}
