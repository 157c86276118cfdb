using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.DocumentType;

/// <summary>Document and element types.</summary>
internal static class DocumentTypeEndpoints
{
    private static readonly ContentTypeEndpoints<DocumentTypeModel, DocumentTypeItem> Types =
        new(NodeKind.Document, DocumentTypeModel.Of, DocumentTypeItem.Of);

    private static readonly DocumentTypeConfiguration Configuration = new("True", true, false, ReservedPropertyAliases.All);

    /// <summary>Maps <c>/document-type</c>, <c>/item/document-type</c> and <c>/tree/document-type</c>.</summary>
    public static void MapDocumentTypes(this IEndpointRouteBuilder management)
    {
        var types = management.MapGroup("/document-type").WithTags("Document Type").RequireAuthorization(Policies.Trees);
        Types.MapTypes(types);
        types.MapGet("/configuration", () => Configuration);
        types.MapGet("/allowed-in-library", async ([AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
            (await schemas.CurrentAsync(cancellationToken)).AllowedInLibrary(paging));
        types.MapPost("/{id:guid}/template", NoTemplates).RequireAuthorization(Policies.Settings);

        Types.MapItems(management.MapGroup("/item/document-type").WithTags("Document Type").RequireAuthorization(Policies.Trees));

        management.MapSchemaTree(
            FolderTrees.DocumentTypes, async (services, cancellationToken) => (await services.GetRequiredService<SchemaSource>().CurrentAsync(cancellationToken)).TreeOf(NodeKind.Document), DocumentTypeTreeItem.Of);
    }

    // The site is written in GraphQL's clients, so nothing here would show a template.
    private static Problem NoTemplates(Guid id) => Problems.BadRequest(
        nameof(SchemaStatus.NotAllowed), "Siderne har ingen skabeloner til visning", "Hjemmesiden og skærmene henter indholdet gennem GraphQL og viser det selv.");
}
