using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Puts a node, and with it everything below it, somewhere else in the tree or into and out of the recycle bin.</summary>
internal static class NodePlacing
{
    /// <summary>Gives the node and what stands below it their new paths, and tells readers what they must take away or read anew.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="row">The node, tracked.</param>
    /// <param name="parentKey">The node above; null at a root.</param>
    /// <param name="path">The node's new path.</param>
    /// <param name="trashed">Whether it stands in the recycle bin.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task PutAsync(WriteSession session, NodeRow row, Guid? parentKey, string path, bool trashed, CancellationToken cancellationToken)
    {
        var subtree = await SubtreeAsync(session, row, cancellationToken);
        var binned = trashed != row.Trashed;
        if (binned)
        {
            await CrossAsync(session, row, subtree, trashed, cancellationToken);
        }
        else
        {
            await Nodes.ChangedAsync(session, row, cancellationToken);
            if (row.ParentKey != parentKey)
            {
                session.LeavesBelow(row.ParentKey);
            }
        }

        var old = row.Path;
        foreach (var below in subtree)
        {
            below.Path = string.Concat(path, below.Path.AsSpan(old.Length));
            below.Level = NodePath.LevelOf(below.Path);
            below.Trashed = trashed;
        }

        row.ParentKey = parentKey;
    }

    /// <summary>The node and everything below it, tracked.</summary>
    public static async Task<List<NodeRow>> SubtreeAsync(WriteSession session, NodeRow row, CancellationToken cancellationToken)
    {
        await session.Context.SaveChangesAsync(cancellationToken);
        return await session.Context.SubtreesAsync([row.Key], cancellationToken);
    }

    // Into the bin nothing stays published or scheduled, so that nothing comes back to readers by itself.
    private static async Task CrossAsync(WriteSession session, NodeRow root, List<NodeRow> subtree, bool trashed, CancellationToken cancellationToken)
    {
        if (!trashed)
        {
            foreach (var row in subtree.Where(row => row.Kind == NodeKind.Media))
            {
                session.Changed(Changes.ChangeSubject.Media, row.Key);
            }

            return;
        }

        await NodeRemoving.TellAsync(session, subtree, cancellationToken);
        foreach (var published in await NodeQueries.ByKeysAsync(
            [.. subtree.Select(row => row.Key)],
            batch => session.Context.Published.Where(published => batch.Contains(published.NodeKey)),
            cancellationToken))
        {
            session.Context.Published.Remove(published);
            if (published.NodeKey == root.Key)
            {
                session.LeavesBelow(root.ParentKey);
            }
        }

        foreach (var row in subtree)
        {
            DraftWriter.SetVariants(row, [.. StoredJson.ReadVariants(row.Variants)
                .Select(variant => variant with { PublishDate = null, PublishAt = null, UnpublishAt = null, Edited = false })]);
        }
    }
}
