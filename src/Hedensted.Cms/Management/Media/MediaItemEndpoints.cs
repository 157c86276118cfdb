using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Media;

/// <summary>Media by key and by name, for pickers and search.</summary>
internal static class MediaItemEndpoints
{
    /// <summary>Maps <c>/item/media</c>.</summary>
    public static void MapMediaPickers(this IEndpointRouteBuilder management)
    {
        var items = management.MapGroup("/item/media").WithTags("Media").RequireAuthorization(Policies.Trees);
        items.MapGet("", ItemsAsync);
        items.MapGet("/ancestors", AncestorsAsync);
        items.MapGet("/search", SearchAsync);
    }

    private static async Task<Ok<List<MediaItem>>> ItemsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new MediaModels(await schemas.CurrentAsync(cancellationToken));
        var nodes = await tree.SummariesAsync(NodeKind.Media, ids, cancellationToken);
        return TypedResults.Ok(nodes.Select(models.Item).ToList());
    }

    private static async Task<Ok<List<ItemAncestors<MediaItem>>>> AncestorsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new MediaModels(await schemas.CurrentAsync(cancellationToken));
        var nodes = await tree.SummariesAsync(NodeKind.Media, ids, cancellationToken);
        var above = await tree.SummariesAsync(NodeKind.Media, [.. nodes.SelectMany(node => node.Ancestors).Distinct()], cancellationToken);
        var items = above.ToDictionary(node => node.Key, models.Item);
        return TypedResults.Ok(nodes
            .Select(node => new ItemAncestors<MediaItem>(node.Key, [.. node.Ancestors.Where(items.ContainsKey).Select(key => items[key])]))
            .ToList());
    }

    private static async Task<Ok<PagedModel<MediaItem>>> SearchAsync(
        string? query,
        bool? trashed,
        string? parentId,
        [FromQuery(Name = "allowedMediaTypes")] Guid[] types,
        [AsParameters] Paging paging,
        ContentTree tree,
        SchemaSource schemas,
        CancellationToken cancellationToken)
    {
        // The backoffice's "trashed" means "trashed too".
        var search = new NodeSearch(
            NodeKind.Media, query, trashed == true ? null : false, Guid.TryParse(parentId, out var parent) ? parent : null, types, paging.Offset, paging.Limit);
        var models = new MediaModels(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.SearchAsync(search, cancellationToken);
        return TypedResults.Ok(new PagedModel<MediaItem>(page.Total, [.. page.Items.Select(models.Item)]));
    }
}
