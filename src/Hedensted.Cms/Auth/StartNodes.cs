using System.Collections.Immutable;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Auth;

/// <summary>Where in a tree somebody starts.</summary>
/// <param name="Root">Whether the whole tree is open.</param>
/// <param name="Nodes">When it is not, the nodes that are open with all below them; none closes the tree.</param>
internal sealed record StartNodes(bool Root, ImmutableArray<Guid> Nodes)
{
    /// <summary>The whole tree.</summary>
    public static StartNodes Everywhere { get; } = new(true, []);

    /// <summary>Whether a node is open, given the keys from the root down to itself; an empty path is the root.</summary>
    public bool Include(IEnumerable<Guid> path) => Root || path.Any(Nodes.Contains);
}

/// <summary>Adds up where groups and a user of their own start, as Umbraco does.</summary>
internal sealed class StartNodeCalculation(ContentTree tree)
{
    /// <summary>
    /// A user's own start node takes the place of the groups' on the same path, above as below, so that it can narrow as well as
    /// widen; on other paths the groups' stand. Nodes that are gone or in the recycle bin do not count.
    /// </summary>
    public async Task<StartNodes> CombineAsync(NodeKind kind, StartNodes ofGroups, StartNodes own, CancellationToken cancellationToken)
    {
        if (own.Root)
        {
            return StartNodes.Everywhere;
        }

        if (own.Nodes.IsEmpty && (ofGroups.Root || ofGroups.Nodes.IsEmpty))
        {
            return ofGroups.Root ? StartNodes.Everywhere : ofGroups;
        }

        Guid[] keys = [.. ofGroups.Nodes, .. own.Nodes];
        var above = (await tree.SummariesAsync(kind, keys, cancellationToken))
            .Where(node => !node.Trashed)
            .ToDictionary(node => node.Key, node => node.Ancestors.Append(node.Key).ToHashSet());
        var narrowed = Highest(own.Nodes, above);
        var kept = Highest(ofGroups.Nodes, above).Where(key => !narrowed.Exists(other => above[key].Contains(other) || above[other].Contains(key)));
        return narrowed.Count == 0 && ofGroups.Root ? StartNodes.Everywhere
            : ofGroups.Root ? new StartNodes(false, [.. narrowed])
            : new StartNodes(false, [.. kept, .. narrowed]);
    }

    private static List<Guid> Highest(ImmutableArray<Guid> keys, Dictionary<Guid, HashSet<Guid>> above) =>
        [.. keys.Where(above.ContainsKey).Distinct().Where(key => !keys.Any(other => other != key && above[key].Contains(other)))];
}
