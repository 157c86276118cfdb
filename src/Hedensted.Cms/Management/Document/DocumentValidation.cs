using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>Says what would keep a document from being published, before it is saved.</summary>
internal static class DocumentValidation
{
    /// <summary>Maps the check of a new document.</summary>
    public static void MapValidation(this IEndpointRouteBuilder documents) =>
        documents.MapPost("/validate", ValidateNewAsync).RequireVerb(Verbs.Create);

    /// <summary>Maps the check of a document that exists, the one address of version 1.1.</summary>
    public static void MapDocuments11(this IEndpointRouteBuilder management) => management
        .MapGroup("/document").WithTags("Document").RequireAuthorization(Policies.Content)
        .MapPut("/{id:guid}/validate", ValidateAsync).RequireVerb(Verbs.Update);

    private static async Task<Results<Ok, Problem>> ValidateNewAsync(
        CreateDocumentRequest request, ClaimsPrincipal user, SchemaSource schemas, ContentValidator validator, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.FindType(request.DocumentType?.Id ?? Guid.Empty) is { Kind: NodeKind.Document } type
            ? Check(schema, type, request.Body, request.Body.ToContent(), null, user, validator)
            : NodeProblems.From(EditingStatus.ContentTypeNotFound, NodeKind.Document);
    }

    private static async Task<Results<Ok, Problem>> ValidateAsync(
        Guid id, UpdateDocumentRequest request, ClaimsPrincipal user, ContentTree tree, SchemaSource schemas, ContentValidator validator, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);

        // Checked is what a save would keep: what its author may not write stays as it is.
        return await tree.FindAsync(NodeKind.Document, id, cancellationToken) is { } node
            && schema.FindType(node.ContentTypeKey) is { } type
            ? Check(schema, type, request.Body, WritableContent.Of(user.Rights(), schema, type, node.Draft, request.Body.ToContent()), request.Cultures, user, validator)
            : NodeProblems.NotFound(NodeKind.Document);
    }

    private static Results<Ok, Problem> Check(
        ContentSchema schema, ContentType type, NodeBody body, NodeContent content, IReadOnlyList<string>? cultures, ClaimsPrincipal user, ContentValidator validator)
    {
        var errors = validator.Validate(schema, type, content, cultures.Cultures());
        return errors.IsEmpty ? TypedResults.Ok() : ValidationPaths.Problem(body, HiddenFields.Of(schema, user.Rights()).Told(type.Key, errors));
    }
}
