using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>Documents in the recycle bin.</summary>
internal static class DocumentRecycleBinEndpoints
{
    private static readonly NodePlaces Places = new(NodeKind.Document);

    /// <summary>Maps <c>/recycle-bin/document</c>.</summary>
    public static void MapDocumentRecycleBin(this IEndpointRouteBuilder management)
    {
        var bin = management.MapGroup("/recycle-bin/document").WithTags("Document").RequireAuthorization(Policies.Content);
        bin.MapGet("/root", RootAsync).RequireVerb(Verbs.Read);
        bin.MapGet("/children", ChildrenAsync).RequireVerb(Verbs.Read);
        bin.MapGet("/{id:guid}/original-parent", Places.OriginalParentAsync).RequireVerb(Verbs.Read);
        bin.MapPut("/{id:guid}/restore", Places.RestoreAsync).RequireVerb(Verbs.Delete);
        bin.MapDelete("/{id:guid}", Places.DeleteAsync).RequireVerb(Verbs.Delete);
        bin.MapDelete("", Places.EmptyRecycleBinAsync).RequireVerb(Verbs.Delete);
    }

    private static Task<Ok<PagedModel<DocumentRecycleBinItem>>> RootAsync(
        [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(null, paging, tree, schemas, cancellationToken);

    private static Task<Ok<PagedModel<DocumentRecycleBinItem>>> ChildrenAsync(
        Guid parentId, [AsParameters] Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        BelowAsync(parentId, paging, tree, schemas, cancellationToken);

    private static async Task<Ok<PagedModel<DocumentRecycleBinItem>>> BelowAsync(
        Guid? parentKey, Paging paging, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var models = new DocumentModels(await schemas.CurrentAsync(cancellationToken));
        var page = await tree.TrashedChildrenAsync(NodeKind.Document, parentKey, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<DocumentRecycleBinItem>(page.Total, [.. page.Items.Select(models.RecycleBinItem)]));
    }
}
