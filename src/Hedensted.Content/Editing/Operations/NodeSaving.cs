using System.Collections.Immutable;
using Hedensted.Content.Changes;
using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Model;
using Hedensted.Content.Sources;
using Hedensted.Content.Storage;
using Hedensted.Content.Storage.Json;
using Hedensted.Content.Storage.Rows;

namespace Hedensted.Content.Editing.Operations;

/// <summary>Saves new versions of nodes, and makes old ones the draft again.</summary>
internal static class NodeSaving
{
    public static async Task<EditResult> SaveAsync(WriteSession session, SaveNode command, CancellationToken cancellationToken)
    {
        if (await Nodes.FindAsync(session, command.Kind, command.Key, cancellationToken) is not { } row)
        {
            return new(EditingStatus.NotFound, command.Key);
        }

        if (row.Trashed)
        {
            return new(EditingStatus.InTrash, command.Key);
        }

        if (session.Schema.FindType(row.ContentTypeKey) is not { } type)
        {
            return new(EditingStatus.ContentTypeNotFound, command.Key);
        }

        var draft = await Nodes.DraftAsync(session, row, cancellationToken);
        var (status, content) = ContentRules.Fit(session.Schema, type, WithoutRemoved(session.Schema, type, command.Content, draft));
        if (status != EditingStatus.Success)
        {
            return new(status, command.Key);
        }

        if (IsNewerThan(row, command.Base))
        {
            return KeepAside(session, row, content, command.UserKey);
        }

        if (await SourceGuard.BrokenAsync(session, row, type, draft, content, cancellationToken) is { IsEmpty: false } broken)
        {
            return new(EditingStatus.PropertyValidationError, command.Key, Errors: broken);
        }

        content = await UniqueNames.MakeAsync(session, row.Kind, row.ParentKey, row.Key, content, cancellationToken, draft);
        await WriteAsync(session, row, content, command.UserKey, cancellationToken);
        session.Log(row.Key, command.UserKey, AuditType.Save);
        return new(EditingStatus.Success, row.Key, session.Position);
    }

    /// <summary>Makes an old version the draft: all of it, or one culture's name and values.</summary>
    public static async Task<EditResult> RollbackAsync(WriteSession session, Guid versionKey, string? culture, Guid? userKey, CancellationToken cancellationToken)
    {
        if (await session.Context.Versions.FindAsync([versionKey], cancellationToken) is not { } version
            || await session.Context.Nodes.FindAsync([version.NodeKey], cancellationToken) is not { } row)
        {
            return new(EditingStatus.NotFound, versionKey);
        }

        if (row.Trashed)
        {
            return new(EditingStatus.InTrash, row.Key);
        }

        if (session.Schema.FindType(row.ContentTypeKey) is not { } type)
        {
            return new(EditingStatus.ContentTypeNotFound, row.Key);
        }

        var old = ContentJson.Read(version.Content);
        if (culture is not null && ContentComparison.NameOf(old, culture) is null)
        {
            return new(EditingStatus.InvalidCulture, row.Key);
        }

        var draft = await Nodes.DraftAsync(session, row, cancellationToken);
        var wanted = await SourceGuard.KeepAsync(session, row, draft, culture is null ? old : Mix(draft, old, culture), cancellationToken);

        // The type may have lost properties since, have others in their place, or vary otherwise.
        var known = wanted with { Values = [.. wanted.Values.Where(value => session.Schema.FindProperty(type, value.Alias) is not null)] };
        var fitted = new ContentFitting(session.Schema, (_, _) => true).Fit(type, known, []);
        var (status, content) = ContentRules.Fit(session.Schema, type, fitted);
        if (status != EditingStatus.Success)
        {
            return new(status, row.Key);
        }

        content = await UniqueNames.MakeAsync(session, row.Kind, row.ParentKey, row.Key, content, cancellationToken);
        await WriteAsync(session, row, content, userKey, cancellationToken);
        session.Log(row.Key, userKey, AuditType.RollBack);
        return new(EditingStatus.Success, row.Key, session.Position);
    }

    /// <summary>Writes checked content as the newest version; readers see a media item's at once.</summary>
    public static async Task WriteAsync(WriteSession session, NodeRow row, NodeContent content, Guid? userKey, CancellationToken cancellationToken)
    {
        var published = await Nodes.PublishedAsync(session, row.Key, cancellationToken);
        var visible = published is null ? null : ContentJson.Read(published.Content);
        DraftWriter.Write(session, row, content, await Nodes.DraftAsync(session, row, cancellationToken), visible, userKey);
        await ReferenceTracker.UpdateAsync(session, row.Key, isNew: false, content, visible, cancellationToken);
        if (row.Kind == NodeKind.Media)
        {
            session.Changed(ChangeSubject.Media, row.Key);
        }
    }

    // A property was removed while this person wrote: its value goes, as at any save after that, and the rest is saved.
    private static NodeContent WithoutRemoved(ContentSchema schema, ContentType type, NodeContent content, NodeContent draft) => content with
    {
        Values = [.. content.Values.Where(value => schema.FindProperty(type, value.Alias) is not null
            || !draft.Values.Any(old => string.Equals(old.Alias, value.Alias, StringComparison.OrdinalIgnoreCase)))],
    };

    private static bool IsNewerThan(NodeRow row, ImmutableDictionary<string, DateTimeOffset> opened) =>
        !opened.IsEmpty && StoredJson.ReadVariants(row.Variants).Any(variant =>
            opened.Any(entry => ContentComparison.SameCulture(entry.Key, variant.Culture ?? "") && variant.UpdateDate > entry.Value));

    // Both people's work is kept: the first stands, the second can be fetched from the history.
    private static EditResult KeepAside(WriteSession session, NodeRow row, NodeContent content, Guid? userKey)
    {
        var version = new NodeVersionRow
        {
            Key = session.NewKey(),
            NodeKey = row.Key,
            AuthorKey = userKey,
            Date = session.Now,
            Content = ContentJson.Write(content),
        };
        session.Context.Versions.Add(version);
        session.Log(row.Key, userKey, AuditType.Custom, "En anden havde gemt imens. Teksten er lagt i historikken og kan gendannes derfra.");
        return new(EditingStatus.ConcurrencyViolation, row.Key, null, new EditConflict(row.WriterKey, row.UpdateDate, version.Key));
    }

    private static NodeContent Mix(NodeContent draft, NodeContent old, string culture) => new()
    {
        Names = [.. draft.Names.Where(name => !ContentComparison.SameCulture(name.Culture, culture)),
            .. old.Names.Where(name => ContentComparison.SameCulture(name.Culture, culture))],
        Values = [.. draft.Values.Where(value => !ContentComparison.SameCulture(value.Culture, culture)),
            .. old.Values.Where(value => ContentComparison.SameCulture(value.Culture, culture))],
    };
}
