using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Copies nodes; copies are drafts of their own.</summary>
internal static class NodeCopying
{
    public static async Task<EditResult> CopyAsync(
        WriteSession session,
        NodeKind kind,
        Guid key,
        Guid? targetKey,
        bool includeDescendants,
        Func<NodeContent, NodeContent> change,
        Guid? userKey,
        CancellationToken cancellationToken)
    {
        if (await Nodes.FindAsync(session, kind, key, cancellationToken) is not { } row)
        {
            return new(EditingStatus.NotFound, key);
        }

        if (row.Trashed)
        {
            return new(EditingStatus.InTrash, key);
        }

        if (session.Schema.FindType(row.ContentTypeKey) is not { } type)
        {
            return new(EditingStatus.ContentTypeNotFound, key);
        }

        var (status, parent) = await Nodes.PlaceAsync(session, type, targetKey, cancellationToken);
        if (status != EditingStatus.Success)
        {
            return new(status, key);
        }

        // Read before anything is written, so that a copy below itself does not copy the copy.
        var below = includeDescendants ? await NodePlacing.SubtreeAsync(session, row, cancellationToken) : [];
        var copyKey = session.NewKey();
        var draft = change(await Nodes.DraftAsync(session, row, cancellationToken));
        var named = await UniqueNames.MakeAsync(session, kind, targetKey, copyKey, draft, cancellationToken);
        var copy = await NodeCreating.AddAsync(session, type, copyKey, parent, named, userKey, isExample: false, cancellationToken);
        session.Log(key, userKey, AuditType.Copy);
        session.Log(copyKey, userKey, AuditType.New, "Kopi");

        var copies = new Dictionary<Guid, NodeRow> { [key] = copy };
        foreach (var original in below.Where(node => node.Key != key).OrderBy(node => node.Level).ThenBy(node => node.SortOrder).ThenBy(node => node.Key))
        {
            var child = await NodeCreating.AddAsync(
                session,
                session.Schema.FindType(original.ContentTypeKey)!,
                session.NewKey(),
                copies[original.ParentKey!.Value],
                await Nodes.DraftAsync(session, original, cancellationToken),
                userKey,
                isExample: false,
                cancellationToken);
            child.SortOrder = original.SortOrder;
            copies.Add(original.Key, child);
        }

        return new(EditingStatus.Success, copyKey, session.Position);
    }
}
