using System.Security.Claims;
using System.Text.Json;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.Media;

/// <summary>A new media item.</summary>
internal sealed record CreateMediaRequest(
    Guid? Id, Reference? Parent, Reference? MediaType, IReadOnlyList<ValueRequest>? Values, IReadOnlyList<VariantRequest>? Variants)
{
    /// <summary>Names and values.</summary>
    public NodeBody Body => new(Values, Variants);
}

/// <summary>A new name and values.</summary>
internal sealed record UpdateMediaRequest(IReadOnlyList<ValueRequest>? Values, IReadOnlyList<VariantRequest>? Variants)
{
    /// <summary>Names and values.</summary>
    public NodeBody Body => new(Values, Variants);
}

/// <summary>How media may be handled here.</summary>
internal sealed record MediaConfiguration(bool DisableDeleteWhenReferenced, bool DisableUnpublishWhenReferenced);

/// <summary>Where a media item's file lies.</summary>
internal sealed record MediaUrlInfo(string? Culture, string? Url);

/// <summary>A media item's addresses; none for a folder.</summary>
internal sealed record MediaUrls(Guid Id, IReadOnlyList<MediaUrlInfo> UrlInfos);

/// <summary>Media: open, upload, save, move, trash, delete.</summary>
internal static class MediaEndpoints
{
    private const string FileProperty = "umbracoFile";

    private static readonly NodePlaces Places = new(NodeKind.Media);

    /// <summary>Maps <c>/media</c>.</summary>
    public static void MapMediaItems(this IEndpointRouteBuilder management)
    {
        var media = management.MapGroup("/media").WithTags("Media").RequireAuthorization(Policies.Media).RequireReach();
        media.MapGet("/configuration", Configuration);
        media.MapGet("/{id:guid}", FindAsync);
        media.MapGet("/urls", UrlsAsync);
        media.MapAudit();
        media.MapReferences();

        media.MapPost("", CreateAsync);
        media.MapPost("/validate", ValidateNewAsync);
        media.MapPut("/{id:guid}", UpdateAsync);
        media.MapPut("/{id:guid}/validate", ValidateAsync);
        media.MapPut("/{id:guid}/move", Places.MoveAsync);
        media.MapPut("/sort", Places.SortAsync);
        media.MapPut("/{id:guid}/move-to-recycle-bin", Places.TrashAsync);
        media.MapDelete("/{id:guid}", Places.DeleteAsync);
    }

    private static Ok<MediaConfiguration> Configuration() => TypedResults.Ok(new MediaConfiguration(false, false));

    private static async Task<Results<Ok<MediaResponse>, Problem>> FindAsync(
        Guid id, ContentTree tree, SchemaSource schemas, CancellationToken cancellationToken) =>
        await tree.FindAsync(NodeKind.Media, id, cancellationToken) is { } node
            ? TypedResults.Ok(new MediaModels(await schemas.CurrentAsync(cancellationToken)).Media(node))
            : NodeProblems.NotFound(NodeKind.Media);

    private static async Task<Ok<List<MediaUrls>>> UrlsAsync(
        [FromQuery(Name = "id")] Guid[] ids, ClaimsPrincipal user, ContentTree tree, NodeReaches reaches, CancellationToken cancellationToken)
    {
        var nodes = await reaches.WithinAsync(NodeKind.Media, user, await tree.NodesAsync(NodeKind.Media, ids, cancellationToken), cancellationToken);
        return TypedResults.Ok(nodes
            .Select(node => new MediaUrls(node.Key, FileOf(node.Draft) is { } url ? [new MediaUrlInfo(null, url)] : []))
            .ToList());
    }

    private static async Task<Results<CreatedResource, Problem>> CreateAsync(
        CreateMediaRequest request, NodeWriter writer, ContentEditor editor, MediaReach reach, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reach.DeniedAsync(user, request.Parent?.Id, cancellationToken) is { } denied)
        {
            return denied;
        }

        var key = request.Id ?? Guid.CreateVersion7();
        var refused = await writer.CreateAsync(
            new NewNode(key, NodeKind.Media, request.MediaType?.Id ?? Guid.Empty, request.Parent?.Id, request.Body),
            user,
            response,
            async command => Saved(await editor.CreateAsync(command, cancellationToken)),
            async command => Saved(await editor.SaveAsync(command, cancellationToken)),
            cancellationToken);
        return refused is null ? CreatedResource.At(key, "media") : refused;
    }

    private static async Task<Results<Ok, Problem>> UpdateAsync(
        Guid id, UpdateMediaRequest request, NodeWriter writer, ContentEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var refused = await writer.SaveAsync(
            id,
            NodeKind.Media,
            request.Body,
            user,
            response,
            async command => Saved(await editor.SaveAsync(command, cancellationToken)),
            cancellationToken);
        return refused is null ? TypedResults.Ok() : refused;
    }

    private static async Task<Results<Ok, Problem>> ValidateNewAsync(
        CreateMediaRequest request, SchemaSource schemas, ContentValidator validator, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.FindType(request.MediaType?.Id ?? Guid.Empty) is { Kind: NodeKind.Media } type
            ? Check(schema, type, request.Body, validator)
            : NodeProblems.From(EditingStatus.ContentTypeNotFound, NodeKind.Media);
    }

    private static async Task<Results<Ok, Problem>> ValidateAsync(
        Guid id, UpdateMediaRequest request, ContentTree tree, SchemaSource schemas, ContentValidator validator, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return await tree.SummariesAsync(NodeKind.Media, [id], cancellationToken) is [{ } node] && schema.FindType(node.ContentTypeKey) is { } type
            ? Check(schema, type, request.Body, validator)
            : NodeProblems.NotFound(NodeKind.Media);
    }

    private static Results<Ok, Problem> Check(ContentSchema schema, ContentType type, NodeBody body, ContentValidator validator)
    {
        var errors = validator.Validate(schema, type, body.ToContent(), []);
        return errors.IsEmpty ? TypedResults.Ok() : ValidationPaths.Problem(body, errors);
    }

    private static PublishResult Saved(EditResult result) => new(PublishingStatus.Success, Edit: result);

    private static string? FileOf(NodeContent content) => content.ValueOf(FileProperty) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Object } value when value.TryGetProperty("src", out var source) => source.GetString(),
        _ => null,
    };
}
