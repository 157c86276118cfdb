using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Transfer;
using Hedensted.Content.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Makes, changes and removes document, element and media types. Each call is one transaction; what editors have written follows in it.</summary>
public sealed class ContentTypeEditor
{
    // Uploading finds these by their aliases.
    private static readonly HashSet<string> SystemAliases = new(["Folder", "Image", "File"], StringComparer.OrdinalIgnoreCase);

    private readonly ContentDatabase _database;

    internal ContentTypeEditor(ContentDatabase database) => _database = database;

    /// <summary>Whether a type is a part of the system, which keeps its alias and cannot be removed.</summary>
    public static bool IsSystem(ContentType type) => type.Kind == NodeKind.Media && SystemAliases.Contains(type.Alias);

    /// <summary>Creates a type in a folder; null is the root.</summary>
    public Task<SchemaResult> CreateAsync(ContentType type, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (await DefinitionWriter.ExistsAsync(session, type.Key, cancellationToken))
                {
                    return new(SchemaStatus.DuplicateKey, type.Key);
                }

                if ((await Folders.OfAsync(session, FolderTrees.Of(type.Kind), cancellationToken)).PathOf(folderKey) is not { } folder)
                {
                    return new(SchemaStatus.ParentNotFound, type.Key);
                }

                return await SaveAsync(session, type with { Folder = folder }, null, AuditType.New, userKey, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Changes a type. Values follow a renamed property, are converted when its editor is another, and move between cultures when it (or the
    /// type) begins or stops to vary. Values of a removed property leave each draft when it is next saved, and stay in its history.
    /// </summary>
    /// <param name="type">The type; its folder stays.</param>
    /// <param name="opened">The stamp of what was opened; another in the database is a conflict. Null: last write wins.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<SchemaResult> UpdateAsync(ContentType type, string? opened, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (Find(session, type.Kind, type.Key) is not { } before)
                {
                    return new(SchemaStatus.NotFound, type.Key);
                }

                if (opened is not null && opened != SchemaStamp.Of(before))
                {
                    return new(SchemaStatus.ConcurrencyViolation, type.Key, before.Name);
                }

                return await ReplaceAsync(session, before, type with { Folder = before.Folder, Thumbnail = before.Thumbnail }, before, userKey, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Takes a type out of a file into the site: as a new one, or over the one that has its key, whose other fields stay. What the file needs
    /// and the site lacks (a data type, a composition) is refused by name; what it only mentions is told in <see cref="SchemaResult.Notes"/>.
    /// </summary>
    /// <param name="file">A file with a type.</param>
    /// <param name="overwrite">Whether it replaces; otherwise it must be new.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<SchemaResult> ImportAsync(TransferFile file, bool overwrite, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync(session => new TypeImport(session, file, userKey).RunAsync(overwrite, cancellationToken), cancellationToken);

    /// <summary>Removes a type that nothing uses. It disappears from the lists of what may stand below others.</summary>
    public Task<SchemaResult> DeleteAsync(NodeKind kind, Guid key, Guid? userKey, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
            {
                if (Find(session, kind, key) is not { } type)
                {
                    return new(SchemaStatus.NotFound, key);
                }

                if (IsSystem(type))
                {
                    return new(SchemaStatus.NonDeletable, key, type.Name);
                }

                if (await SchemaWriting.UsesOfAsync(session, type, cancellationToken) is { } uses)
                {
                    return new(SchemaStatus.NotAllowed, key, uses);
                }

                foreach (var parent in session.Schema.ContentTypes.Where(other => other.Key != key && other.AllowedChildren.Contains(key)))
                {
                    await DefinitionWriter.PutAsync(session, parent with { AllowedChildren = parent.AllowedChildren.Remove(key) }, cancellationToken);
                }

                await DefinitionWriter.RemoveAsync(session, key, cancellationToken);
                session.Log(key, userKey, AuditType.Delete, type.Name);
                return new(SchemaStatus.Success, key) { Position = session.Position };
            },
            cancellationToken);

    /// <summary>Copies a type, with properties and groups of its own, into a folder; the result's key is the copy's.</summary>
    public Task<SchemaResult> CopyAsync(NodeKind kind, Guid key, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        InFolderAsync(kind, key, folderKey, (session, type, folder) => SaveAsync(session, Copy(session, type) with { Folder = folder }, type, AuditType.Copy, userKey, cancellationToken), cancellationToken);

    /// <summary>Moves a type into a folder; null is the root.</summary>
    public Task<SchemaResult> MoveAsync(NodeKind kind, Guid key, Guid? folderKey, Guid? userKey, CancellationToken cancellationToken) =>
        InFolderAsync(kind, key, folderKey, (session, type, folder) => SaveAsync(session, type with { Folder = folder }, type, AuditType.Move, userKey, cancellationToken), cancellationToken);

    private Task<SchemaResult> InFolderAsync(
        NodeKind kind, Guid key, Guid? folderKey, Func<WriteSession, ContentType, string, Task<SchemaResult>> write, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session =>
                Find(session, kind, key) is not { } type ? new(SchemaStatus.NotFound, key)
                : (await Folders.OfAsync(session, FolderTrees.Of(kind), cancellationToken)).PathOf(folderKey) is not { } folder ? new(SchemaStatus.ParentNotFound, key)
                : await write(session, type, folder),
            cancellationToken);

    private static ContentType? Find(WriteSession session, NodeKind kind, Guid key) => session.Schema.FindType(key) is { } type && type.Kind == kind ? type : null;

    /// <summary>Writes a type over another, when its alias and what uses it allow.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="before">The type as it is.</param>
    /// <param name="type">The type as it is to be.</param>
    /// <param name="named">Whose groups' aliases and reserved fields are kept: what it was, or what it comes as.</param>
    /// <param name="userKey">Who writes.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    internal static async Task<SchemaResult> ReplaceAsync(
        WriteSession session, ContentType before, ContentType type, ContentType named, Guid? userKey, CancellationToken cancellationToken) =>
        IsSystem(before) && !string.Equals(type.Alias, before.Alias, StringComparison.Ordinal) ? new(SchemaStatus.NonDeletable, type.Key, before.Name)
        : await RefuseElementFlagAsync(session, before, type, cancellationToken) ?? await SaveAsync(session, type, named, AuditType.Save, userKey, cancellationToken);

    /// <summary>Writes a type, when it may be as it is.</summary>
    internal static async Task<SchemaResult> SaveAsync(
        WriteSession session, ContentType type, ContentType? before, AuditType action, Guid? userKey, CancellationToken cancellationToken)
    {
        var complete = ContainerAliases.Complete(session.Schema, type, before) with
        {
            // What was removed meanwhile is allowed nowhere.
            AllowedChildren = [.. type.AllowedChildren.Distinct().Where(child => child == type.Key || Find(session, type.Kind, child) is not null)],
        };
        if (TypeRules.Refuse(session.Schema, complete, before) is { } refused)
        {
            return refused;
        }

        await DefinitionWriter.PutAsync(session, complete, cancellationToken);
        session.Log(type.Key, userKey, action);
        return await SchemaWriting.FollowedAsync(session, type.Key, userKey, cancellationToken);
    }

    private static async Task<SchemaResult?> RefuseElementFlagAsync(WriteSession session, ContentType before, ContentType type, CancellationToken cancellationToken)
    {
        if (before.IsElement == type.IsElement)
        {
            return null;
        }

        if (await session.Context.Nodes.AnyAsync(node => node.ContentTypeKey == type.Key, cancellationToken))
        {
            return new(SchemaStatus.InvalidElementFlagDocumentHasContent, type.Key, before.Name);
        }

        var blocks = SchemaWriting.BlocksWith(session.Schema, before).Select(dataType => $"«{dataType.Name}»").ToArray();
        return blocks.Length == 0 ? null : new(SchemaStatus.InvalidElementFlagElementIsUsedInPropertyEditorConfiguration, type.Key, string.Join(", ", blocks));
    }

    private static ContentType Copy(WriteSession session, ContentType type)
    {
        var containers = type.Containers.ToDictionary(container => container.Key, _ => session.NewKey());
        Guid? New(Guid? key) => key is { } old ? containers.GetValueOrDefault(old, old) : null;
        var alias = $"{type.Alias}Copy";
        for (var number = 2; session.Schema.FindType(type.Kind, alias) is not null; number++)
        {
            alias = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{type.Alias}Copy{number}");
        }

        return type with
        {
            Key = session.NewKey(),
            Alias = alias,
            Name = SchemaWriting.CopyName(type.Name, session.Schema.ContentTypes.Select(other => other.Name)),
            Containers = [.. type.Containers.Select(container => container with { Key = containers[container.Key], ParentKey = New(container.ParentKey) })],
            Properties = [.. type.Properties.Select(property => property with { Key = session.NewKey(), ContainerKey = New(property.ContainerKey) })],
        };
    }
}
