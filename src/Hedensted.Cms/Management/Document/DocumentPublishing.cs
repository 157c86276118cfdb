using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>Decides what readers see: publish now or later, a branch, take down.</summary>
internal static class DocumentPublishing
{
    private const int NamesShown = 5;

    /// <summary>Maps the addresses below <c>/document/{id}</c>.</summary>
    public static void MapPublishing(this IEndpointRouteBuilder documents)
    {
        documents.MapPut("/{id:guid}/publish", PublishAsync).RequireVerb(Verbs.Publish);
        documents.MapPut("/{id:guid}/publish-with-descendants", PublishBranchAsync).RequireVerbInBranch(Verbs.Publish);
        documents.MapGet("/{id:guid}/publish-with-descendants/result/{taskId:guid}", BranchResult).RequireVerb(Verbs.Publish);
        documents.MapPut("/{id:guid}/unpublish", UnpublishAsync).RequireVerb(Verbs.Unpublish);
    }

    private static async Task<Results<Ok, Problem>> PublishAsync(
        Guid id, PublishDocumentRequest request, Publisher publisher, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var schedules = request.PublishSchedules ?? [];
        var later = schedules.Where(culture => culture.Schedule is not null).ToArray();
        var now = schedules.Where(culture => culture.Schedule is null).ToArray();
        if (schedules.Count == 0)
        {
            return NodeProblems.From(PublishingStatus.NothingToPublish);
        }

        if (DocumentPermissions.DeniedLanguage(user, schedules.Select(culture => culture.Culture)) is { } denied)
        {
            return denied;
        }

        if (later.Length > 0)
        {
            var scheduled = await publisher.ScheduleAsync(
                id,
                [.. later.Select(culture => new CultureSchedule(
                    string.IsNullOrEmpty(culture.Culture) ? null : culture.Culture, culture.Schedule!.PublishTime, culture.Schedule.UnpublishTime))],
                user.UserKey(),
                cancellationToken);
            response.ReachesReadersAt(scheduled.Position);
            if (!scheduled.Succeeded)
            {
                return NodeProblems.From(scheduled.Status);
            }
        }

        if (now.Length > 0)
        {
            var published = await publisher.PublishAsync(id, now.Select(culture => culture.Culture).Cultures(), user.UserKey(), cancellationToken);
            response.ReachesReadersAt(published.Position);
            if (!published.Succeeded)
            {
                return NodeProblems.From(published.Status);
            }
        }

        return TypedResults.Ok();
    }

    private static async Task<Results<Ok<PublishBranchResponse>, Problem>> PublishBranchAsync(
        Guid id,
        PublishBranchRequest request,
        Publisher publisher,
        ContentTree tree,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (DocumentPermissions.DeniedLanguage(user, request.Cultures.Cultures()) is { } denied)
        {
            return denied;
        }

        var result = await publisher.PublishBranchAsync(
            id, request.Cultures.Cultures(), request.IncludeUnpublishedDescendants, user.UserKey(), cancellationToken);
        response.ReachesReadersAt(result.Position);
        if (result.Status == PublishingStatus.FailedBranch && !result.FailedKeys.IsDefaultOrEmpty)
        {
            var failed = await tree.SummariesAsync(NodeKind.Document, result.FailedKeys, cancellationToken);
            var names = string.Join(", ", failed.Take(NamesShown).Select(node => $"«{node.NameIn(null)}»"));
            var more = failed.Count > NamesShown ? $" og {failed.Count - NamesShown} til" : "";
            return NodeProblems.From(result.Status) with
            {
                Detail = $"Resten er udgivet. Ret de markerede felter på {names}{more}, og udgiv igen.",
            };
        }

        return result.Succeeded ? TypedResults.Ok(new PublishBranchResponse(Guid.CreateVersion7(), true)) : NodeProblems.From(result.Status);
    }

    private static Ok<PublishBranchResponse> BranchResult(Guid id, Guid taskId)
    {
        _ = id;
        return TypedResults.Ok(new PublishBranchResponse(taskId, true));
    }

    private static async Task<Results<Ok, Problem>> UnpublishAsync(
        Guid id, UnpublishDocumentRequest request, Publisher publisher, ContentTree tree, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        // No languages at all means every one of them.
        var cultures = request.Cultures.Cultures();
        var affected = cultures.IsEmpty ? await tree.CulturesAsync(id, cancellationToken) : cultures;
        if (DocumentPermissions.DeniedLanguage(user, affected) is { } denied)
        {
            return denied;
        }

        var result = await publisher.UnpublishAsync(id, cultures, user.UserKey(), cancellationToken);
        response.ReachesReadersAt(result.Position);
        return result.Succeeded ? TypedResults.Ok() : NodeProblems.From(result.Status);
    }
}
