using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.DocumentBlueprint;

/// <summary>Document templates («arrangementsskabeloner»): what a new document starts with.</summary>
internal static class BlueprintEndpoints
{
    private const string Collection = FolderTrees.Blueprints;

    /// <summary>Maps <c>/document-blueprint</c>, its items and its tree, and the templates of a document type.</summary>
    public static void MapBlueprints(this IEndpointRouteBuilder management)
    {
        var blueprints = management.MapGroup("/document-blueprint").WithTags("Document Blueprint");
        blueprints.MapGet("/{id:guid}", FindAsync).RequireAuthorization(Policies.Trees);
        blueprints.MapGroup("").RequireAuthorization(Policies.Settings).MapAudit();

        // An editor who makes a document from a template need not see the settings.
        blueprints.MapGet("/{id:guid}/scaffold", FindAsync).RequireAuthorization(Policies.Content);
        blueprints.MapPost("/from-document", FromDocumentAsync).RequireAuthorization(Policies.Content).RequireVerbSomewhere(Verbs.CreateBlueprint);

        var writing = blueprints.MapGroup("").RequireAuthorization(Policies.Settings);
        writing.MapPost("", CreateAsync);
        writing.MapPut("/{id:guid}", UpdateAsync);
        writing.MapDelete("/{id:guid}", DeleteAsync);
        writing.MapPut("/{id:guid}/move", MoveAsync);

        management.MapGet("/item/document-blueprint", ItemsAsync).WithTags("Document Blueprint").RequireAuthorization(Policies.Trees);
        management.MapGet("/document-type/{id:guid}/blueprint", OfTypeAsync).WithTags("Document Type").RequireAuthorization(Policies.Trees);
        management.MapSchemaTree(
            FolderTrees.Blueprints, (services, cancellationToken) => services.GetRequiredService<BlueprintTrees>().ReadAsync(cancellationToken), BlueprintTreeItem.Of);
    }

    private static async Task<Results<Ok<BlueprintModel>, Problem>> FindAsync(
        Guid id, ClaimsPrincipal user, BlueprintEditor blueprints, SchemaSource schemas, CancellationToken cancellationToken) =>
        (await blueprints.ReadAsync(cancellationToken)).FirstOrDefault(blueprint => blueprint.Key == id) is { } blueprint
            ? TypedResults.Ok(BlueprintModel.Of(blueprint, await schemas.CurrentAsync(cancellationToken), user.Rights()))
            : Problems.NotFound(SchemaNoun.Blueprint.The);

    private static async Task<IResult> CreateAsync(
        BlueprintRequest request, BlueprintEditor blueprints, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.Blueprint.Created(await blueprints.CreateAsync(request.ToBlueprint(), request.Parent?.Id, user.UserKey(), cancellationToken), response, Collection);

    private static async Task<IResult> FromDocumentAsync(
        BlueprintFromDocumentRequest request, BlueprintEditor blueprints, DocumentPermissions permissions, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (request.Document is not { } document)
        {
            return NodeProblems.NotFound(NodeKind.Document);
        }

        if (await permissions.DeniedAsync(user, Verbs.CreateBlueprint, document.Id, cancellationToken) is { } denied)
        {
            return denied;
        }

        return SchemaNoun.Blueprint.Created(
            await blueprints.CreateFromDocumentAsync(document.Id, request.Id ?? Guid.CreateVersion7(), request.Name ?? "", request.Parent?.Id, user.UserKey(), cancellationToken),
            response,
            Collection);
    }

    private static async Task<IResult> UpdateAsync(
        Guid id, BlueprintRequest request, BlueprintEditor blueprints, SchemaSource schemas, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var (opened, content, schema) = (request.Body.OpenedDates(), request.Body.ToContent(), await schemas.CurrentAsync(cancellationToken));
        if ((await blueprints.ReadAsync(cancellationToken)).FirstOrDefault(blueprint => blueprint.Key == id) is { } saved && schema.FindType(saved.ContentTypeKey) is { } type)
        {
            content = WritableContent.Of(user.Rights(), schema, type, saved.Content, content);
        }

        return SchemaNoun.Blueprint.Done(
            await blueprints.UpdateAsync(id, content, opened.IsEmpty ? null : opened.Values.Max(), user.UserKey(), cancellationToken), response);
    }

    private static async Task<IResult> DeleteAsync(Guid id, BlueprintEditor blueprints, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.Blueprint.Done(await blueprints.DeleteAsync(id, user.UserKey(), cancellationToken), response);

    private static async Task<IResult> MoveAsync(
        Guid id, MoveRequest request, BlueprintEditor blueprints, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.Blueprint.Done(await blueprints.MoveAsync(id, request.Target?.Id, user.UserKey(), cancellationToken), response);

    private static async Task<List<BlueprintItem>> ItemsAsync(
        [FromQuery(Name = "id")] Guid[] ids, BlueprintEditor blueprints, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        var all = (await blueprints.ReadAsync(cancellationToken)).ToDictionary(blueprint => blueprint.Key);
        return [.. ids.Distinct().Select(all.GetValueOrDefault).OfType<Blueprint>()
            .Select(blueprint => new BlueprintItem(blueprint.Key, blueprint.Name, schema.TypeReference(blueprint.ContentTypeKey), []))];
    }

    private static async Task<PagedModel<TypeBlueprintItem>> OfTypeAsync(Guid id, [AsParameters] Paging paging, BlueprintEditor blueprints, CancellationToken cancellationToken) =>
        paging.Of((await blueprints.ReadAsync(cancellationToken))
            .Where(blueprint => blueprint.ContentTypeKey == id)
            .OrderBy(blueprint => blueprint.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(blueprint => new TypeBlueprintItem(blueprint.Key, blueprint.Name, [])));
}
