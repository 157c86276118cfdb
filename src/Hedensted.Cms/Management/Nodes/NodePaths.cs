using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Where nodes stand, remembered while one request is answered.</summary>
internal sealed class NodePaths(ContentTree tree)
{
    private readonly Dictionary<(NodeKind, Guid), Guid[]?> _known = [];

    /// <summary>The keys from the root down to and with the node; only its own when there is no such node.</summary>
    public async ValueTask<IReadOnlyList<Guid>> FindAsync(NodeKind kind, Guid key, CancellationToken cancellationToken) =>
        (await FindAsync(kind, [key], cancellationToken)).GetValueOrDefault(key, [key]);

    /// <summary>The paths of those of these nodes that exist. What lies in the recycle bin counts where it lay before.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, Guid[]>> FindAsync(NodeKind kind, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        Guid[] unknown = [.. keys.Where(key => !_known.ContainsKey((kind, key)))];
        if (unknown.Length > 0)
        {
            var found = (await tree.SummariesAsync(kind, unknown, cancellationToken)).ToDictionary(node => node.Key);
            foreach (var key in unknown)
            {
                _known[(kind, key)] = found.TryGetValue(key, out var node) ? await OfAsync(node, cancellationToken) : null;
            }
        }

        return keys.Distinct().Where(key => _known[(kind, key)] is not null).ToDictionary(key => key, key => _known[(kind, key)]!);
    }

    /// <summary>The path of a node that is at hand.</summary>
    public async ValueTask<Guid[]> OfAsync(NodeSummary node, CancellationToken cancellationToken)
    {
        Guid[] path = [.. node.Ancestors, node.Key];
        if (!node.Trashed)
        {
            return path;
        }

        var trashed = node.Ancestors.IsEmpty ? node : (await tree.SummariesAsync(node.Kind, [path[0]], cancellationToken)).SingleOrDefault();
        return trashed?.OriginalParentKey is { } parent && await tree.SummariesAsync(node.Kind, [parent], cancellationToken) is [{ Trashed: false } above]
            ? [.. above.Ancestors, parent, .. path]
            : path;
    }
}
