using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.MediaType;

/// <summary>Media types.</summary>
internal static class MediaTypeEndpoints
{
    private static readonly ContentTypeEndpoints<MediaTypeModel, MediaTypeItem> Types = new(NodeKind.Media, MediaTypeModel.Of, MediaTypeItem.Of);

    /// <summary>Maps <c>/media-type</c>, <c>/item/media-type</c> and <c>/tree/media-type</c>.</summary>
    public static void MapMediaTypes(this IEndpointRouteBuilder management)
    {
        Types.MapTypes(management.MapGroup("/media-type").WithTags("Media Type").RequireAuthorization(Policies.Trees));

        var items = management.MapGroup("/item/media-type").WithTags("Media Type").RequireAuthorization(Policies.Trees);
        Types.MapItems(items);
        items.MapGet("/allowed", AllowedAsync);
        items.MapGet("/folders", FoldersAsync);

        management.MapSchemaTree(
            FolderTrees.MediaTypes, async (services, cancellationToken) => (await services.GetRequiredService<SchemaSource>().CurrentAsync(cancellationToken)).TreeOf(NodeKind.Media), MediaTypeTreeItem.Of);
    }

    private static async Task<PagedModel<AllowedMediaTypeItem>> AllowedAsync(
        string? fileExtension, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        paging.Of(FileTypes.For(await schemas.CurrentAsync(cancellationToken), fileExtension ?? ""));

    private static async Task<PagedModel<MediaTypeItem>> FoldersAsync([AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        paging.Of(FileTypes.Folders(await schemas.CurrentAsync(cancellationToken)).Select(MediaTypeItem.Of));
}
