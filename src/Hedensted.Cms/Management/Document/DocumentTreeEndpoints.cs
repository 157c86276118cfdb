using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Document;

/// <summary>The content tree.</summary>
internal static class DocumentTreeEndpoints
{
    private static readonly NodeTree<DocumentTreeItem> Tree = new(NodeKind.Document, schema => new DocumentModels(schema).TreeItem);

    /// <summary>Maps <c>/tree/document</c>.</summary>
    public static void MapDocumentTree(this IEndpointRouteBuilder management) =>
        Tree.Map(management.MapGroup("/tree/document").WithTags("Document").RequireAuthorization(Policies.Trees).RequireVerb(Verbs.Read));
}
