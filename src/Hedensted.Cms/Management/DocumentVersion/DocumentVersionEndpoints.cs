using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.DocumentVersion;

/// <summary>A version in the list.</summary>
internal sealed record DocumentVersionItem(
    Guid Id,
    Reference Document,
    Reference DocumentType,
    Reference User,
    DateTimeOffset VersionDate,
    bool IsCurrentPublishedVersion,
    bool IsCurrentDraftVersion,
    bool PreventCleanup);

/// <summary>A version with its values; its id is the version's, for that is what the backoffice posts back.</summary>
internal sealed record DocumentVersionResponse(
    Guid Id,
    Reference Document,
    TypeReference DocumentType,
    IReadOnlyList<ValueResponse> Values,
    IReadOnlyList<Document.DocumentVariant> Variants,
    IReadOnlyList<Flag> Flags);

/// <summary>Earlier versions of documents, and the way back to them.</summary>
internal static class DocumentVersionEndpoints
{
    /// <summary>Maps <c>/document-version</c>.</summary>
    public static void MapDocumentVersions(this IEndpointRouteBuilder management)
    {
        // The route's id is a version's, so the check of the document itself stands in each handler.
        var versions = management.MapGroup("/document-version").WithTags("Document Version").RequireAuthorization(Policies.Content);
        versions.MapGet("", ListAsync).RequireVerbSomewhere(Verbs.Read);
        versions.MapGet("/{id:guid}", FindAsync).RequireVerbSomewhere(Verbs.Read);
        versions.MapPut("/{id:guid}/prevent-cleanup", PreventCleanupAsync).RequireVerbSomewhere(Verbs.Rollback);
        versions.MapPost("/{id:guid}/rollback", RollbackAsync).RequireVerbSomewhere(Verbs.Rollback);
    }

    private static async Task<Results<Ok<PagedModel<DocumentVersionItem>>, Problem>> ListAsync(
        Guid documentId, [AsParameters] Paging paging, History history, DocumentPermissions permissions, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await permissions.DeniedAsync(user, Verbs.Read, documentId, cancellationToken) is { } denied)
        {
            return denied;
        }

        var page = await history.VersionsAsync(documentId, paging.Offset, paging.Limit, cancellationToken);
        return TypedResults.Ok(new PagedModel<DocumentVersionItem>(page.Total, [.. page.Items.Select(ItemOf)]));
    }

    private static async Task<Results<Ok<DocumentVersionResponse>, Problem>> FindAsync(
        Guid id, History history, SchemaSource schemas, DocumentPermissions permissions, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (version, refused) = await FindAllowedAsync(id, Verbs.Read, history, permissions, user, cancellationToken);
        return version is null
            ? refused!
            : TypedResults.Ok(ResponseOf(version, await schemas.CurrentAsync(cancellationToken), user.Rights()));
    }

    private static async Task<Results<Ok, Problem>> PreventCleanupAsync(
        Guid id, bool? preventCleanup, History history, DocumentPermissions permissions, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (version, refused) = await FindAllowedAsync(id, Verbs.Rollback, history, permissions, user, cancellationToken);
        return version is not null && await history.PreventCleanupAsync(id, preventCleanup ?? true, cancellationToken)
            ? TypedResults.Ok()
            : refused ?? Problems.NotFound("Versionen");
    }

    private static async Task<Results<Ok, Problem>> RollbackAsync(
        Guid id,
        string? culture,
        History history,
        ContentEditor editor,
        ContentTree tree,
        DocumentPermissions permissions,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var (version, refused) = await FindAllowedAsync(id, Verbs.Rollback, history, permissions, user, cancellationToken);
        if (version is null)
        {
            return refused!;
        }

        IEnumerable<string?> affected = string.IsNullOrEmpty(culture) ? await tree.CulturesAsync(version.Summary.NodeKey, cancellationToken) : [culture];
        if (DocumentPermissions.DeniedLanguage(user, affected) is { } denied)
        {
            return denied;
        }

        var result = await editor.RollbackAsync(id, string.IsNullOrEmpty(culture) ? null : culture, user.UserKey(), cancellationToken);
        response.ReachesReadersAt(result.Position);
        return result.Succeeded ? TypedResults.Ok() : NodeProblems.From(result.Status, NodeKind.Document);
    }

    private static async Task<(NodeVersion? Version, Problem? Refused)> FindAllowedAsync(
        Guid id, string verb, History history, DocumentPermissions permissions, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await history.FindVersionAsync(id, cancellationToken) is not { } version)
        {
            return (null, Problems.NotFound("Versionen"));
        }

        var denied = await permissions.DeniedAsync(user, verb, version.Summary.NodeKey, cancellationToken);
        return denied is null ? (version, null) : (null, denied);
    }

    private static DocumentVersionItem ItemOf(VersionSummary version) => new(
        version.Key,
        new Reference(version.NodeKey),
        new Reference(version.ContentTypeKey),
        new Reference(version.AuthorKey ?? Guid.Empty),
        version.Date,
        version.IsCurrentPublished,
        version.IsCurrentDraft,
        version.PreventCleanup);

    private static DocumentVersionResponse ResponseOf(NodeVersion version, ContentSchema schema, Rights reader)
    {
        var summary = version.Summary;
        var state = summary.IsCurrentPublished ? VariantState.Published : VariantState.Draft;
        return new DocumentVersionResponse(
            summary.Key,
            new Reference(summary.NodeKey),
            schema.TypeReference(summary.ContentTypeKey),
            schema.ReadableValues(summary.ContentTypeKey, version.Content, reader),
            [.. version.Content.Names.Select(name => new Document.DocumentVariant(
                summary.NodeKey, name.Culture, null, name.Name, state, summary.Date, summary.Date, null, null, null, []))],
            []);
    }
}
