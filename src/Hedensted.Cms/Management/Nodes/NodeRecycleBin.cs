using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>The recycle bin of one kind of node.</summary>
/// <param name="kind">Documents or media.</param>
/// <param name="models">What the backoffice shows of one, given the types of the same moment.</param>
internal sealed class NodeRecycleBin<T>(NodeKind kind, Func<ContentSchema, Func<NodeSummary, T>> models)
{
    private readonly NodePlaces _places = new(kind);

    /// <summary>Maps the group's addresses: those that look, and those that restore and delete.</summary>
    public void Map(RouteGroupBuilder looking, RouteGroupBuilder clearing)
    {
        looking.MapGet("/root", RootAsync);
        looking.MapGet("/children", ChildrenAsync);
        looking.MapGet("/{id:guid}/original-parent", _places.OriginalParentAsync);
        clearing.MapPut("/{id:guid}/restore", _places.RestoreAsync);
        clearing.MapDelete("/{id:guid}", _places.DeleteAsync);
        clearing.MapDelete("", _places.EmptyRecycleBinAsync);
    }

    private Task<Ok<PagedModel<T>>> RootAsync(
        [AsParameters] Paging paging, ClaimsPrincipal user, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(null, paging, user, tree, schemas, cancellationToken);

    private Task<Ok<PagedModel<T>>> ChildrenAsync(
        Guid parentId, [AsParameters] Paging paging, ClaimsPrincipal user, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(parentId, paging, user, tree, schemas, cancellationToken);

    private async Task<Ok<PagedModel<T>>> BelowAsync(
        Guid? parentKey, Paging paging, ClaimsPrincipal user, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        // The bin belongs to those who reach the whole tree, as in Umbraco: what is in it has no place of its own any more.
        var rights = user.Rights();
        if (!(kind == NodeKind.Document ? rights.Documents : rights.Media).Root)
        {
            return TypedResults.Ok(PagedModel<T>.Empty);
        }

        var model = models(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.TrashedChildrenAsync(kind, parentKey, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<T>(page.Total, [.. page.Items.Select(model)]));
    }
}
