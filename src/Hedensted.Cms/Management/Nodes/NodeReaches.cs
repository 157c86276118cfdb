using System.Security.Claims;
using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>Finds what a person sees of a tree, also through a picker that overlooks start nodes.</summary>
internal sealed class NodeReaches(NodePaths paths, SchemaSource schemas)
{
    private const string IgnoreStartNodes = "ignoreUserStartNodes";

    /// <summary>What somebody sees; <paramref name="dataTypeId"/> is the picker that asks, if any.</summary>
    public async ValueTask<NodeReach> OfAsync(NodeKind kind, ClaimsPrincipal user, string? dataTypeId, CancellationToken cancellationToken) =>
        await NodeReach.OfAsync(kind, user, paths, await OverlooksAsync(dataTypeId, cancellationToken), cancellationToken);

    /// <summary>Those of these nodes that somebody may open.</summary>
    public async ValueTask<IReadOnlyList<T>> WithinAsync<T>(NodeKind kind, ClaimsPrincipal user, IReadOnlyList<T> nodes, CancellationToken cancellationToken)
        where T : NodeSummary => await WithinAsync(await OfAsync(kind, user, null, cancellationToken), nodes, cancellationToken);

    /// <summary>Those of these nodes that somebody may know the names of: what one page points at is shown in it, wherever its reader starts.</summary>
    public async ValueTask<IReadOnlyList<T>> NamedAsync<T>(NodeKind kind, ClaimsPrincipal user, IReadOnlyList<T> nodes, CancellationToken cancellationToken)
        where T : NodeSummary => await WithinAsync(await NodeReach.OfAsync(kind, user, paths, ignoreStartNodes: true, cancellationToken), nodes, cancellationToken);

    private async ValueTask<IReadOnlyList<T>> WithinAsync<T>(NodeReach reach, IReadOnlyList<T> nodes, CancellationToken cancellationToken)
        where T : NodeSummary
    {
        if (reach.IsEverything)
        {
            return nodes;
        }

        var within = new List<T>(nodes.Count);
        foreach (var node in nodes)
        {
            if (reach.Includes(await paths.OfAsync(node, cancellationToken)))
            {
                within.Add(node);
            }
        }

        return within;
    }

    /// <summary>Where a node stands; an empty path is the root.</summary>
    public async ValueTask<IReadOnlyList<Guid>> PathAsync(NodeKind kind, Guid? key, CancellationToken cancellationToken) =>
        key is { } id ? await paths.FindAsync(kind, id, cancellationToken) : [];

    private async ValueTask<bool> OverlooksAsync(string? dataTypeId, CancellationToken cancellationToken) =>
        Guid.TryParse(dataTypeId, out var key)
        && (await schemas.CurrentAsync(cancellationToken)).FindDataType(key) is { } dataType
        && dataType.Configuration.TryGetValue(IgnoreStartNodes, out var value)
        && value.ValueKind == JsonValueKind.True;
}
