using System.Security.Claims;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Document;

/// <summary>An address, or a message that says why there is none.</summary>
internal sealed record DocumentUrlInfo(string? Culture, string? Url, string? Message, string Provider, bool IsExternal);

/// <summary>A document's addresses.</summary>
internal sealed record DocumentUrls(Guid Id, IReadOnlyList<DocumentUrlInfo> UrlInfos);

/// <summary>Where citizens find a document.</summary>
internal static class DocumentUrlEndpoints
{
    private const string Provider = "umbDocumentUrlProvider";

    /// <summary>Maps the address below <c>/document</c>.</summary>
    public static void MapUrls(this IEndpointRouteBuilder documents) => documents.MapGet("/urls", UrlsAsync);

    private static async Task<Ok<List<DocumentUrls>>> UrlsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, NewestEdition newest, CancellationToken cancellationToken)
    {
        var nodes = await reaches.WithinAsync(NodeKind.Document, user, await tree.SummariesAsync(NodeKind.Document, ids, cancellationToken), cancellationToken);
        var edition = await newest.FindAsync(cancellationToken);
        return TypedResults.Ok(nodes
            .Select(node => new DocumentUrls(node.Key, [.. node.Variants.Select(variant => InfoOf(node, variant, edition))]))
            .ToList());
    }

    private static DocumentUrlInfo InfoOf(NodeSummary node, NodeVariant variant, Edition? edition)
    {
        if (variant.State is not (VariantState.Published or VariantState.PublishedPendingChanges))
        {
            return Without(variant, node.Trashed ? "Siden ligger i papirkurven." : "Siden er ikke udgivet. Udgiv den for at give den en adresse.");
        }

        return edition?.Find(node.Key) is { } document
            ? new DocumentUrlInfo(variant.Culture, edition.PathOf(document, variant.Culture), null, Provider, false)
            : Without(variant, "Siden kan ikke ses endnu, fordi en side ovenover ikke er udgivet.");
    }

    private static DocumentUrlInfo Without(NodeVariant variant, string message) => new(variant.Culture, null, message, Provider, false);
}
