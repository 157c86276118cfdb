using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Removes nodes for good.</summary>
internal static class NodeRemoving
{
    /// <summary>Removes a node and what stands below it.</summary>
    public static async Task<EditResult> DeleteAsync(WriteSession session, NodeKind kind, Guid key, Guid? userKey, CancellationToken cancellationToken)
    {
        if (await Nodes.FindAsync(session, kind, key, cancellationToken) is null)
        {
            return new(EditingStatus.NotFound, key);
        }

        session.Log(key, userKey, AuditType.Delete, "Slettet for altid");
        await RemoveAsync(session, [key], cancellationToken);
        return new(EditingStatus.Success, key, session.Position);
    }

    /// <summary>Removes everything in the recycle bin.</summary>
    public static async Task<EditResult> EmptyAsync(WriteSession session, NodeKind kind, Guid? userKey, CancellationToken cancellationToken)
    {
        var roots = await session.Context.Nodes.Where(node => node.Kind == kind && node.Trashed && node.ParentKey == null)
            .Select(node => node.Key).ToListAsync(cancellationToken);
        foreach (var key in roots)
        {
            session.Log(key, userKey, AuditType.Delete, "Slettet for altid, da papirkurven blev tømt");
        }

        await RemoveAsync(session, roots, cancellationToken);
        return new(EditingStatus.Success, Guid.Empty, session.Position);
    }

    /// <summary>Removes these nodes and what stands below them; versions, published text and references go with them.</summary>
    public static async Task RemoveAsync(WriteSession session, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        await session.Context.SaveChangesAsync(cancellationToken);
        session.Context.ChangeTracker.Clear();
        var rows = await session.Context.SubtreesAsync(keys, cancellationToken);
        session.Context.ChangeTracker.Clear();
        await TellAsync(session, rows, cancellationToken);
        foreach (var row in rows)
        {
            session.Removed(row);
            if (!row.Trashed && keys.Contains(row.Key))
            {
                session.LeavesBelow(row.ParentKey);
            }
        }

        await RemovedFiles.NoteAsync(session, [.. rows.Select(row => row.Key)], cancellationToken);
        foreach (var batch in rows.Select(row => row.Key).Chunk(500))
        {
            await session.Context.Nodes.Where(node => batch.Contains(node.Key)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>Tells readers that these nodes go away.</summary>
    public static async Task TellAsync(WriteSession session, IReadOnlyCollection<NodeRow> rows, CancellationToken cancellationToken)
    {
        var published = await NodeQueries.ByKeysAsync(
            [.. rows.Select(row => row.Key)],
            batch => session.Context.Published.Where(published => batch.Contains(published.NodeKey)).Select(published => published.NodeKey),
            cancellationToken);
        foreach (var key in published)
        {
            session.Changed(ChangeSubject.Document, key);
        }

        // A trashed media item is out of sight already.
        foreach (var row in rows.Where(row => row.Kind == NodeKind.Media && !row.Trashed))
        {
            session.Changed(ChangeSubject.Media, row.Key);
        }
    }
}
