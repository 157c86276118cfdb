using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Media;

/// <summary>List views of a media folder, or of the root.</summary>
internal static class MediaCollectionEndpoints
{
    // "List View – Media": the backoffice shows the root of the library with it.
    private static readonly Guid RootListView = new("3a0156c4-3b8c-4803-bdc1-6871faa83fff");

    /// <summary>Maps <c>/collection/media</c>.</summary>
    public static void MapMediaCollection(this IEndpointRouteBuilder management) => management
        .MapGroup("/collection").WithTags("Media").RequireAuthorization(Policies.Media)
        .MapGet("/media", CollectionAsync);

    private static async Task<Ok<PagedModel<MediaCollectionItem>>> CollectionAsync(
        string? id, [AsParameters] CollectionQuery query, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, UserNames users, CancellationToken cancellationToken)
    {
        Guid? parentKey = Guid.TryParse(id, out var key) ? key : null;
        var schema = await schemas.CurrentAsync(cancellationToken);
        var reach = await reaches.OfAsync(NodeKind.Media, user, null, cancellationToken);
        var shown = reach.IsEverything ? null : reach.ChildrenOf(await reaches.PathAsync(NodeKind.Media, parentKey, cancellationToken));
        var page = await tree.CollectionAsync(query.Of(NodeKind.Media, parentKey) with { Only = shown }, cancellationToken);
        var names = await users.FindAsync(page.Items.Select(node => node.CreatorKey), cancellationToken);
        var models = new MediaModels(schema);
        var columns = schema.ColumnsOf(query.DataTypeKey ?? RootListView);
        return TypedResults.Ok(new PagedModel<MediaCollectionItem>(
            page.Total, [.. page.Items.Select(node => models.CollectionItem(node, columns, names))]));
    }
}
