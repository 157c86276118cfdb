using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>A host name of a document.</summary>
internal sealed record DomainModel(string DomainName, string IsoCode);

/// <summary>A document's host names, and the language of its branch.</summary>
internal sealed record DomainsModel(string? DefaultIsoCode, IReadOnlyList<DomainModel> Domains);

/// <summary>What a user is told of by mail.</summary>
internal sealed record NotificationModel(string ActionId, string Alias, bool Subscribed);

/// <summary>What a user wants to be told of.</summary>
internal sealed record UpdateNotifications(IReadOnlyList<string>? SubscribedActionIds);

/// <summary>Two things that Umbraco keeps with a document and that are settled elsewhere here; asked for, they say so.</summary>
internal static class DocumentDomains
{
    private static readonly DomainsModel None = new(null, []);

    // The actions that Umbraco's own dialogue lists.
    private static readonly NotificationModel[] Unsubscribed =
    [
        new(Verbs.Create, "create", false), new(Verbs.Update, "update", false), new(Verbs.Publish, "publish", false),
        new(Verbs.Unpublish, "unpublish", false), new(Verbs.Delete, "delete", false),
    ];

    /// <summary>Maps the addresses below <c>/document/{id}</c>.</summary>
    public static void MapDomains(this IEndpointRouteBuilder documents)
    {
        documents.MapGet("/{id:guid}/domains", (Guid id, ContentTree tree, CancellationToken cancellationToken) => AnswerAsync(id, None, tree, cancellationToken)).RequireVerb(Verbs.Read);
        documents.MapGet("/{id:guid}/notifications", (Guid id, ContentTree tree, CancellationToken cancellationToken) => AnswerAsync(id, Unsubscribed, tree, cancellationToken)).RequireVerb(Verbs.Read);
        documents.MapPut("/{id:guid}/domains", (Guid id, DomainsModel domains) => Problems.BadRequest(
            "NotSupported", "Webstedet har ét domæne", "Domænet sættes op foran webstedet, og sproget følger siden. Skriv til den systemansvarlige.")).RequireVerb(Verbs.Update);
        documents.MapPut("/{id:guid}/notifications", (Guid id, UpdateNotifications wanted) => Problems.BadRequest(
            "NotSupported", "Der sendes ikke mails om ændringer", "Se på forsiden af backoffice, hvad kolleger har ændret.")).RequireVerb(Verbs.Read);
    }

    private static async Task<Results<Ok<T>, Problem>> AnswerAsync<T>(Guid id, T answer, ContentTree tree, CancellationToken cancellationToken) =>
        await tree.SummariesAsync(NodeKind.Document, [id], cancellationToken) is [_] ? TypedResults.Ok(answer) : NodeProblems.NotFound(NodeKind.Document);
}
