using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing.Schema;

namespace Hedensted.Cms.Management.Types;

/// <summary>The questions that every tree of types or templates answers, and its folders.</summary>
internal static class SchemaTreeEndpoints
{
    /// <summary>Maps <c>/tree/{name}</c> and <c>/{name}/folder</c>.</summary>
    /// <typeparam name="T">An item in it.</typeparam>
    /// <typeparam name="TItem">What the backoffice reads of an entry.</typeparam>
    /// <param name="management">The API.</param>
    /// <param name="name">The resource's name in addresses.</param>
    /// <param name="read">Reads the tree as it is now.</param>
    /// <param name="present">What the backoffice reads of an entry.</param>
    public static void MapSchemaTree<T, TItem>(
        this IEndpointRouteBuilder management, string name, Func<IServiceProvider, CancellationToken, Task<SchemaTree<T>>> read, Func<SchemaEntry<T>, TItem> present)
        where T : class
    {
        var trees = management.MapGroup($"/tree/{name}").WithTags(name).RequireAuthorization(Policies.Trees);

        trees.MapGet("/root", async (bool? foldersOnly, [AsParameters] Paging paging, HttpContext context) =>
            Page((await read(context.RequestServices, context.RequestAborted)).Children(null, foldersOnly ?? false), paging, present));

        trees.MapGet("/children", async (Guid parentId, bool? foldersOnly, [AsParameters] Paging paging, HttpContext context) =>
            Page((await read(context.RequestServices, context.RequestAborted)).Children(parentId, foldersOnly ?? false), paging, present));

        trees.MapGet("/ancestors", async (Guid descendantId, HttpContext context) =>
            (await read(context.RequestServices, context.RequestAborted)).Ancestors(descendantId).Select(present).ToList());

        trees.MapGet("/siblings", async (Guid target, int? before, int? after, bool? foldersOnly, HttpContext context) =>
            Siblings(await read(context.RequestServices, context.RequestAborted), target, before ?? 0, after ?? 0, foldersOnly ?? false, present));

        var folders = management.MapGroup($"/{name}/folder").WithTags(name);
        folders.MapGet("/{id:guid}", async (Guid id, HttpContext context) =>
            (await read(context.RequestServices, context.RequestAborted)).Find(id) is { IsFolder: true } folder
                ? (IResult)TypedResults.Ok(new Folder(folder.Id, folder.Name, false))
                : Problems.NotFound("Mappen")).RequireAuthorization(Policies.Trees);

        var writing = folders.MapGroup("").RequireAuthorization(Policies.Settings);
        writing.MapPost("", async (FolderRequest request, FolderEditor editor, HttpResponse response, CancellationToken cancellationToken) =>
            SchemaNoun.Folder.Created(
                await editor.CreateAsync(name, request.Id ?? Guid.CreateVersion7(), request.Parent?.Id, request.Name ?? "", cancellationToken), response, $"{name}/folder"));
        writing.MapPut("/{id:guid}", async (Guid id, FolderRequest request, FolderEditor editor, HttpResponse response, CancellationToken cancellationToken) =>
            SchemaNoun.Folder.Done(await editor.RenameAsync(name, id, request.Name ?? "", cancellationToken), response));
        writing.MapDelete("/{id:guid}", async (Guid id, FolderEditor editor, HttpResponse response, CancellationToken cancellationToken) =>
            SchemaNoun.Folder.Done(await editor.DeleteAsync(name, id, cancellationToken), response));
    }

    private static PagedModel<TItem> Page<T, TItem>(IReadOnlyList<SchemaEntry<T>> entries, Paging paging, Func<SchemaEntry<T>, TItem> present)
        where T : class => new(entries.Count, [.. entries.Skip(paging.Offset).Take(paging.Limit).Select(present)]);

    private static IResult Siblings<T, TItem>(SchemaTree<T> tree, Guid target, int before, int after, bool foldersOnly, Func<SchemaEntry<T>, TItem> present)
        where T : class
    {
        if (tree.Find(target) is not { } entry)
        {
            return Problems.NotFound("Typen");
        }

        var all = tree.Children(entry.ParentId, foldersOnly);
        var at = all.Select((sibling, index) => (sibling, index)).FirstOrDefault(pair => pair.sibling.Id == target).index;
        var first = Math.Max(0, at - Math.Max(0, before));
        var last = Math.Min(all.Count - 1, at + Math.Max(0, after));
        return TypedResults.Ok(new Subset<TItem>(first, all.Count - 1 - last, [.. all.Take(last + 1).Skip(first).Select(present)]));
    }

    private sealed record Folder(Guid Id, string Name, bool IsTrashed);

    private sealed record FolderRequest(Guid? Id, Reference? Parent, string? Name);
}
