using Hedensted.Content.Model;
using Hedensted.Content.Storage;
using UmbracoKeys = Umbraco.Cms.Core.Constants.DataTypes.Guids;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Makes, changes and removes data types. Each call is one transaction; what editors have written follows in it.</summary>
public sealed class DataTypeEditor
{
    // The backoffice knows these by heart.
    private static readonly HashSet<Guid> SystemKeys =
    [
        UmbracoKeys.ListViewContentGuid, UmbracoKeys.ListViewMediaGuid, new("aa2c52a0-ce87-4e65-a47c-7df09358585d"), UmbracoKeys.LabelStringGuid, UmbracoKeys.LabelIntGuid,
        UmbracoKeys.LabelBigIntGuid, UmbracoKeys.LabelDateTimeGuid, UmbracoKeys.LabelTimeGuid, UmbracoKeys.LabelDecimalGuid,
        new("ba5bdbe6-ab3e-46a8-82b3-2c45f10bc47f"), new("5eb57825-e15e-4fc7-8e37-fca65cdafbde"), // labels of bytes and pixels
    ];

    private readonly ContentDatabase _database;

    internal DataTypeEditor(ContentDatabase database) => _database = database;

    /// <summary>Whether a data type may be removed at all.</summary>
    public static bool IsDeletable(Guid key) => !SystemKeys.Contains(key);

    /// <summary>Creates a data type in a folder; null is the root.</summary>
    public Task<SchemaResult> CreateAsync(DataType type, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (await DefinitionWriter.ExistsAsync(session, type.Key, cancellationToken))
                {
                    return new(SchemaStatus.DuplicateKey, type.Key);
                }

                if ((await Folders.OfAsync(session, FolderTrees.DataTypes, cancellationToken)).PathOf(folderKey) is not { } folder)
                {
                    return new(SchemaStatus.ParentNotFound, type.Key);
                }

                return Refuse(session, type) ?? await SaveAsync(session, type with { Folder = folder }, AuditType.New, userKey, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Changes a data type. With another property editor, values are converted where they mean the same there; with other settings, values are
    /// kept, and those that break the new ones are counted.
    /// </summary>
    /// <param name="type">The data type; its folder stays.</param>
    /// <param name="opened">The stamp of what was opened; another in the database is a conflict. Null: last write wins.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<SchemaResult> UpdateAsync(DataType type, string? opened, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (session.Schema.FindDataType(type.Key) is not { } before)
                {
                    return new(SchemaStatus.NotFound, type.Key);
                }

                if (opened is not null && opened != SchemaStamp.Of(before))
                {
                    return new(SchemaStatus.ConcurrencyViolation, type.Key, before.Name);
                }

                if (Refuse(session, type) is { } refused)
                {
                    return refused;
                }

                var result = await SaveAsync(session, type with { Folder = before.Folder }, AuditType.Save, userKey, cancellationToken);
                if (before.EditorAlias != type.EditorAlias)
                {
                    return result;
                }

                var after = await DefinitionWriter.SchemaAsync(session, cancellationToken);
                return result with { LeftBehind = await SettingsConsequences.FindAsync(session, after, type.Key, cancellationToken) };
            },
            cancellationToken);

    /// <summary>Removes a data type that no property uses.</summary>
    public Task<SchemaResult> DeleteAsync(Guid key, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (session.Schema.FindDataType(key) is not { } type)
                {
                    return new(SchemaStatus.NotFound, key);
                }

                if (!IsDeletable(key))
                {
                    return new(SchemaStatus.NonDeletable, key, type.Name);
                }

                var uses = session.Schema.ContentTypes
                    .SelectMany(owner => owner.Properties.Where(property => property.DataTypeKey == key).Select(property => $"«{property.Name}» på «{owner.Name}»"))
                    .Concat(session.Schema.ContentTypes.Where(owner => owner.CollectionKey == key).Select(owner => $"listevisningen på «{owner.Name}»"))
                    .ToArray();
                if (uses.Length > 0)
                {
                    return new(SchemaStatus.NotAllowed, key, string.Join(", ", uses));
                }

                await DefinitionWriter.RemoveAsync(session, key, cancellationToken);
                session.Log(key, userKey, AuditType.Delete, type.Name);
                return new(SchemaStatus.Success, key) { Position = session.Position };
            },
            cancellationToken);

    /// <summary>Copies a data type into a folder; the result's key is the copy's.</summary>
    public Task<SchemaResult> CopyAsync(Guid key, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        InFolderAsync(key, folderKey, (session, type, folder) => SaveAsync(
            session,
            type with { Key = session.NewKey(), Folder = folder, Name = SchemaWriting.CopyName(type.Name, session.Schema.DataTypes.Select(other => other.Name)) },
            AuditType.Copy, userKey, cancellationToken), cancellationToken);

    /// <summary>Moves a data type into a folder; null is the root.</summary>
    public Task<SchemaResult> MoveAsync(Guid key, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        InFolderAsync(key, folderKey, (session, type, folder) => SaveAsync(session, type with { Folder = folder }, AuditType.Move, userKey, cancellationToken), cancellationToken);

    private Task<SchemaResult> InFolderAsync(
        Guid key, Guid? folderKey, Func<WriteSession, DataType, string, Task<SchemaResult>> write, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
                session.Schema.FindDataType(key) is not { } type ? new(SchemaStatus.NotFound, key)
                : (await Folders.OfAsync(session, FolderTrees.DataTypes, cancellationToken)).PathOf(folderKey) is not { } folder ? new(SchemaStatus.ParentNotFound, key)
                : await write(session, type, folder),
            cancellationToken);

    private static SchemaResult? Refuse(WriteSession session, DataType type)
    {
        if (string.IsNullOrWhiteSpace(type.Name) || type.Name.Length > TypeRules.LongestName)
        {
            return new(SchemaStatus.InvalidName, type.Key);
        }

        if (!EditorSettings.Knows(type.EditorAlias))
        {
            return new(SchemaStatus.PropertyEditorNotFound, type.Key, type.EditorAlias);
        }

        return EditorSettings.Errors(session.Schema, type) is { Count: > 0 } errors
            ? new(SchemaStatus.InvalidConfiguration, type.Key) { Errors = errors }
            : null;
    }

    private static async Task<SchemaResult> SaveAsync(WriteSession session, DataType type, AuditType action, Guid? userKey, CancellationToken cancellationToken)
    {
        await DefinitionWriter.PutAsync(session, type, cancellationToken);
        session.Log(type.Key, userKey, action);
        return await SchemaWriting.FollowedAsync(session, type.Key, userKey, cancellationToken);
    }
}
