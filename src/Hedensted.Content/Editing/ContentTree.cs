using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Reads documents and media as editors see them. Order among siblings is always sort order, then key.</summary>
public sealed class ContentTree
{
    private readonly ContentDatabase _database;
    private readonly TextIndex _texts;

    internal ContentTree(ContentDatabase database) => (_database, _texts) = (database, new TextIndex(database));

    /// <summary>One node with its values; null when there is none of this kind.</summary>
    public async Task<ContentNode?> FindAsync(NodeKind kind, Guid key, CancellationToken cancellationToken) =>
        await NodesAsync(kind, [key], cancellationToken) is [var node] ? node : null;

    /// <summary>Those of these that exist, in the order asked for.</summary>
    public Task<IReadOnlyList<NodeSummary>> SummariesAsync(NodeKind kind, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<NodeSummary>>(
            async context =>
            {
                var found = new List<NodeSummary>(keys.Count);
                foreach (var batch in keys.Chunk(500))
                {
                    found.AddRange(await context.SummariesAsync(Of(context, kind).Where(node => batch.Contains(node.Key)), cancellationToken));
                }

                return found.InOrderOf(keys);
            },
            cancellationToken);

    /// <summary>Those of these that exist, with values, in the order asked for.</summary>
    public Task<IReadOnlyList<ContentNode>> NodesAsync(NodeKind kind, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<ContentNode>>(
            async context =>
            {
                var found = new List<ContentNode>(keys.Count);
                foreach (var batch in keys.Chunk(500))
                {
                    found.AddRange(await context.NodesAsync(Of(context, kind).Where(node => batch.Contains(node.Key)), cancellationToken));
                }

                return found.InOrderOf(keys);
            },
            cancellationToken);

    /// <summary>Children that are not in the recycle bin; <paramref name="parentKey"/> null is the root. Take 0 counts.</summary>
    public Task<Page<NodeSummary>> ChildrenAsync(
        NodeKind kind, Guid? parentKey, int skip, int take, CancellationToken cancellationToken, SomeNodes? only = null) =>
        _database.ReadAsync(context => PageAsync(context, Siblings(context, kind, parentKey, trashed: false).Only(only), skip, take, cancellationToken), cancellationToken);

    /// <summary>Children in the recycle bin; <paramref name="parentKey"/> null is what was trashed itself. Take 0 counts.</summary>
    public Task<Page<NodeSummary>> TrashedChildrenAsync(NodeKind kind, Guid? parentKey, int skip, int take, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => PageAsync(context, Siblings(context, kind, parentKey, trashed: true), skip, take, cancellationToken), cancellationToken);

    /// <summary>A node's ancestors from the root down, the node itself last; empty when it does not exist.</summary>
    public Task<IReadOnlyList<NodeSummary>> AncestorsAsync(NodeKind kind, Guid key, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<NodeSummary>>(
            async context =>
            {
                if (await Of(context, kind).Where(node => node.Key == key).Select(node => node.Path).SingleOrDefaultAsync(cancellationToken) is not { } path)
                {
                    return [];
                }

                Guid[] keys = [.. NodePath.AncestorsIn(path), key];
                return (await context.SummariesAsync(Of(context, kind).Where(node => keys.Contains(node.Key)), cancellationToken)).InOrderOf(keys);
            },
            cancellationToken);

    /// <summary>The siblings around a node, itself among them, and how many stand before and after those; null when it does not exist.</summary>
    public Task<Siblings?> SiblingsAsync(NodeKind kind, Guid key, int before, int after, CancellationToken cancellationToken, SomeNodes? only = null) =>
        _database.ReadAsync<Siblings?>(
            async context =>
            {
                if (await Of(context, kind).AsNoTracking().SingleOrDefaultAsync(node => node.Key == key, cancellationToken) is not { } target)
                {
                    return null;
                }

                var siblings = Siblings(context, kind, target.ParentKey, target.Trashed).Only(only);
                var keys = await Ordered(siblings).Select(node => node.Key).ToListAsync(cancellationToken);
                var place = keys.IndexOf(key);
                if (place < 0)
                {
                    return null; // it is not among those that are shown
                }

                var first = Math.Max(0, place - before);
                var last = Math.Min(keys.Count - 1, place + after);
                var shown = keys[first..(last + 1)];
                var items = (await context.SummariesAsync(siblings.Where(node => shown.Contains(node.Key)), cancellationToken)).InOrderOf(shown);
                return new Siblings(first, keys.Count - 1 - last, items);
            },
            cancellationToken);

    /// <summary>Nodes that have every word of the text in their name or in what is written in them (without regard to case), best first.</summary>
    public async Task<Page<NodeSummary>> SearchAsync(NodeSearch search, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(search.Text))
        {
            await _texts.CatchUpAsync(search.Kind, cancellationToken);
        }

        return await _database.ReadAsync(context => NodeFinder.SearchAsync(context, search, cancellationToken), cancellationToken);
    }

    /// <summary>Children with values, filtered by name and ordered by a field, for list views.</summary>
    public Task<Page<ContentNode>> CollectionAsync(NodeCollection collection, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => NodeFinder.CollectionAsync(context, collection, cancellationToken), cancellationToken);

    /// <summary>Children that are not in the recycle bin, with the version that is their draft, in no particular order.</summary>
    public Task<IReadOnlyList<DraftSummary>> DraftsAsync(NodeKind kind, Guid? parentKey, CancellationToken cancellationToken, SomeNodes? only = null) =>
        _database.ReadAsync<IReadOnlyList<DraftSummary>>(
            async context => await Siblings(context, kind, parentKey, trashed: false).Only(only)
                .Select(node => new DraftSummary(
                    node.Key, node.ContentTypeKey, node.DraftVersionKey, node.Names, node.UpdateDate, context.Published.Any(published => published.NodeKey == node.Key)))
                .ToListAsync(cancellationToken),
            cancellationToken);

    /// <summary>Documents or media of one type anywhere below a node, each with what it stands under; none of them in the recycle bin, siblings in their order.</summary>
    public Task<IReadOnlyList<(Guid ParentKey, DraftSummary Draft)>> DraftsBelowAsync(NodeKind kind, Guid belowKey, Guid contentTypeKey, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<(Guid, DraftSummary)>>(
            async context =>
            {
                var segment = NodePath.Segment(belowKey);
                var nodes = Of(context, kind).Where(node => node.ContentTypeKey == contentTypeKey && !node.Trashed && node.Key != belowKey && node.Path.Contains(segment));
                var drafts = await Ordered(nodes)
                    .Select(node => new
                    {
                        node.ParentKey,
                        Draft = new DraftSummary(
                            node.Key, node.ContentTypeKey, node.DraftVersionKey, node.Names, node.UpdateDate, context.Published.Any(published => published.NodeKey == node.Key)),
                    })
                    .ToListAsync(cancellationToken);
                return drafts.ConvertAll(draft => (draft.ParentKey!.Value, draft.Draft));
            },
            cancellationToken);

    /// <summary>What was typed in these versions; those that are gone are left out.</summary>
    public Task<IReadOnlyDictionary<Guid, NodeContent>> VersionsAsync(IReadOnlyCollection<Guid> versionKeys, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyDictionary<Guid, NodeContent>>(
            async context => (await NodeQueries.ByKeysAsync(
                    versionKeys,
                    batch => context.Versions.Where(version => batch.Contains(version.Key)).Select(version => new { version.Key, version.Content }),
                    cancellationToken))
                .ToDictionary(version => version.Key, version => ContentJson.Read(version.Content)),
            cancellationToken);

    internal static IQueryable<NodeRow> Siblings(ContentDbContext context, NodeKind kind, Guid? parentKey, bool trashed) =>
        Of(context, kind).Where(node => node.ParentKey == parentKey && node.Trashed == trashed);

    internal static IOrderedQueryable<NodeRow> Ordered(IQueryable<NodeRow> nodes) => nodes.OrderBy(node => node.SortOrder).ThenBy(node => node.Key);

    private static IQueryable<NodeRow> Of(ContentDbContext context, NodeKind kind) => context.Nodes.Where(node => node.Kind == kind);

    private static async Task<Page<NodeSummary>> PageAsync(ContentDbContext context, IQueryable<NodeRow> nodes, int skip, int take, CancellationToken cancellationToken)
    {
        var total = await nodes.CountAsync(cancellationToken);
        return new(total, take == 0 || skip >= total ? [] : await context.SummariesAsync(Ordered(nodes).Skip(skip).Take(take), cancellationToken));
    }
}

/// <summary>A node's neighbours.</summary>
/// <param name="TotalBefore">Siblings before those given.</param>
/// <param name="TotalAfter">Siblings after those given.</param>
/// <param name="Items">The siblings, in order.</param>
public sealed record Siblings(int TotalBefore, int TotalAfter, IReadOnlyList<NodeSummary> Items);

/// <summary>What to look for.</summary>
/// <param name="Kind">Document or media.</param>
/// <param name="Text">Words of a name or of what is written, or a key; null or empty finds all.</param>
/// <param name="Trashed">Whether to look in the recycle bin; null looks in both.</param>
/// <param name="BelowKey">Only below this node.</param>
/// <param name="ContentTypeKeys">Only these types; empty is all.</param>
/// <param name="Skip">Items to pass over.</param>
/// <param name="Take">Items at most.</param>
public sealed record NodeSearch(NodeKind Kind, string? Text, bool? Trashed, Guid? BelowKey, IReadOnlyCollection<Guid> ContentTypeKeys, int Skip, int Take)
{
    /// <summary>Whether a node may be found, given the keys from the root down to itself; null finds all.</summary>
    public Func<IReadOnlyList<Guid>, bool>? Reaches { get; init; }

    /// <summary>By type the aliases of fields that nothing is found by, without regard to case.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlySet<string>> Hidden { get; init; } = ImmutableDictionary<Guid, IReadOnlySet<string>>.Empty;
}

/// <summary>What a list view shows.</summary>
/// <param name="Kind">Document or media.</param>
/// <param name="ParentKey">Children of this; null is the root.</param>
/// <param name="Filter">Part of a name; null or empty finds all.</param>
/// <param name="OrderBy"><c>updateDate</c>, <c>createDate</c>, <c>name</c>, <c>sortOrder</c>, <c>creator</c> or a property alias.</param>
/// <param name="Descending">Last first.</param>
/// <param name="Skip">Items to pass over.</param>
/// <param name="Take">Items at most.</param>
public sealed record NodeCollection(NodeKind Kind, Guid? ParentKey, string? Filter, string OrderBy, bool Descending, int Skip, int Take)
{
    /// <summary>Which of the children; null is all.</summary>
    public SomeNodes? Only { get; init; }
}

/// <summary>A node and the version that is its draft.</summary>
/// <param name="Key">The node.</param>
/// <param name="ContentTypeKey">Its type.</param>
/// <param name="VersionKey">Its newest version. What a version says never changes while the types stay as they are.</param>
/// <param name="Names">Its names in lower case, each on a line of its own.</param>
/// <param name="UpdateDate">When it was last saved.</param>
/// <param name="IsPublished">Whether readers see it in any language.</param>
public sealed record DraftSummary(Guid Key, Guid ContentTypeKey, Guid VersionKey, string Names, DateTimeOffset UpdateDate, bool IsPublished);

/// <summary>Some of many nodes.</summary>
/// <param name="Keys">Those that are meant, or those that are not.</param>
/// <param name="Except">Whether <paramref name="Keys"/> are left out instead of kept.</param>
public sealed record SomeNodes(IReadOnlyCollection<Guid> Keys, bool Except);
