using Hedensted.Content.Changes;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Creates nodes.</summary>
internal static class NodeCreating
{
    public static async Task<EditResult> CreateAsync(WriteSession session, CreateNode command, CancellationToken cancellationToken)
    {
        if (session.Schema.FindType(command.ContentTypeKey) is not { } type || type.Kind != command.Kind)
        {
            return new(EditingStatus.ContentTypeNotFound, command.Key);
        }

        if (type.IsElement)
        {
            return new(EditingStatus.NotAllowed, command.Key);
        }

        if (await session.Context.Nodes.FindAsync([command.Key], cancellationToken) is not null)
        {
            return new(EditingStatus.DuplicateKey, command.Key);
        }

        var (status, parent) = await Nodes.PlaceAsync(session, type, command.ParentKey, cancellationToken);
        if (status != EditingStatus.Success)
        {
            return new(status, command.Key);
        }

        (status, var content) = ContentRules.Fit(session.Schema, type, command.Content);
        if (status != EditingStatus.Success)
        {
            return new(status, command.Key);
        }

        content = await UniqueNames.MakeAsync(session, command.Kind, command.ParentKey, command.Key, content, cancellationToken);
        await AddAsync(session, type, command.Key, parent, content, command.UserKey, command.IsExample, cancellationToken);
        session.Log(command.Key, command.UserKey, AuditType.New);
        return new(EditingStatus.Success, command.Key, session.Position);
    }

    /// <summary>Adds a node that was checked, as the last child of its parent.</summary>
    public static async Task<NodeRow> AddAsync(
        WriteSession session, ContentType type, Guid key, NodeRow? parent, NodeContent content, Guid? userKey, bool isExample, CancellationToken cancellationToken)
    {
        var row = new NodeRow
        {
            Key = key,
            Kind = type.Kind,
            ContentTypeKey = type.Key,
            ParentKey = parent?.Key,
            Path = NodePath.Below(parent?.Path, key),
            Level = (parent?.Level ?? 0) + 1,
            SortOrder = await Nodes.NextSortOrderAsync(session, type.Kind, parent?.Key, cancellationToken),
            CreatorKey = userKey,
            CreateDate = session.Now,
            UpdateDate = session.Now,
            IsExample = isExample,
            Names = "",
            Variants = "[]",
        };
        session.Context.Nodes.Add(row);
        DraftWriter.Write(session, row, content, previous: null, published: null, userKey);
        await ReferenceTracker.UpdateAsync(session, key, isNew: true, content, published: null, cancellationToken);
        if (type.Kind == NodeKind.Media)
        {
            session.Changed(ChangeSubject.Media, key);
        }

        return row;
    }
}
