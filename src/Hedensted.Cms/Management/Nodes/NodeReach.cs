using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>What a person sees of a tree: what they may read at or below where they start, and the way there.</summary>
internal sealed class NodeReach
{
    private readonly NodeKind _kind;
    private readonly Rights _rights;
    private readonly StartNodes _starts;

    // Nodes that begin something of their own, and where they stand; and all nodes on the way to those that are open.
    private readonly IReadOnlyDictionary<Guid, Guid[]> _own;
    private readonly HashSet<Guid> _way;

    private NodeReach(NodeKind kind, Rights rights, StartNodes starts, IReadOnlyDictionary<Guid, Guid[]> own)
    {
        (_kind, _rights, _starts, _own) = (kind, rights, starts, own);
        _way = [.. own.Values.Where(Includes).SelectMany(path => path.SkipLast(1))];
    }

    /// <summary>Whether everything is shown, so that nothing needs to be looked at.</summary>
    public bool IsEverything => _starts.Root && _own.Count == 0 && (_kind == NodeKind.Media || _rights.MayAt([], Verbs.Read));

    /// <summary>What somebody sees.</summary>
    /// <param name="kind">Documents or media.</param>
    /// <param name="user">Who.</param>
    /// <param name="paths">Where nodes stand.</param>
    /// <param name="ignoreStartNodes">For a picker whose data type says so.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<NodeReach> OfAsync(
        NodeKind kind, ClaimsPrincipal user, NodePaths paths, bool ignoreStartNodes, CancellationToken cancellationToken)
    {
        var rights = user.Rights();
        var starts = ignoreStartNodes ? StartNodes.Everywhere : kind == NodeKind.Document ? rights.Documents : rights.Media;
        Guid[] own = [.. starts.Nodes, .. kind == NodeKind.Document ? rights.DocumentsOfTheirOwn : []];
        return new NodeReach(kind, rights, starts, await paths.FindAsync(kind, own, cancellationToken));
    }

    /// <summary>Whether a node may be opened, given the keys from the root down to itself.</summary>
    public bool Includes(IReadOnlyList<Guid> path) => _starts.Include(path) && (_kind == NodeKind.Media || _rights.MayAt(path, Verbs.Read));

    /// <summary>Whether a node that may not be opened is shown all the same, because the way to one that may leads through it.</summary>
    public bool LeadsOn(Guid key) => _way.Contains(key);

    /// <summary>Which children of a node are shown, given its path (empty is the root); null is all.</summary>
    public SomeNodes? ChildrenOf(IReadOnlyList<Guid> path)
    {
        if (IsEverything)
        {
            return null;
        }

        var special = _own.Values
            .Where(own => own.Length > path.Count && own.Take(path.Count).SequenceEqual(path))
            .Select(own => own[path.Count])
            .ToHashSet();
        var open = Includes(path);
        Guid[] shown = [.. special.Where(key => LeadsOn(key) || Includes([.. path, key]))];
        return open ? new SomeNodes([.. special.Except(shown)], Except: true) : new SomeNodes(shown, Except: false);
    }
}
