using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Document;

/// <summary>Documents by key and by name, for pickers and search.</summary>
internal static class DocumentItemEndpoints
{
    private static readonly NodeItems<DocumentItem> Items = new(NodeKind.Document, schema => new DocumentModels(schema).Item);

    /// <summary>Maps <c>/item/document</c>.</summary>
    public static void MapDocumentItems(this IEndpointRouteBuilder management) =>
        Items.Map(management.MapGroup("/item/document").WithTags("Document").RequireAuthorization(Policies.Trees).RequireVerb(Verbs.Read));
}
