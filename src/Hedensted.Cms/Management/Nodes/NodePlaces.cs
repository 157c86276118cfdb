using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Where to; null is the root.</summary>
/// <param name="Target">The new parent.</param>
internal sealed record MoveRequest(Reference? Target);

/// <summary>A new order.</summary>
/// <param name="Parent">Whose children; null is the root.</param>
/// <param name="Sorting">Each child's place.</param>
internal sealed record SortRequest(Reference? Parent, IReadOnlyList<SortRequest.Place>? Sorting)
{
    /// <summary>A child's place.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="SortOrder">Its place.</param>
    internal sealed record Place(Guid Id, int SortOrder);
}

/// <summary>Moves, orders, trashes, restores and deletes nodes of one kind.</summary>
internal sealed class NodePlaces(NodeKind kind)
{
    /// <summary>Moves a node and what stands below it.</summary>
    public async Task<Results<Ok, Problem>> MoveAsync(
        Guid id, MoveRequest request, ContentEditor editor, DocumentPermissions permissions, MediaReach media, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await DeniedAtAsync(permissions, media, user, Verbs.Move, request.Target?.Id, cancellationToken) is { } denied)
        {
            return denied;
        }

        return Answer(await editor.MoveAsync(kind, id, request.Target?.Id, user.UserKey(), cancellationToken), response);
    }

    /// <summary>Gives siblings their order.</summary>
    public async Task<Results<Ok, Problem>> SortAsync(
        SortRequest request, ContentEditor editor, DocumentPermissions permissions, MediaReach media, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await DeniedAtAsync(permissions, media, user, Verbs.Sort, request.Parent?.Id, cancellationToken) is { } denied)
        {
            return denied;
        }

        var places = (request.Sorting ?? []).DistinctBy(place => place.Id).ToDictionary(place => place.Id, place => place.SortOrder);
        return Answer(await editor.SortAsync(kind, request.Parent?.Id, places, user.UserKey(), cancellationToken), response);
    }

    /// <summary>Moves a node to the recycle bin.</summary>
    public async Task<Results<Ok, Problem>> TrashAsync(
        Guid id, ContentEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await editor.TrashAsync(kind, id, user.UserKey(), cancellationToken), response);

    /// <summary>Takes a node out of the recycle bin.</summary>
    public async Task<Results<Ok, Problem>> RestoreAsync(
        Guid id, MoveRequest request, ContentEditor editor, DocumentPermissions permissions, MediaReach media, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await DeniedAtAsync(permissions, media, user, Verbs.Move, request.Target?.Id, cancellationToken) is { } denied)
        {
            return denied;
        }

        return Answer(await editor.RestoreAsync(kind, id, request.Target?.Id, user.UserKey(), cancellationToken), response);
    }

    /// <summary>Removes a node for good.</summary>
    public async Task<Results<Ok, Problem>> DeleteAsync(
        Guid id, ContentEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await editor.DeleteAsync(kind, id, user.UserKey(), cancellationToken), response);

    /// <summary>Removes everything in the recycle bin for good.</summary>
    public async Task<Results<Ok, Problem>> EmptyRecycleBinAsync(
        ContentEditor editor, DocumentPermissions permissions, MediaReach media, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await DeniedAtAsync(permissions, media, user, Verbs.Delete, null, cancellationToken) is { } denied)
        {
            return denied;
        }

        return Answer(await editor.EmptyRecycleBinAsync(kind, user.UserKey(), cancellationToken), response);
    }

    /// <summary>Where a trashed node stood: a reference, or JSON null when that was the root.</summary>
    public async Task<Results<Ok<Reference>, ContentHttpResult, Problem>> OriginalParentAsync(
        Guid id, ContentTree tree, CancellationToken cancellationToken)
    {
        if (await tree.SummariesAsync(kind, [id], cancellationToken) is not [{ } node])
        {
            return NodeProblems.NotFound(kind);
        }

        if (!node.Trashed)
        {
            return NodeProblems.From(EditingStatus.NotInTrash, kind);
        }

        // What was trashed together with its parent has no place of its own to go back to: the editor picks one.
        if (node.ParentKey is not null)
        {
            return NodeProblems.From(EditingStatus.ParentNotFound, kind);
        }

        if (node.OriginalParentKey is { } parentKey
            && await tree.SummariesAsync(kind, [parentKey], cancellationToken) is not [{ Trashed: false }])
        {
            return NodeProblems.From(EditingStatus.ParentNotFound, kind);
        }

        // A body of JSON null is not the same as none: the backoffice reads no body as an object without an id.
        return Reference.To(node.OriginalParentKey) is { } parent ? TypedResults.Ok(parent) : TypedResults.Content("null", "application/json");
    }

    private Results<Ok, Problem> Answer(EditResult result, HttpResponse response)
    {
        response.ReachesReadersAt(result.Position);
        return result.Succeeded ? TypedResults.Ok() : NodeProblems.From(result.Status, kind);
    }

    private async Task<Problem?> DeniedAtAsync(
        DocumentPermissions permissions, MediaReach media, ClaimsPrincipal user, string verb, Guid? key, CancellationToken cancellationToken) =>
        kind == NodeKind.Document
            ? await permissions.DeniedAsync(user, verb, key, cancellationToken)
            : await media.DeniedAsync(user, key, cancellationToken);
}
