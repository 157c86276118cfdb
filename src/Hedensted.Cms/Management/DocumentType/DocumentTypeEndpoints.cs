using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.DocumentType;

/// <summary>Document and element types, read.</summary>
internal static class DocumentTypeEndpoints
{
    private static readonly ContentTypeEndpoints<DocumentTypeModel, DocumentTypeItem> Types =
        new(NodeKind.Document, "Dokumenttypen", DocumentTypeModel.Of, DocumentTypeItem.Of);

    // Fields that every document has in the public API or in a list view.
    private static readonly DocumentTypeConfiguration Configuration = new("False", true, false, ["id", "key", "name", "path", "url", "urlSegment", "parentId", "sortOrder", "level", "createDate", "updateDate", "creator", "template"]);

    /// <summary>Maps <c>/document-type</c>, <c>/item/document-type</c> and <c>/tree/document-type</c>.</summary>
    public static void MapDocumentTypes(this IEndpointRouteBuilder management)
    {
        var types = management.MapGroup("/document-type").WithTags("Document Type").RequireAuthorization(Policies.Trees);
        Types.MapTypes(types);
        types.MapGet("/configuration", () => Configuration);
        types.MapGet("/{id:guid}/blueprint", (Guid id) => PagedModel<DocumentTypeItem>.Empty);

        Types.MapItems(management.MapGroup("/item/document-type").WithTags("Document Type").RequireAuthorization(Policies.Trees));

        management.MapSchemaTree(
            "document-type",
            schema => new SchemaTree<ContentType>("document-type", schema.TypesOf(NodeKind.Document), type => (type.Key, type.Name, type.Folder)),
            DocumentTypeTreeItem.Of);
    }
}
