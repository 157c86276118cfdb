using Hedensted.Content.Model;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Storage;

/// <summary>Questions about nodes that several rooms ask.</summary>
internal static class NodeQueries
{
    /// <summary>Keys per statement; both databases have a limit for parameters.</summary>
    private const int Batch = 500;

    /// <summary>The nodes with these keys and everything below them, in no particular order.</summary>
    public static async Task<List<NodeRow>> SubtreesAsync(this ContentDbContext context, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Guid, NodeRow>();
        foreach (var batch in keys.Chunk(Batch))
        {
            foreach (var row in await context.Subtrees(batch).ToListAsync(cancellationToken))
            {
                rows[row.Key] = row;
            }
        }

        return [.. rows.Values];
    }

    /// <summary>As <see cref="SubtreesAsync"/>, for at most 500 keys; a node below two of them comes twice.</summary>
    public static IQueryable<NodeRow> Subtrees(this ContentDbContext context, IReadOnlyCollection<Guid> keys)
    {
        // Only the parameters' numbers are written into the statement.
        var roots = string.Join(", ", Enumerable.Range(0, keys.Count).Select(index => $"{{{index}}}"));
        var statement = $"""
            WITH RECURSIVE below (key) AS (
                SELECT key FROM node WHERE key IN ({roots})
                UNION SELECT node.key FROM node JOIN below ON node.parent_key = below.key)
            SELECT node.* FROM node JOIN below ON node.key = below.key
            """;
        return context.Nodes.FromSqlRaw(statement, [.. keys.Cast<object>()]);
    }

    /// <summary>Reads rows by key, in portions that the database takes.</summary>
    public static async Task<List<T>> ByKeysAsync<T>(IReadOnlyCollection<Guid> keys, Func<Guid[], IQueryable<T>> query, CancellationToken cancellationToken)
    {
        var found = new List<T>(keys.Count);
        foreach (var batch in keys.Chunk(Batch))
        {
            found.AddRange(await query(batch).ToListAsync(cancellationToken));
        }

        return found;
    }

    /// <summary>Those of these that exist, as lists show them, in the order of the keys.</summary>
    public static async Task<IReadOnlyList<NodeSummary>> SummariesAsync(this ContentDbContext context, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var found = new List<NodeSummary>(keys.Count);
        foreach (var batch in keys.Chunk(Batch))
        {
            found.AddRange(await context.SummariesAsync(context.Nodes.Where(node => batch.Contains(node.Key)), cancellationToken));
        }

        return found.InOrderOf(keys);
    }

    /// <summary>Those of these that exist, with their texts, in the order of the keys.</summary>
    public static async Task<IReadOnlyList<ContentNode>> NodesAsync(this ContentDbContext context, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var found = new List<ContentNode>(keys.Count);
        foreach (var batch in keys.Chunk(Batch))
        {
            found.AddRange(await context.NodesAsync(context.Nodes.Where(node => batch.Contains(node.Key)), cancellationToken));
        }

        return found.InOrderOf(keys);
    }

    /// <summary>Nodes as lists show them.</summary>
    public static async Task<List<NodeSummary>> SummariesAsync(this ContentDbContext context, IQueryable<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var rows = await nodes.AsNoTracking()
            .Select(node => new { Row = node, HasChildren = context.Nodes.Any(child => child.ParentKey == node.Key) })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(found => Fill(found.Row, found.HasChildren));
    }

    /// <summary>Nodes with their texts.</summary>
    public static async Task<List<ContentNode>> NodesAsync(this ContentDbContext context, IQueryable<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var rows = await nodes.AsNoTracking()
            .Select(node => new
            {
                Row = node,
                HasChildren = context.Nodes.Any(child => child.ParentKey == node.Key),
                Draft = context.Versions.First(version => version.Key == node.DraftVersionKey).Content,
                Published = context.Published.Where(published => published.NodeKey == node.Key).Select(published => published.Content).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(found =>
        {
            var draft = ContentJson.Read(found.Draft);
            var published = found.Row.Kind == NodeKind.Media ? draft : found.Published is { } json ? ContentJson.Read(json) : null;
            return Fill(found.Row, found.HasChildren, draft, published);
        });
    }

    /// <summary>Items in the order of these keys; those that are missing are left out.</summary>
    public static List<T> InOrderOf<T>(this IEnumerable<T> items, IEnumerable<Guid> keys)
        where T : NodeSummary
    {
        var byKey = items.ToDictionary(item => item.Key);
        return [.. keys.Distinct().Select(byKey.GetValueOrDefault).OfType<T>()];
    }

    private static NodeSummary Fill(NodeRow row, bool hasChildren) => new()
    {
        Key = row.Key,
        Kind = row.Kind,
        ContentTypeKey = row.ContentTypeKey,
        ParentKey = row.ParentKey,
        Ancestors = NodePath.AncestorsIn(row.Path),
        SortOrder = row.SortOrder,
        HasChildren = hasChildren,
        Trashed = row.Trashed,
        OriginalParentKey = row.OriginalParentKey,
        CreatorKey = row.CreatorKey,
        WriterKey = row.WriterKey,
        CreateDate = row.CreateDate,
        UpdateDate = row.UpdateDate,
        IsExample = row.IsExample,
        Variants = [.. StoredJson.ReadVariants(row.Variants).Select(variant => variant.ToModel(row.Trashed))],
    };

    private static ContentNode Fill(NodeRow row, bool hasChildren, NodeContent draft, NodeContent? published) => new()
    {
        Key = row.Key,
        Kind = row.Kind,
        ContentTypeKey = row.ContentTypeKey,
        ParentKey = row.ParentKey,
        Ancestors = NodePath.AncestorsIn(row.Path),
        SortOrder = row.SortOrder,
        HasChildren = hasChildren,
        Trashed = row.Trashed,
        OriginalParentKey = row.OriginalParentKey,
        CreatorKey = row.CreatorKey,
        WriterKey = row.WriterKey,
        CreateDate = row.CreateDate,
        UpdateDate = row.UpdateDate,
        IsExample = row.IsExample,
        Variants = [.. StoredJson.ReadVariants(row.Variants).Select(variant => variant.ToModel(row.Trashed))],
        Draft = draft,
        Published = published,
    };
}
