using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>How documents may be handled here.</summary>
internal sealed record DocumentConfiguration(
    bool DisableDeleteWhenReferenced,
    bool DisableUnpublishWhenReferenced,
    bool AllowEditInvariantFromNonDefault,
    bool AllowNonExistingSegmentsCreation);

/// <summary>A segment; there are none.</summary>
internal sealed record SegmentResponse(string Name, string Alias);

/// <summary>Documents: open, create, save, copy, move, trash, delete.</summary>
internal static class DocumentEndpoints
{
    private const string Collection = "document";

    private static readonly NodePlaces Places = new(NodeKind.Document);

    /// <summary>Maps <c>/document</c>.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder management)
    {
        var documents = management.MapGroup("/document").WithTags("Document").RequireAuthorization(Policies.Content);

        var reading = documents.MapGroup("").RequireVerb(Verbs.Read);
        reading.MapGet("/configuration", Configuration);
        reading.MapGet("/{id:guid}", FindAsync);
        reading.MapGet("/{id:guid}/published", FindPublishedAsync);
        reading.MapGet("/{id:guid}/available-segment-options", Segments);
        reading.MapAudit();
        reading.MapReferences();
        reading.MapUrls();
        reading.MapPreviewUrl();

        documents.MapPost("", CreateAsync).RequireVerb(Verbs.Create);
        documents.MapPost("/create-and-publish", CreateAndPublishAsync).RequireVerb(Verbs.Create).RequireVerb(Verbs.Publish);
        documents.MapPut("/{id:guid}", UpdateAsync).RequireVerb(Verbs.Update);
        documents.MapPut("/{id:guid}/update-and-publish", UpdateAndPublishAsync).RequireVerb(Verbs.Update).RequireVerb(Verbs.Publish);
        documents.MapPost("/{id:guid}/copy", CopyAsync).RequireVerb(Verbs.Duplicate);
        documents.MapPut("/{id:guid}/move", Places.MoveAsync).RequireVerb(Verbs.Move);
        documents.MapPut("/sort", Places.SortAsync).RequireVerb(Verbs.Sort);
        documents.MapPut("/{id:guid}/move-to-recycle-bin", Places.TrashAsync).RequireVerbInBranch(Verbs.Delete);
        documents.MapDelete("/{id:guid}", Places.DeleteAsync).RequireVerbInBranch(Verbs.Delete);
        documents.MapValidation();
        documents.MapPublishing();
        documents.MapDomains();
    }

    private static Ok<DocumentConfiguration> Configuration() => TypedResults.Ok(new DocumentConfiguration(false, false, true, false));

    private static Ok<PagedModel<SegmentResponse>> Segments(Guid id)
    {
        _ = id;
        return TypedResults.Ok(PagedModel<SegmentResponse>.Empty);
    }

    private static async Task<Results<Ok<DocumentResponse>, Problem>> FindAsync(
        Guid id, ClaimsPrincipal user, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        await tree.FindAsync(NodeKind.Document, id, cancellationToken) is { } node
            ? TypedResults.Ok(new DocumentModels(await schemas.CurrentAsync(cancellationToken)).Draft(node, user.Rights()))
            : NodeProblems.NotFound(NodeKind.Document);

    private static async Task<Results<Ok<DocumentResponse>, Problem>> FindPublishedAsync(
        Guid id, ClaimsPrincipal user, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        await tree.FindAsync(NodeKind.Document, id, cancellationToken) is { } node
        && new DocumentModels(await schemas.CurrentAsync(cancellationToken)).Published(node, user.Rights()) is { } published
            ? TypedResults.Ok(published)
            : Problems.NotFound("Den udgivne side");

    private static async Task<Results<CreatedResource, Problem>> CreateAsync(
        CreateDocumentRequest request,
        NodeWriter writer,
        ContentEditor editor,
        DocumentPermissions permissions,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var node = request.ToNode();
        var refused = await permissions.DeniedAsync(user, Verbs.Create, node.ParentKey, cancellationToken)
            ?? DocumentPermissions.DeniedLanguage(user, request.WrittenCultures)
            ?? await writer.CreateAsync(
                node,
                user,
                response,
                async command => Saved(await editor.CreateAsync(command, cancellationToken)),
                async command => Saved(await editor.SaveAsync(command, cancellationToken)),
                cancellationToken);
        return refused is null ? CreatedResource.At(node.Key, Collection) : refused;
    }

    private static async Task<Results<CreatedResource, Problem>> CreateAndPublishAsync(
        CreateDocumentRequest request,
        NodeWriter writer,
        Publisher publisher,
        DocumentPermissions permissions,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var node = request.ToNode();
        var cultures = request.CulturesToPublish.Cultures();
        var refused = await permissions.DeniedAsync(user, Verbs.Create, node.ParentKey, cancellationToken)
            ?? await permissions.DeniedAsync(user, Verbs.Publish, node.ParentKey, cancellationToken)
            ?? DocumentPermissions.DeniedLanguage(user, [.. request.WrittenCultures, .. cultures])
            ?? await writer.CreateAsync(
                node,
                user,
                response,
                command => publisher.CreateAndPublishAsync(command, cultures, cancellationToken),
                command => publisher.SaveAndPublishAsync(command, cultures, cancellationToken),
                cancellationToken);
        return refused is null ? CreatedResource.At(node.Key, Collection) : refused;
    }

    private static async Task<Results<Ok, Problem>> UpdateAsync(
        Guid id, UpdateDocumentRequest request, NodeWriter writer, ContentEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var refused = await writer.SaveAsync(
            id,
            NodeKind.Document,
            request.Body,
            user,
            response,
            async command => Saved(await editor.SaveAsync(command, cancellationToken)),
            cancellationToken);
        return refused is null ? TypedResults.Ok() : refused;
    }

    private static async Task<Results<Ok, Problem>> UpdateAndPublishAsync(
        Guid id, UpdateDocumentRequest request, NodeWriter writer, Publisher publisher, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var refused = DocumentPermissions.DeniedLanguage(user, request.CulturesToPublish.Cultures()) ?? await writer.SaveAsync(
            id,
            NodeKind.Document,
            request.Body,
            user,
            response,
            command => publisher.SaveAndPublishAsync(command, request.CulturesToPublish.Cultures(), cancellationToken),
            cancellationToken);
        return refused is null ? TypedResults.Ok() : refused;
    }

    private static async Task<Results<CreatedResource, Problem>> CopyAsync(
        Guid id, CopyDocumentRequest request, ContentEditor editor, DocumentPermissions permissions, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await permissions.DeniedAsync(user, Verbs.Create, request.Target?.Id, cancellationToken) is { } denied)
        {
            return denied;
        }

        var result = await editor.CopyAsync(NodeKind.Document, id, request.Target?.Id, request.IncludeDescendants, user.UserKey(), cancellationToken);
        response.ReachesReadersAt(result.Position);
        return result.Succeeded ? CreatedResource.At(result.Key, Collection) : NodeProblems.From(result.Status, NodeKind.Document);
    }

    private static PublishResult Saved(EditResult result) => new(PublishingStatus.Success, Edit: result);
}
