using System.Collections.Immutable;
using Hedensted.Content.Editing.Outlines;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing;

/// <summary>Reads documents and media as editors see them. Order among siblings is always sort order, then key.</summary>
/// <remarks>Which are shown is answered from the outline, with all that is saved when the question is asked; the database reads those and no others.</remarks>
public sealed class ContentTree
{
    private readonly ContentDatabase _database;
    private readonly OutlineSource _outlines;
    private readonly NodeFinder _finder;

    internal ContentTree(ContentDatabase database, OutlineSource outlines, TextIndex texts) =>
        (_database, _outlines, _finder) = (database, outlines, new NodeFinder(database, outlines, texts));

    /// <summary>One node with its values; null when there is none of this kind.</summary>
    public async Task<ContentNode?> FindAsync(NodeKind kind, Guid key, CancellationToken cancellationToken) =>
        await NodesAsync(kind, [key], cancellationToken) is [var node] ? node : null;

    /// <summary>Those of these that exist, in the order asked for.</summary>
    public async Task<IReadOnlyList<NodeSummary>> SummariesAsync(NodeKind kind, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        [.. (await SummariesAsync(keys, cancellationToken)).Where(node => node.Kind == kind)];

    /// <summary>Those of these that exist, with values, in the order asked for.</summary>
    public async Task<IReadOnlyList<ContentNode>> NodesAsync(NodeKind kind, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        [.. (await _database.ReadAsync(context => context.NodesAsync(keys, cancellationToken), cancellationToken)).Where(node => node.Kind == kind)];

    /// <summary>Children that are not in the recycle bin; <paramref name="parentKey"/> null is the root. Take 0 counts.</summary>
    public async Task<Page<NodeSummary>> ChildrenAsync(NodeKind kind, Guid? parentKey, int skip, int take, CancellationToken cancellationToken, SomeNodes? only = null) =>
        await PageAsync((await OutlineAsync(kind, parentKey, cancellationToken)).Only(only), skip, take, cancellationToken);

    /// <summary>Children in the recycle bin; <paramref name="parentKey"/> null is what was trashed itself. Take 0 counts.</summary>
    public async Task<Page<NodeSummary>> TrashedChildrenAsync(NodeKind kind, Guid? parentKey, int skip, int take, CancellationToken cancellationToken) =>
        await PageAsync((await _outlines.CurrentAsync(cancellationToken)).Of(new Family(kind, parentKey, Trashed: true)), skip, take, cancellationToken);

    /// <summary>A node's ancestors from the root down, the node itself last; empty when it does not exist.</summary>
    public Task<IReadOnlyList<NodeSummary>> AncestorsAsync(NodeKind kind, Guid key, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            async context => await context.Nodes.Where(node => node.Kind == kind && node.Key == key).Select(node => node.Path).SingleOrDefaultAsync(cancellationToken) is { } path
                ? await context.SummariesAsync([.. NodePath.AncestorsIn(path), key], cancellationToken)
                : [],
            cancellationToken);

    /// <summary>The siblings around a node, itself among them, and how many stand before and after those; null when it does not exist or is not among those shown.</summary>
    public async Task<Siblings?> SiblingsAsync(NodeKind kind, Guid key, int before, int after, CancellationToken cancellationToken, SomeNodes? only = null)
    {
        var outline = await _outlines.CurrentAsync(cancellationToken);
        if (outline.Find(key) is not { } target || target.Kind != kind)
        {
            return null;
        }

        var siblings = outline.Of(target.Family).Only(only);
        var place = siblings.IndexOf(target);
        if (place < 0)
        {
            return null;
        }

        var first = Math.Max(0, place - before);
        var last = Math.Min(siblings.Length - 1, place + after);
        return new Siblings(first, siblings.Length - 1 - last, await SummariesAsync([.. siblings[first..(last + 1)].Select(node => node.Key)], cancellationToken));
    }

    /// <summary>Nodes that have every word of the text in their name or in what is written in them (without regard to case), best first.</summary>
    public Task<Page<NodeSummary>> SearchAsync(NodeSearch search, CancellationToken cancellationToken) => _finder.SearchAsync(search, cancellationToken);

    /// <summary>Children with values, filtered by name and ordered by a field, for list views.</summary>
    public Task<Page<ContentNode>> CollectionAsync(NodeCollection collection, CancellationToken cancellationToken) => _finder.CollectionAsync(collection, cancellationToken);

    /// <summary>Children that are not in the recycle bin, without their text, in their order: the same array for as long as none of them is saved.</summary>
    public async Task<ImmutableArray<OutlineNode>> OutlineAsync(NodeKind kind, Guid? parentKey, CancellationToken cancellationToken) =>
        (await _outlines.CurrentAsync(cancellationToken)).Of(new Family(kind, parentKey, Trashed: false));

    /// <summary>Documents or media of one type anywhere below a node, without their text; none of them in the recycle bin, siblings in their order.</summary>
    public async Task<IReadOnlyList<OutlineNode>> OutlineBelowAsync(Guid belowKey, Guid contentTypeKey, CancellationToken cancellationToken) =>
        (await _outlines.CurrentAsync(cancellationToken)).Below(belowKey, contentTypeKey);

    /// <summary>What was typed in these versions; those that are gone are left out.</summary>
    public Task<IReadOnlyDictionary<Guid, NodeContent>> VersionsAsync(IReadOnlyCollection<Guid> versionKeys, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyDictionary<Guid, NodeContent>>(
            async context => (await NodeQueries.ByKeysAsync(
                    versionKeys,
                    batch => context.Versions.Where(version => batch.Contains(version.Key)).Select(version => new { version.Key, version.Content }),
                    cancellationToken))
                .ToDictionary(version => version.Key, version => ContentJson.Read(version.Content)),
            cancellationToken);

    private Task<IReadOnlyList<NodeSummary>> SummariesAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        _database.ReadAsync(context => context.SummariesAsync(keys, cancellationToken), cancellationToken);

    private async Task<Page<NodeSummary>> PageAsync(ImmutableArray<OutlineNode> nodes, int skip, int take, CancellationToken cancellationToken) =>
        new(nodes.Length, take == 0 || skip >= nodes.Length ? [] : await SummariesAsync([.. nodes.Skip(skip).Take(take).Select(node => node.Key)], cancellationToken));
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

    /// <summary>By type the aliases of fields that nothing is ordered by, without regard to case: what stands in them counts as empty.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlySet<string>> Hidden { get; init; } = ImmutableDictionary<Guid, IReadOnlySet<string>>.Empty;
}
