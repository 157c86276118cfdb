using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hedensted.Cms.Management.Document;

/// <summary>List views of a document's children.</summary>
internal static class DocumentCollectionEndpoints
{
    /// <summary>Maps <c>/collection/document</c>.</summary>
    public static void MapDocumentCollection(this IEndpointRouteBuilder management) => management
        .MapGroup("/collection/document").WithTags("Document").RequireAuthorization(Policies.Content)
        .MapGet("/{id:guid}", CollectionAsync).RequireVerb(Verbs.Read);

    private static async Task<Results<Ok<PagedModel<DocumentCollectionItem>>, Problem>> CollectionAsync(
        Guid id, [AsParameters] CollectionQuery query, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, SchemaSource schemas, UserNames users, CancellationToken cancellationToken)
    {
        if (await tree.SummariesAsync(NodeKind.Document, [id], cancellationToken) is not [{ } parent])
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        var schema = await schemas.CurrentAsync(cancellationToken);
        var reach = await reaches.OfAsync(NodeKind.Document, user, null, cancellationToken);
        var shown = reach.IsEverything ? null : reach.ChildrenOf([.. parent.Ancestors, id]);
        var page = await tree.CollectionAsync(query.Of(NodeKind.Document, id) with { Only = shown, Hidden = HiddenFields.Of(schema, user.Rights()).ByType }, cancellationToken);
        var names = await users.FindAsync(page.Items.SelectMany(node => new[] { node.CreatorKey, node.WriterKey }), cancellationToken);
        var columns = schema.ColumnsOf(query.DataTypeKey ?? schema.FindType(parent.ContentTypeKey)?.CollectionKey);
        var models = new DocumentModels(schema);
        return TypedResults.Ok(new PagedModel<DocumentCollectionItem>(
            page.Total, [.. page.Items.Select(node => models.CollectionItem(node, user.Rights(), columns, names))]));
    }
}
