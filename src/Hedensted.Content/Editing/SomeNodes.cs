using System.Collections.Immutable;
using Hedensted.Content.Editing.Outlines;

namespace Hedensted.Content.Editing;

/// <summary>Some of many nodes.</summary>
/// <param name="Keys">Those that are meant, or those that are not.</param>
/// <param name="Except">Whether <paramref name="Keys"/> are left out instead of kept.</param>
public sealed record SomeNodes(IReadOnlyCollection<Guid> Keys, bool Except)
{
    /// <summary>Whether a node is one of them.</summary>
    public bool Include(Guid key) => Keys.Contains(key) != Except;
}

/// <summary>Chooses them.</summary>
internal static class SomeNodesOfMany
{
    /// <summary>Those of these nodes that are meant, in the same order; null is all.</summary>
    public static ImmutableArray<OutlineNode> Only(this ImmutableArray<OutlineNode> nodes, SomeNodes? some) =>
        some is null ? nodes : [.. nodes.Where(node => some.Include(node.Key))];
}
