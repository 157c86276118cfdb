using Hedensted.Content.Model;

namespace Hedensted.Content.Editing;

/// <summary>Reads documents and media as editors see them. Order among siblings is always sort order, then key.</summary>
public sealed class ContentTree
{
    /// <summary>One node with its values; null when there is none of this kind.</summary>
    public Task<ContentNode?> FindAsync(NodeKind kind, Guid key, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Those of these that exist, in the order asked for.</summary>
    public Task<IReadOnlyList<NodeSummary>> SummariesAsync(NodeKind kind, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Those of these that exist, with values, in the order asked for.</summary>
    public Task<IReadOnlyList<ContentNode>> NodesAsync(NodeKind kind, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Children that are not in the recycle bin; <paramref name="parentKey"/> null is the root. Take 0 counts.</summary>
    public Task<Page<NodeSummary>> ChildrenAsync(NodeKind kind, Guid? parentKey, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Children in the recycle bin; <paramref name="parentKey"/> null is what was trashed itself. Take 0 counts.</summary>
    public Task<Page<NodeSummary>> TrashedChildrenAsync(NodeKind kind, Guid? parentKey, int skip, int take, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A node's ancestors from the root down, the node itself last; empty when it does not exist.</summary>
    public Task<IReadOnlyList<NodeSummary>> AncestorsAsync(NodeKind kind, Guid key, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The siblings around a node, itself among them, and how many stand before and after those; null when it does not exist.</summary>
    public Task<Siblings?> SiblingsAsync(NodeKind kind, Guid key, int before, int after, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Nodes whose name contains the text (without regard to case) or that stand below a node, best first.</summary>
    public Task<Page<NodeSummary>> SearchAsync(NodeSearch search, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Children with values, filtered by name and ordered by a field, for list views.</summary>
    public Task<Page<ContentNode>> CollectionAsync(NodeCollection collection, CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>A node's neighbours.</summary>
/// <param name="TotalBefore">Siblings before those given.</param>
/// <param name="TotalAfter">Siblings after those given.</param>
/// <param name="Items">The siblings, in order.</param>
public sealed record Siblings(int TotalBefore, int TotalAfter, IReadOnlyList<NodeSummary> Items);

/// <summary>What to look for.</summary>
/// <param name="Kind">Document or media.</param>
/// <param name="Text">Part of a name, or a key; null or empty finds all.</param>
/// <param name="Trashed">Whether to look in the recycle bin; null looks in both.</param>
/// <param name="BelowKey">Only below this node.</param>
/// <param name="ContentTypeKeys">Only these types; empty is all.</param>
/// <param name="Skip">Items to pass over.</param>
/// <param name="Take">Items at most.</param>
public sealed record NodeSearch(NodeKind Kind, string? Text, bool? Trashed, Guid? BelowKey, IReadOnlyCollection<Guid> ContentTypeKeys, int Skip, int Take);

/// <summary>What a list view shows.</summary>
/// <param name="Kind">Document or media.</param>
/// <param name="ParentKey">Children of this; null is the root.</param>
/// <param name="Filter">Part of a name; null or empty finds all.</param>
/// <param name="OrderBy"><c>updateDate</c>, <c>createDate</c>, <c>name</c>, <c>sortOrder</c>, <c>creator</c> or a property alias.</param>
/// <param name="Descending">Last first.</param>
/// <param name="Skip">Items to pass over.</param>
/// <param name="Take">Items at most.</param>
public sealed record NodeCollection(NodeKind Kind, Guid? ParentKey, string? Filter, string OrderBy, bool Descending, int Skip, int Take);
