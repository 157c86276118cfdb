using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Media.Storage;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Transfer;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Types;

/// <summary>Types of one kind of node.</summary>
/// <typeparam name="TModel">A type in its editor.</typeparam>
/// <typeparam name="TItem">A type in pickers.</typeparam>
/// <param name="kind">Types of documents (and elements) or of media.</param>
/// <param name="modelOf">As the editor shows it.</param>
/// <param name="itemOf">As pickers show it.</param>
internal sealed class ContentTypeEndpoints<TModel, TItem>(NodeKind kind, Func<ContentType, TModel> modelOf, Func<ContentType, TItem> itemOf)
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

        var writing = types.MapGroup("").RequireAuthorization(Policies.Settings);
        writing.MapPost("/available-compositions", AvailableCompositionsAsync);
        writing.MapPost("", CreateAsync);
        writing.MapPut("/{id:guid}", UpdateAsync);
        writing.MapDelete("/{id:guid}", DeleteAsync);
        writing.MapPost("/{id:guid}/copy", CopyAsync);
        writing.MapPut("/{id:guid}/move", MoveAsync);
        writing.MapGet("/{id:guid}/export", ExportAsync);
        writing.MapPost("/import", ImportNewAsync);
        writing.MapPut("/{id:guid}/import", ImportOverAsync);
    }

    /// <summary>Maps the addresses for pickers.</summary>
    public void MapItems(RouteGroupBuilder items)
    {
        items.MapGet("", ItemsAsync);
        items.MapGet("/search", SearchAsync);
    }

    private async Task<IResult> FindAsync(Guid id, SchemaSource schemas, HttpResponse response, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).TypeOf(kind, id) is { } type ? Opened.Stamped(response, SchemaStamp.Of(type), modelOf(type)) : NotFound();

    private async Task<IResult> CreateAsync(TypeRequest request, ContentTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        Noun.Created(
            await editor.CreateAsync(request.ToType(kind, request.Id ?? Guid.CreateVersion7()), request.Parent?.Id, user.UserKey(), cancellationToken), response, FolderTrees.Of(kind));

    private async Task<IResult> UpdateAsync(
        Guid id, TypeRequest request, ContentTypeEditor editor, ClaimsPrincipal user, HttpContext context, CancellationToken cancellationToken) =>
        Noun.Done(await editor.UpdateAsync(request.ToType(kind, id), Opened.Stamp(context.Request), user.UserKey(), cancellationToken), context.Response);

    private async Task<IResult> DeleteAsync(Guid id, ContentTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        Noun.Done(await editor.DeleteAsync(kind, id, user.UserKey(), cancellationToken), response);

    private async Task<IResult> CopyAsync(
        Guid id, MoveRequest request, ContentTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        Noun.Created(await editor.CopyAsync(kind, id, request.Target?.Id, user.UserKey(), cancellationToken), response, FolderTrees.Of(kind));

    private async Task<IResult> MoveAsync(
        Guid id, MoveRequest request, ContentTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        Noun.Done(await editor.MoveAsync(kind, id, request.Target?.Id, user.UserKey(), cancellationToken), response);

    private async Task<IResult> ExportAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.TypeOf(kind, id) is { } type ? Transfers.Download(TypeExport.Write(schema, type), type.Alias) : NotFound();
    }

    private Task<IResult> ImportNewAsync(
        ImportTypeRequest request, TemporaryFiles files, ContentTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        files.ImportAsync(
            request.File?.Id, Transferred, file => editor.ImportAsync(file, overwrite: false, user.UserKey(), cancellationToken), result => Noun.Created(result, response, FolderTrees.Of(kind)), cancellationToken);

    private Task<IResult> ImportOverAsync(
        Guid id, ImportTypeRequest request, TemporaryFiles files, ContentTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        files.ImportAsync(
            request.File?.Id,
            Transferred,
            file => file.Key == id ? editor.ImportAsync(file, overwrite: true, user.UserKey(), cancellationToken) : Task.FromResult(new SchemaResult(SchemaStatus.IdMismatch, id, file.Alias)),
            result => Noun.Done(result, response),
            cancellationToken);

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

    private TransferKind Transferred => kind == NodeKind.Media ? TransferKind.MediaType : TransferKind.DocumentType;

    private SchemaNoun Noun => SchemaNoun.Type(kind);

    private Problem NotFound() => Problems.NotFound(Noun.The);
}
