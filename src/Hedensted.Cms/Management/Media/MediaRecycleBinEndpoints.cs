using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Media;

/// <summary>Media in the recycle bin.</summary>
internal static class MediaRecycleBinEndpoints
{
    private static readonly NodePlaces Places = new(NodeKind.Media);

    /// <summary>Maps <c>/recycle-bin/media</c>.</summary>
    public static void MapMediaRecycleBin(this IEndpointRouteBuilder management)
    {
        var bin = management.MapGroup("/recycle-bin/media").WithTags("Media").RequireAuthorization(Policies.Media);
        bin.MapGet("/root", RootAsync);
        bin.MapGet("/children", ChildrenAsync);
        bin.MapGet("/{id:guid}/original-parent", Places.OriginalParentAsync);
        bin.MapPut("/{id:guid}/restore", Places.RestoreAsync);
        bin.MapDelete("/{id:guid}", Places.DeleteAsync);
        bin.MapDelete("", Places.EmptyRecycleBinAsync);
    }

    private static Task<Ok<PagedModel<MediaRecycleBinItem>>> RootAsync(
        [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(null, paging, tree, schemas, cancellationToken);

    private static Task<Ok<PagedModel<MediaRecycleBinItem>>> ChildrenAsync(
        Guid parentId, [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(parentId, paging, tree, schemas, cancellationToken);

    private static async Task<Ok<PagedModel<MediaRecycleBinItem>>> BelowAsync(
        Guid? parentKey, Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new MediaModels(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.TrashedChildrenAsync(NodeKind.Media, parentKey, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<MediaRecycleBinItem>(page.Total, [.. page.Items.Select(models.RecycleBinItem)]));
    }
}
