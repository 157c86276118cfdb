using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.MediaType;

/// <summary>Media types, read.</summary>
internal static class MediaTypeEndpoints
{
    private const NodeKind Kind = NodeKind.Media;

    /// <summary>Maps <c>/media-type</c>, <c>/item/media-type</c> and <c>/tree/media-type</c>.</summary>
    public static void MapMediaTypes(this IEndpointRouteBuilder management)
    {
        var types = management.MapGroup("/media-type").WithTags("Media Type").RequireAuthorization(Policies.Trees);
        types.MapGet("/{id:guid}", FindAsync);
        types.MapGet("/batch", BatchAsync);
        types.MapGet("/allowed-at-root", AllowedAtRootAsync);
        types.MapGet("/{id:guid}/allowed-children", AllowedChildrenAsync);
        types.MapGet("/{id:guid}/allowed-parents", AllowedParentsAsync);
        types.MapGet("/{id:guid}/composition-references", CompositionReferencesAsync);
        types.MapPost("/available-compositions", AvailableCompositionsAsync).RequireAuthorization(Policies.Settings);

        var items = management.MapGroup("/item/media-type").WithTags("Media Type").RequireAuthorization(Policies.Trees);
        items.MapGet("", ItemsAsync);
        items.MapGet("/search", SearchAsync);
        items.MapGet("/allowed", AllowedAsync);
        items.MapGet("/folders", FoldersAsync);

        management.MapSchemaTree(
            "media-type",
            schema => new SchemaTree<ContentType>("media-type", schema.TypesOf(Kind), type => (type.Key, type.Name, type.Folder)),
            MediaTypeTreeItem.Of);
    }

    private static async Task<Results<Ok<MediaTypeModel>, Problem>> FindAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).TypeOf(Kind, id) is { } type ? TypedResults.Ok(MediaTypeModel.Of(type)) : NotFound();

    private static async Task<BatchModel<MediaTypeModel>> BatchAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken) =>
        BatchModel<MediaTypeModel>.Of([.. (await schemas.CurrentAsync(cancellationToken)).TypesOf(Kind, ids).Select(MediaTypeModel.Of)]);

    private static async Task<PagedModel<AllowedTypeModel>> AllowedAtRootAsync([AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).AllowedAtRoot(Kind, paging);

    private static async Task<Results<Ok<PagedModel<AllowedTypeModel>>, Problem>> AllowedChildrenAsync(
        Guid id, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(Kind, id) is { } type ? TypedResults.Ok(schema.AllowedBelow(type, paging)) : NotFound();
    }

    private static async Task<Results<Ok<AllowedParentsModel>, Problem>> AllowedParentsAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(Kind, id) is { } type ? TypedResults.Ok(schema.ParentsOf(type)) : NotFound();
    }

    private static async Task<Results<Ok<List<CompositionReferenceModel>>, Problem>> CompositionReferencesAsync(
        Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(Kind, id) is { } type ? TypedResults.Ok(schema.ComposedOf(type)) : NotFound();
    }

    private static async Task<List<AvailableCompositionModel>> AvailableCompositionsAsync(
        CompositionRequest request, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).AvailableCompositions(Kind, request);

    private static async Task<List<MediaTypeItem>> ItemsAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken) =>
        [.. (await schemas.CurrentAsync(cancellationToken)).TypesOf(Kind, ids).Select(MediaTypeItem.Of)];

    private static async Task<PagedModel<MediaTypeItem>> SearchAsync(
        string? query, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        Page((await schemas.CurrentAsync(cancellationToken)).Search(Kind, query).Select(MediaTypeItem.Of), paging);

    private static async Task<PagedModel<AllowedMediaTypeItem>> AllowedAsync(
        string? fileExtension, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        Page(FileTypes.For(await schemas.CurrentAsync(cancellationToken), fileExtension ?? ""), paging);

    private static async Task<PagedModel<MediaTypeItem>> FoldersAsync([AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        Page(FileTypes.Folders(await schemas.CurrentAsync(cancellationToken)).Select(MediaTypeItem.Of), paging);

    private static PagedModel<T> Page<T>(IEnumerable<T> items, Paging paging)
    {
        var all = items.ToArray();
        return new(all.Length, [.. all.Skip(paging.Offset).Take(paging.Limit)]);
    }

    private static Problem NotFound() => Problems.NotFound("Medietypen");
}
