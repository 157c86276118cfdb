using System.Globalization;
using System.Security.Claims;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Management.Types;
using Hedensted.Content.Editing;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hedensted.Cms.Management.DataType;

/// <summary>Data types.</summary>
internal static class DataTypeEndpoints
{
    private static readonly StringComparer Danish = StringComparer.Create(CultureInfo.GetCultureInfo("da"), ignoreCase: true);

    private static readonly DataTypeConfiguration Configuration =
        new("True", new("c0808dd3-8133-4e4b-8ce8-e2bea84a96a4"), new("3a0156c4-3b8c-4803-bdc1-6871faa83fff"));

    /// <summary>Maps <c>/data-type</c>, <c>/item/data-type</c>, <c>/filter/data-type</c> and <c>/tree/data-type</c>.</summary>
    public static void MapDataTypes(this IEndpointRouteBuilder management)
    {
        var types = management.MapGroup("/data-type").WithTags("Data Type").RequireAuthorization(Policies.Trees);
        types.MapGet("/{id:guid}", FindAsync);
        types.MapGet("/batch", BatchAsync);
        types.MapGet("/configuration", () => Configuration);
        types.MapGet("/{id:guid}/referenced-by", ReferencedByAsync);
        types.MapGet("/{id:guid}/is-used", IsUsedAsync);

        var writing = types.MapGroup("").RequireAuthorization(Policies.Settings);
        writing.MapPost("", CreateAsync);
        writing.MapPut("/{id:guid}", UpdateAsync);
        writing.MapDelete("/{id:guid}", DeleteAsync);
        writing.MapPost("/{id:guid}/copy", CopyAsync);
        writing.MapPut("/{id:guid}/move", MoveAsync);

        var items = management.MapGroup("/item/data-type").WithTags("Data Type").RequireAuthorization(Policies.Trees);
        items.MapGet("", ItemsAsync);
        items.MapGet("/search", (string? query, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
            FilterAsync(query, null, null, paging, schemas, cancellationToken));

        management.MapGet("/filter/data-type", FilterAsync).WithTags("Data Type").RequireAuthorization(Policies.Trees);

        management.MapSchemaTree(FolderTrees.DataTypes, TreeAsync, DataTypeTreeItem.Of);
    }

    private static async Task<IResult> FindAsync(Guid id, SchemaSource schemas, HttpResponse response, CancellationToken cancellationToken) =>
        (await schemas.CurrentAsync(cancellationToken)).FindDataType(id) is { } type ? Opened.Stamped(response, SchemaStamp.Of(type), DataTypeModel.Of(type)) : NotFound();

    private static async Task<IResult> CreateAsync(DataTypeRequest request, DataTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.DataType.Created(
            await editor.CreateAsync(request.ToType(request.Id ?? Guid.CreateVersion7()), request.Parent?.Id, user.UserKey(), cancellationToken), response, FolderTrees.DataTypes);

    private static async Task<IResult> UpdateAsync(
        Guid id, DataTypeRequest request, DataTypeEditor editor, ClaimsPrincipal user, HttpContext context, CancellationToken cancellationToken) =>
        SchemaNoun.DataType.Done(await editor.UpdateAsync(request.ToType(id), Opened.Stamp(context.Request), user.UserKey(), cancellationToken), context.Response);

    private static async Task<IResult> DeleteAsync(Guid id, DataTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.DataType.Done(await editor.DeleteAsync(id, user.UserKey(), cancellationToken), response);

    private static async Task<IResult> CopyAsync(
        Guid id, MoveRequest request, DataTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.DataType.Created(await editor.CopyAsync(id, request.Target?.Id, user.UserKey(), cancellationToken), response, FolderTrees.DataTypes);

    private static async Task<IResult> MoveAsync(
        Guid id, MoveRequest request, DataTypeEditor editor, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken) =>
        SchemaNoun.DataType.Done(await editor.MoveAsync(id, request.Target?.Id, user.UserKey(), cancellationToken), response);

    private static async Task<SchemaTree<Content.Model.DataType>> TreeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var schema = await services.GetRequiredService<SchemaSource>().CurrentAsync(cancellationToken);
        return new(FolderTrees.DataTypes, schema.MadeFolders, schema.DataTypes, type => (type.Key, type.Name, type.Folder));
    }

    private static async Task<BatchModel<DataTypeModel>> BatchAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return BatchModel<DataTypeModel>.Of([.. ids.Distinct().Select(schema.FindDataType).OfType<Content.Model.DataType>().Select(DataTypeModel.Of)]);
    }

    private static async Task<List<DataTypeItem>> ItemsAsync([FromQuery(Name = "id")] Guid[] ids, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return [.. ids.Distinct().Select(schema.FindDataType).OfType<Content.Model.DataType>().Select(DataTypeItem.Of)];
    }

    private static async Task<PagedModel<DataTypeItem>> FilterAsync(
        string? name, string? editorUiAlias, string? editorAlias, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var found = (await schemas.CurrentAsync(cancellationToken)).DataTypes
            .Where(type => (string.IsNullOrWhiteSpace(name) || type.Name.Contains(name.Trim(), StringComparison.CurrentCultureIgnoreCase))
                && (string.IsNullOrEmpty(editorUiAlias) || type.EditorUiAlias == editorUiAlias)
                && (string.IsNullOrEmpty(editorAlias) || type.EditorAlias == editorAlias))
            .OrderBy(type => type.Name, Danish)
            .ToArray();
        return new(found.Length, [.. found.Skip(paging.Offset).Take(paging.Limit).Select(DataTypeItem.Of)]);
    }

    private static async Task<Results<Ok<PagedModel<FieldReference>>, Problem>> ReferencedByAsync(
        Guid id, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        if (schema.FindDataType(id) is null)
        {
            return NotFound();
        }

        var fields = FieldsOf(schema, id).ToArray();
        return TypedResults.Ok(new PagedModel<FieldReference>(fields.Length, [.. fields.Skip(paging.Offset).Take(paging.Limit)]));
    }

    private static async Task<Results<Ok<bool>, Problem>> IsUsedAsync(Guid id, SchemaSource schemas, CancellationToken cancellationToken)
    {
        var schema = await schemas.CurrentAsync(cancellationToken);
        return schema.FindDataType(id) is null ? NotFound() : TypedResults.Ok(FieldsOf(schema, id).Any());
    }

    private static IEnumerable<FieldReference> FieldsOf(ContentSchema schema, Guid dataTypeKey) =>
        from type in schema.ContentTypes
        from property in type.Properties
        where property.DataTypeKey == dataTypeKey
        orderby type.Name, property.Name
        select FieldReference.Of(type, property);

    private static Problem NotFound() => Problems.NotFound("Datatypen");
}
