using System.Security.Claims;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Lists;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Events;

/// <summary>«Kopiér arrangement»: a draft beside the old one, without what belongs to the old one alone.</summary>
internal static class EventCopying
{
    /// <summary>Maps <c>/event/{id}/copy</c>.</summary>
    public static void MapEventCopying(this IEndpointRouteBuilder own) => own
        .MapGroup("/event").WithTags("Hedensted").RequireAuthorization(Policies.Content)
        .MapPost("/{id:guid}/copy", CopyAsync).RequireVerb(Verbs.Duplicate);

    private static async Task<Results<CreatedResource, Problem>> CopyAsync(
        Guid id,
        ContentEditor editor,
        ContentTree tree,
        SchemaSource schemas,
        DocumentPermissions permissions,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (await tree.SummariesAsync(NodeKind.Document, [id], cancellationToken) is not [{ } node])
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        if ((await schemas.CurrentAsync(cancellationToken)).FindType(node.ContentTypeKey) is not { } type || !EventTypes.MakesOccurrences(type.Alias))
        {
            return Problems.BadRequest("NotAnEvent", "Det er ikke et arrangement", "Brug «Kopiér til …» for at kopiere andre sider.");
        }

        // What is copied stands beside it, so that the right to make pages is asked for there.
        if (await permissions.DeniedAsync(user, Verbs.Create, node.ParentKey, cancellationToken) is { } denied)
        {
            return denied;
        }

        var result = await editor.CopyAsync(NodeKind.Document, id, node.ParentKey, includeDescendants: false, user.UserKey(), cancellationToken, EventCopy.Of);
        response.ReachesReadersAt(result.Position);
        return result.Succeeded ? CreatedResource.At(result.Key, "document") : NodeProblems.From(result.Status, NodeKind.Document);
    }
}
