using System.Collections.Immutable;
using Hedensted.Content.Published;

namespace Hedensted.Content.Editing.Outlines;

/// <summary>All documents and media as they stood at one place of the save feed. It is never changed; the next one shares what stayed.</summary>
internal sealed class Outline
{
    // The order of siblings everywhere. Keys compare as their text does, in .NET as in both databases.
    private static readonly IComparer<OutlineNode> SiblingOrder = Comparer<OutlineNode>.Create((one, other) =>
        one.SortOrder != other.SortOrder ? one.SortOrder.CompareTo(other.SortOrder) : one.Key.CompareTo(other.Key));

    private readonly ShardedMap<Guid, OutlineNode> _nodes;
    private readonly ShardedMap<Family, ImmutableArray<OutlineNode>> _families;

    private Outline(long place, ShardedMap<Guid, OutlineNode> nodes, ShardedMap<Family, ImmutableArray<OutlineNode>> families) =>
        (Place, _nodes, _families) = (place, nodes, families);

    /// <summary>The place in the save feed up to which everything is in it.</summary>
    public long Place { get; }

    /// <summary>Every node, in no particular order.</summary>
    public IEnumerable<OutlineNode> Nodes => _nodes.Values;

    /// <summary>An outline of these nodes.</summary>
    public static Outline Whole(long place, IReadOnlyCollection<OutlineNode> nodes) =>
        new Outline(place, ShardedMap<Guid, OutlineNode>.Empty, ShardedMap<Family, ImmutableArray<OutlineNode>>.Empty)
            .With(place, nodes.Select(node => node.Key).ToHashSet(), nodes);

    /// <summary>One node; null when there is none.</summary>
    public OutlineNode? Find(Guid key) => _nodes.TryGetValue(key, out var node) ? node : null;

    /// <summary>Nodes that stand together, in their order: the same array for as long as none of them is saved.</summary>
    public ImmutableArray<OutlineNode> Of(Family family) => _families.TryGetValue(family, out var nodes) ? nodes : [];

    /// <summary>Everything that stands below a node, siblings in their order.</summary>
    public IEnumerable<OutlineNode> Below(OutlineNode node) =>
        Of(new Family(node.Kind, node.Key, node.Trashed)).SelectMany(child => Below(child).Prepend(child));

    /// <summary>What stands below a node and is of one type, siblings in their order; none of it in the recycle bin.</summary>
    public IReadOnlyList<OutlineNode> Below(Guid key, Guid contentTypeKey) =>
        [.. Nodes.Where(node => node.ContentTypeKey == contentTypeKey && !node.Trashed && IsBelow(node, key)).Order(SiblingOrder)];

    /// <summary>Whether a node stands somewhere below another.</summary>
    public bool IsBelow(OutlineNode node, Guid key) => node.Key != key && PathOf(node).Contains(key);

    /// <summary>The keys from the root of the tree or the recycle bin down to the node itself.</summary>
    public IReadOnlyList<Guid> PathOf(OutlineNode node)
    {
        var path = new List<Guid>();
        for (var above = node; above is not null; above = above.ParentKey is { } parent ? Find(parent) : null)
        {
            path.Add(above.Key);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The outline with what was saved since.</summary>
    /// <param name="place">Up to which place of the save feed.</param>
    /// <param name="saved">What was saved.</param>
    /// <param name="read">What was saved, as it stands now; what is not among it is gone.</param>
    public Outline With(long place, IReadOnlySet<Guid> saved, IReadOnlyCollection<OutlineNode> read)
    {
        var (nodes, families) = (_nodes.ToBuilder(), _families.ToBuilder());
        var come = read.ToLookup(node => node.Family);
        foreach (var family in saved.Select(Find).OfType<OutlineNode>().Select(node => node.Family).Concat(come.Select(group => group.Key)).ToHashSet())
        {
            OutlineNode[] now = [.. Of(family).Where(node => !saved.Contains(node.Key)), .. come[family]];
            if (now.Length == 0)
            {
                families.Remove(family);
                continue;
            }

            Array.Sort(now, SiblingOrder);
            families.Set(family, [.. now]);
        }

        foreach (var key in saved)
        {
            nodes.Remove(key);
        }

        foreach (var node in read)
        {
            nodes.Set(node.Key, node);
        }

        return new Outline(place, nodes.ToImmutable(), families.ToImmutable());
    }
}
