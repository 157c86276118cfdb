using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>Documents chosen in a list.</summary>
internal sealed record ManyDocumentsRequest(IReadOnlyList<Guid>? Ids);

/// <summary>How it went with one of them.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called; empty when it is gone.</param>
/// <param name="Done">Whether it is done; if not, nothing about it has changed.</param>
/// <param name="Title">Why not, in a few Danish words.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="Fields">The fields that keep it from being published.</param>
/// <param name="Advice">What its editors do well to know, although it is done.</param>
internal sealed record DocumentOutcome(Guid Id, string Name, bool Done, string? Title, string? Detail, IReadOnlyList<FieldFault> Fields, IReadOnlyList<string> Advice);

/// <summary>A field that breaks a rule.</summary>
/// <param name="Field">Its Danish label.</param>
/// <param name="Message">What to do.</param>
internal sealed record FieldFault(string Field, string Message);

/// <summary>Publishes and takes down many documents at once, and says of each how it went.</summary>
/// <remarks>Each document is a transaction of its own: one that cannot be published keeps no other from its readers, and is itself as it was.</remarks>
internal static class ManyDocuments
{
    /// <summary>Maps <c>/hedensted/documents</c>.</summary>
    public static void MapManyDocuments(this IEndpointRouteBuilder management)
    {
        var documents = management.MapGroup("/hedensted/documents").WithTags("Hedensted").RequireAuthorization(Policies.Content);
        documents.MapPut("/publish", PublishAsync).RequireVerb(Verbs.Publish);
        documents.MapPut("/unpublish", UnpublishAsync).RequireVerb(Verbs.Unpublish);
    }

    private static Task<Results<Ok<IReadOnlyList<DocumentOutcome>>, Problem>> PublishAsync(
        ManyDocumentsRequest request, ManyDocumentsWriter writer, Publisher publisher, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        writer.EachAsync(
            request,
            Verbs.Publish,
            user,
            response,
            (node, cultures) => publisher.PublishAsync(node.Key, [.. cultures], user.UserKey(), cancellationToken),
            cancellationToken);

    private static Task<Results<Ok<IReadOnlyList<DocumentOutcome>>, Problem>> UnpublishAsync(
        ManyDocumentsRequest request, ManyDocumentsWriter writer, Publisher publisher, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        writer.EachAsync(
            request, Verbs.Unpublish, user, response, (node, _) => publisher.UnpublishAsync(node.Key, [], user.UserKey(), cancellationToken), cancellationToken);
}
