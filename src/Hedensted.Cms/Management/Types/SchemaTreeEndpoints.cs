using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Types;

/// <summary>The four questions that every tree of types answers, and what a folder in it is.</summary>
internal static class SchemaTreeEndpoints
{
    /// <summary>Maps <c>/tree/{name}</c> and <c>/{name}/folder/{id}</c>.</summary>
    /// <param name="management">The API.</param>
    /// <param name="name">The resource's name in addresses.</param>
    /// <param name="treeOf">The tree of a schema.</param>
    /// <param name="present">What the backoffice reads of an entry.</param>
    public static void MapSchemaTree<T, TItem>(
        this IEndpointRouteBuilder management, string name, Func<ContentSchema, SchemaTree<T>> treeOf, Func<SchemaEntry<T>, TItem> present)
        where T : class
    {
        var trees = management.MapGroup($"/tree/{name}").WithTags(name).RequireAuthorization(Policies.Trees);

        trees.MapGet("/root", async (bool? foldersOnly, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
            Page(treeOf(await schemas.CurrentAsync(cancellationToken)).Children(null, foldersOnly ?? false), paging, present));

        trees.MapGet("/children", async (Guid parentId, bool? foldersOnly, [AsParameters] Paging paging, SchemaSource schemas, CancellationToken cancellationToken) =>
            Page(treeOf(await schemas.CurrentAsync(cancellationToken)).Children(parentId, foldersOnly ?? false), paging, present));

        trees.MapGet("/ancestors", async (Guid descendantId, SchemaSource schemas, CancellationToken cancellationToken) =>
            treeOf(await schemas.CurrentAsync(cancellationToken)).Ancestors(descendantId).Select(present).ToList());

        trees.MapGet("/siblings", async (Guid target, int? before, int? after, bool? foldersOnly, SchemaSource schemas, CancellationToken cancellationToken) =>
            Siblings(treeOf(await schemas.CurrentAsync(cancellationToken)), target, before ?? 0, after ?? 0, foldersOnly ?? false, present));

        management.MapGet($"/{name}/folder/{{id:guid}}", async (Guid id, SchemaSource schemas, CancellationToken cancellationToken) =>
            treeOf(await schemas.CurrentAsync(cancellationToken)).Find(id) is { IsFolder: true } folder
                ? (IResult)TypedResults.Ok(new Folder(folder.Id, folder.Name, false))
                : Problems.NotFound("Mappen")).WithTags(name).RequireAuthorization(Policies.Trees);
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
}
