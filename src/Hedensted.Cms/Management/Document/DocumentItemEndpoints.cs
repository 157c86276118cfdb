using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Document;

/// <summary>Documents by key and by name, for pickers and search.</summary>
internal static class DocumentItemEndpoints
{
    /// <summary>Maps <c>/item/document</c>.</summary>
    public static void MapDocumentItems(this IEndpointRouteBuilder management)
    {
        var items = management.MapGroup("/item/document").WithTags("Document").RequireAuthorization(Policies.Trees).RequireVerb(Verbs.Read);
        items.MapGet("", ItemsAsync);
        items.MapGet("/ancestors", AncestorsAsync);
        items.MapGet("/search", SearchAsync);
    }

    private static async Task<Ok<List<DocumentItem>>> ItemsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new DocumentModels(await schemas.CurrentAsync(cancellationToken));
        var nodes = await tree.SummariesAsync(NodeKind.Document, ids, cancellationToken);
        return TypedResults.Ok(nodes.Select(models.Item).ToList());
    }

    private static async Task<Ok<List<ItemAncestors<DocumentItem>>>> AncestorsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new DocumentModels(await schemas.CurrentAsync(cancellationToken));
        var nodes = await tree.SummariesAsync(NodeKind.Document, ids, cancellationToken);
        var above = await tree.SummariesAsync(NodeKind.Document, [.. nodes.SelectMany(node => node.Ancestors).Distinct()], cancellationToken);
        var items = above.ToDictionary(node => node.Key, models.Item);
        return TypedResults.Ok(nodes
            .Select(node => new ItemAncestors<DocumentItem>(node.Key, [.. node.Ancestors.Where(items.ContainsKey).Select(key => items[key])]))
            .ToList());
    }

    private static async Task<Ok<PagedModel<DocumentItem>>> SearchAsync(
        string? query,
        bool? trashed,
        string? parentId,
        [FromQuery(Name = "allowedDocumentTypes")] Guid[] types,
        [AsParameters] Paging paging,
        ContentTree tree,
        SchemaSource schemas,
        CancellationToken cancellationToken)
    {
        // The backoffice's "trashed" means "trashed too".
        var search = new NodeSearch(
            NodeKind.Document, query, trashed == true ? null : false, Guid.TryParse(parentId, out var parent) ? parent : null, types, paging.Offset, paging.Limit);
        var models = new DocumentModels(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.SearchAsync(search, cancellationToken);
        return TypedResults.Ok(new PagedModel<DocumentItem>(page.Total, [.. page.Items.Select(models.Item)]));
    }
}
