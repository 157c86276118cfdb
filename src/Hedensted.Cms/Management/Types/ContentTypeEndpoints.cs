using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Types;

/// <summary>Types of one kind of node, read.</summary>
/// <typeparam name="TModel">A type in its editor.</typeparam>
/// <typeparam name="TItem">A type in pickers.</typeparam>
/// <param name="kind">Types of documents (and elements) or of media.</param>
/// <param name="noun">What one is called, in the definite form.</param>
/// <param name="modelOf">As the editor shows it.</param>
/// <param name="itemOf">As pickers show it.</param>
internal sealed class ContentTypeEndpoints<TModel, TItem>(NodeKind kind, string noun, Func<ContentType, TModel> modelOf, Func<ContentType, TItem> itemOf)
{
    /// <summary>Maps the addresses of single types.</summary>
    public void MapTypes(RouteGroupBuilder types)
    {
        types.MapGet("/{id:guid}", FindAsync);
        types.MapGet("/batch", BatchAsync);
        types.MapGet("/allowed-at-root", AllowedAtRootAsync);
        types.MapGet("/{id:guid}/allowed-children", AllowedChildrenAsync);
        types.MapGet("/{id:guid}/allowed-parents", AllowedParentsAsync);
        types.MapGet("/{id:guid}/composition-references", CompositionReferencesAsync);
        types.MapPost("/available-compositions", AvailableCompositionsAsync).RequireAuthorization(Policies.Settings);
    }

    /// <summary>Maps the addresses for pickers.</summary>
    public void MapItems(RouteGroupBuilder items)
    {
        items.MapGet("", ItemsAsync);
        items.MapGet("/search", SearchAsync);
    }

    private async Task<Results<Ok<TModel>, Problem>> FindAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).TypeOf(kind, id) is { } type ? TypedResults.Ok(modelOf(type)) : NotFound();

    private async Task<BatchModel<TModel>> BatchAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken) =>
        BatchModel<TModel>.Of([.. (await schemas.CurrentAsync(cancellationToken)).TypesOf(kind, ids).Select(modelOf)]);

    private async Task<PagedModel<AllowedTypeModel>> AllowedAtRootAsync([AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).AllowedAtRoot(kind, paging);

    private async Task<Results<Ok<PagedModel<AllowedTypeModel>>, Problem>> AllowedChildrenAsync(
        Guid id, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(kind, id) is { } type ? TypedResults.Ok(schema.AllowedBelow(type, paging)) : NotFound();
    }

    private async Task<Results<Ok<AllowedParentsModel>, Problem>> AllowedParentsAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(kind, id) is { } type ? TypedResults.Ok(schema.ParentsOf(type)) : NotFound();
    }

    private async Task<Results<Ok<List<CompositionReferenceModel>>, Problem>> CompositionReferencesAsync(
        Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(kind, id) is { } type ? TypedResults.Ok(schema.ComposedOf(type)) : NotFound();
    }

    private async Task<List<AvailableCompositionModel>> AvailableCompositionsAsync(
        CompositionRequest request, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).AvailableCompositions(kind, request);

    private async Task<List<TItem>> ItemsAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken) =>
        [.. (await schemas.CurrentAsync(cancellationToken)).TypesOf(kind, ids).Select(itemOf)];

    private async Task<PagedModel<TItem>> SearchAsync(
        string? query, bool? isElement, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var found = (await schemas.CurrentAsync(cancellationToken)).Search(kind, query).Where(type => isElement is null || type.IsElement == isElement);
        return paging.Of(found.Select(itemOf));
    }

    private Problem NotFound() => Problems.NotFound(noun);
}
