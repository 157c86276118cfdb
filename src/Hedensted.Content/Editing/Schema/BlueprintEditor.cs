using Hedensted.Content.Editing.Operations;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Document templates («arrangementsskabeloner»): reads them, makes, changes, moves and removes them. Each write is one transaction.</summary>
public sealed class BlueprintEditor
{
    private readonly ContentDatabase _database;

    internal BlueprintEditor(ContentDatabase database) => _database = database;

    /// <summary>Every template.</summary>
    public Task<IReadOnlyList<Blueprint>> ReadAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(context => DefinitionWriter.BlueprintsAsync(context, cancellationToken), cancellationToken);

    /// <summary>Creates a template in a folder; null is the root.</summary>
    public Task<SchemaResult> CreateAsync(Blueprint blueprint, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all, folders) =>
                await DefinitionWriter.ExistsAsync(session, blueprint.Key, cancellationToken) ? new(SchemaStatus.DuplicateKey, blueprint.Key)
                : folders.PathOf(folderKey) is not { } folder ? new(SchemaStatus.ParentNotFound, blueprint.Key)
                : await SaveAsync(session, all, blueprint with { Folder = folder, CreateDate = session.Now }, AuditType.New, userKey, cancellationToken),
            cancellationToken);

    /// <summary>Makes a template of what a document's draft says.</summary>
    /// <param name="documentKey">The document.</param>
    /// <param name="key">The template's key.</param>
    /// <param name="name">The template's name, in every language that the document is written in.</param>
    /// <param name="folderKey">The folder; null is the root.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<SchemaResult> CreateFromDocumentAsync(
        Guid documentKey, Guid key, string name, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all, folders) =>
            {
                if (await Nodes.FindAsync(session, NodeKind.Document, documentKey, cancellationToken) is not { } row)
                {
                    return new(SchemaStatus.NotFound, key);
                }

                if (await DefinitionWriter.ExistsAsync(session, key, cancellationToken))
                {
                    return new(SchemaStatus.DuplicateKey, key);
                }

                if (folders.PathOf(folderKey) is not { } folder)
                {
                    return new(SchemaStatus.ParentNotFound, key);
                }

                var draft = await Nodes.DraftAsync(session, row, cancellationToken);
                var blueprint = new Blueprint
                {
                    Key = key,
                    ContentTypeKey = row.ContentTypeKey,
                    Folder = folder,
                    Content = draft with
                    {
                        Names = [.. draft.Names.Select(variant => variant with { Name = name })],
                        Values = [.. draft.Values.Where(value => session.Schema.FindType(row.ContentTypeKey) is { } type && session.Schema.FindProperty(type, value.Alias) is not null)],
                    },
                    CreateDate = session.Now,
                };
                return await SaveAsync(session, all, blueprint, AuditType.New, userKey, cancellationToken);
            },
            cancellationToken);

    /// <summary>Changes a template's names and values; its type and place stay.</summary>
    /// <param name="key">Which.</param>
    /// <param name="content">Names and values; what is absent is removed.</param>
    /// <param name="opened">When what was opened was saved; a later save is a conflict. Null: last write wins.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<SchemaResult> UpdateAsync(Guid key, NodeContent content, DateTimeOffset? opened, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all, _) =>
                Find(all, key) is not { } before ? new(SchemaStatus.NotFound, key)
                : opened is { } date && before.UpdateDate > date ? new(SchemaStatus.ConcurrencyViolation, key, before.Name)
                : await SaveAsync(session, all, before with { Content = content }, AuditType.Save, userKey, cancellationToken),
            cancellationToken);

    /// <summary>Moves a template into a folder; null is the root.</summary>
    public Task<SchemaResult> MoveAsync(Guid key, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all, folders) =>
                Find(all, key) is not { } blueprint ? new(SchemaStatus.NotFound, key)
                : folders.PathOf(folderKey) is not { } folder ? new(SchemaStatus.ParentNotFound, key)
                : await SaveAsync(session, all, blueprint with { Folder = folder }, AuditType.Move, userKey, cancellationToken),
            cancellationToken);

    /// <summary>Removes a template; documents made from it stay.</summary>
    public Task<SchemaResult> DeleteAsync(Guid key, Guid? userKey, CancellationToken cancellationToken) =>
        WriteAsync(
            async (session, all, _) =>
            {
                if (Find(all, key) is not { } blueprint)
                {
                    return new(SchemaStatus.NotFound, key);
                }

                await DefinitionWriter.RemoveAsync(session, key, cancellationToken);
                session.Log(key, userKey, AuditType.Delete, blueprint.Name);
                return new(SchemaStatus.Success, key);
            },
            cancellationToken);

    private Task<SchemaResult> WriteAsync(
        Func<WriteSession, IReadOnlyList<Blueprint>, Folders, Task<SchemaResult>> write, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                var all = await DefinitionWriter.BlueprintsAsync(session.Context, cancellationToken);
                return await write(session, all, new Folders(session, FolderTrees.Blueprints, all));
            },
            cancellationToken);

    private static async Task<SchemaResult> SaveAsync(
        WriteSession session, IReadOnlyList<Blueprint> all, Blueprint blueprint, AuditType action, Guid? userKey, CancellationToken cancellationToken)
    {
        if (session.Schema.FindType(blueprint.ContentTypeKey) is not { Kind: NodeKind.Document, IsElement: false } type)
        {
            return new(SchemaStatus.InvalidContent, blueprint.Key) { Editing = EditingStatus.ContentTypeNotFound };
        }

        var (status, content) = ContentRules.Fit(session.Schema, type, blueprint.Content);
        if (status != EditingStatus.Success)
        {
            return new(SchemaStatus.InvalidContent, blueprint.Key) { Editing = status };
        }

        var saved = blueprint with { Content = content, UpdateDate = session.Now };
        if (all.Any(other => other.Key != saved.Key && other.ContentTypeKey == saved.ContentTypeKey && string.Equals(other.Name, saved.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return new(SchemaStatus.DuplicateName, saved.Key, saved.Name);
        }

        await DefinitionWriter.PutAsync(session, saved, cancellationToken);
        session.Log(saved.Key, userKey, action);
        return new(SchemaStatus.Success, saved.Key);
    }

    private static Blueprint? Find(IReadOnlyList<Blueprint> all, Guid key) => all.FirstOrDefault(blueprint => blueprint.Key == key);
}
