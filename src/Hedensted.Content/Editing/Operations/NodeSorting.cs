using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Gives siblings their order.</summary>
internal static class NodeSorting
{
    public static async Task<EditResult> SortAsync(
        WriteSession session, NodeKind kind, Guid? parentKey, IReadOnlyDictionary<Guid, int> sortOrders, Guid? userKey, CancellationToken cancellationToken)
    {
        if (parentKey is { } key && await Nodes.FindAsync(session, kind, key, cancellationToken) is null)
        {
            return new(EditingStatus.ParentNotFound, key);
        }

        var siblings = await Nodes.Siblings(session, kind, parentKey).ToDictionaryAsync(node => node.Key, cancellationToken);
        if (sortOrders.Keys.Any(sorted => !siblings.ContainsKey(sorted)))
        {
            return new(EditingStatus.SortingInvalid, parentKey ?? Guid.Empty);
        }

        foreach (var (sorted, order) in sortOrders)
        {
            var row = siblings[sorted];
            if (row.SortOrder != order)
            {
                row.SortOrder = order;
                await Nodes.ChangedAsync(session, row, cancellationToken);
            }
        }

        if (parentKey is { } parent)
        {
            session.Log(parent, userKey, AuditType.Sort);
        }

        return new(EditingStatus.Success, parentKey ?? Guid.Empty, session.Position);
    }
}
