using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Moves nodes in the tree, into the recycle bin and out of it.</summary>
internal static class NodeMoving
{
    public static async Task<EditResult> MoveAsync(
        WriteSession session, NodeKind kind, Guid key, Guid? targetKey, Guid? userKey, CancellationToken cancellationToken)
    {
        if (await Nodes.FindAsync(session, kind, key, cancellationToken) is not { } row)
        {
            return new(EditingStatus.NotFound, key);
        }

        return row.Trashed
            ? new(EditingStatus.InTrash, key)
            : await PlaceAsync(session, row, targetKey, userKey, AuditType.Move, null, cancellationToken);
    }

    public static async Task<EditResult> RestoreAsync(
        WriteSession session, NodeKind kind, Guid key, Guid? targetKey, Guid? userKey, CancellationToken cancellationToken)
    {
        if (await Nodes.FindAsync(session, kind, key, cancellationToken) is not { } row)
        {
            return new(EditingStatus.NotFound, key);
        }

        return !row.Trashed
            ? new(EditingStatus.NotInTrash, key)
            : await PlaceAsync(session, row, targetKey, userKey, AuditType.Move, "Hentet op af papirkurven", cancellationToken);
    }

    public static async Task<EditResult> TrashAsync(WriteSession session, NodeKind kind, Guid key, Guid? userKey, CancellationToken cancellationToken)
    {
        if (await Nodes.FindAsync(session, kind, key, cancellationToken) is not { } row)
        {
            return new(EditingStatus.NotFound, key);
        }

        if (row.Trashed)
        {
            return new(EditingStatus.InTrash, key);
        }

        row.OriginalParentKey = row.ParentKey;
        await NodePlacing.PutAsync(session, row, null, NodePath.Below(null, key), trashed: true, cancellationToken);
        session.Log(key, userKey, AuditType.Delete, "Lagt i papirkurven");
        return new(EditingStatus.Success, key, session.Position);
    }

    private static async Task<EditResult> PlaceAsync(
        WriteSession session, NodeRow row, Guid? targetKey, Guid? userKey, AuditType audit, string? comment, CancellationToken cancellationToken)
    {
        if (session.Schema.FindType(row.ContentTypeKey) is not { } type)
        {
            return new(EditingStatus.ContentTypeNotFound, row.Key);
        }

        var (status, parent) = await Nodes.PlaceAsync(session, type, targetKey, cancellationToken);
        if (status == EditingStatus.Success && parent is not null && NodePath.Includes(parent.Path, row.Key))
        {
            status = EditingStatus.ParentInvalid;
        }

        if (status != EditingStatus.Success)
        {
            return new(status, row.Key);
        }

        var draft = await Nodes.DraftAsync(session, row, cancellationToken);
        var named = await UniqueNames.MakeAsync(session, row.Kind, targetKey, row.Key, draft, cancellationToken);
        var last = await Nodes.NextSortOrderAsync(session, row.Kind, targetKey, cancellationToken);
        await NodePlacing.PutAsync(session, row, targetKey, NodePath.Below(parent?.Path, row.Key), trashed: false, cancellationToken);
        row.SortOrder = last;
        row.OriginalParentKey = null;
        if (!ContentComparison.Same(draft, named))
        {
            await NodeSaving.WriteAsync(session, row, named, userKey, cancellationToken);
        }

        session.Log(row.Key, userKey, audit, comment);
        return new(EditingStatus.Success, row.Key, session.Position);
    }
}
