using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Operations;

/// <summary>What every operation on nodes needs to look up.</summary>
internal static class Nodes
{
    /// <summary>The node of this kind, tracked; null when there is none.</summary>
    public static async Task<NodeRow?> FindAsync(WriteSession session, NodeKind kind, Guid key, CancellationToken cancellationToken) =>
        await session.Context.Nodes.FindAsync([key], cancellationToken) is { } row && row.Kind == kind ? row : null;

    /// <summary>The nodes that stand together below one, or at a root (null), in the tree.</summary>
    public static IQueryable<NodeRow> Siblings(WriteSession session, NodeKind kind, Guid? parentKey) =>
        session.Context.Nodes.Where(node => node.Kind == kind && node.ParentKey == parentKey && !node.Trashed);

    /// <summary>A node's newest saved state.</summary>
    public static async Task<NodeContent> DraftAsync(WriteSession session, NodeRow row, CancellationToken cancellationToken) =>
        ContentJson.Read((await session.Context.Versions.FindAsync([row.DraftVersionKey], cancellationToken))!.Content);

    /// <summary>What readers see of a node, tracked; null when nothing.</summary>
    public static async Task<PublishedRow?> PublishedAsync(WriteSession session, Guid key, CancellationToken cancellationToken) =>
        await session.Context.Published.FindAsync([key], cancellationToken) is { } row && session.Context.Entry(row).State != EntityState.Deleted ? row : null;

    /// <summary>Whether every one of these documents is published.</summary>
    public static async Task<bool> ArePublishedAsync(WriteSession session, IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) =>
        keys.Count == 0 || await session.Context.Published.CountAsync(published => keys.Contains(published.NodeKey), cancellationToken) == keys.Count;

    /// <summary>The place after the last sibling.</summary>
    public static async Task<int> NextSortOrderAsync(WriteSession session, NodeKind kind, Guid? parentKey, CancellationToken cancellationToken) =>
        await Siblings(session, kind, parentKey).MaxAsync(node => (int?)node.SortOrder, cancellationToken) + 1 ?? 0;

    /// <summary>Whether a type may stand below this node (null: at the root), and the node.</summary>
    public static async Task<(EditingStatus Status, NodeRow? Parent)> PlaceAsync(
        WriteSession session, ContentType type, Guid? parentKey, CancellationToken cancellationToken)
    {
        if (parentKey is not { } key)
        {
            return (type.AllowedAsRoot ? EditingStatus.Success : EditingStatus.NotAllowed, null);
        }

        if (await FindAsync(session, type.Kind, key, cancellationToken) is not { } parent)
        {
            return (EditingStatus.ParentNotFound, null);
        }

        if (parent.Trashed)
        {
            return (EditingStatus.InTrash, null);
        }

        var allowed = session.Schema.FindType(parent.ContentTypeKey)?.AllowedChildren.Contains(type.Key) == true;
        return (allowed ? EditingStatus.Success : EditingStatus.NotAllowed, parent);
    }

    /// <summary>Tells readers about a node when they see it, or could.</summary>
    public static async Task ChangedAsync(WriteSession session, NodeRow row, CancellationToken cancellationToken)
    {
        if (row.Kind == NodeKind.Media)
        {
            session.Changed(ChangeSubject.Media, row.Key);
        }
        else if (await PublishedAsync(session, row.Key, cancellationToken) is not null)
        {
            session.Changed(ChangeSubject.Document, row.Key);
        }
    }
}
