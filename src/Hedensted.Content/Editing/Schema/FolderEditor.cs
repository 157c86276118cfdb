using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Makes, renames and removes folders of types and templates. Each call is one transaction.</summary>
public sealed class FolderEditor
{
    private readonly ContentDatabase _database;

    internal FolderEditor(ContentDatabase database) => _database = database;

    /// <summary>Makes a folder in another; null is the root.</summary>
    /// <param name="tree">One of <see cref="Model.FolderTrees"/>.</param>
    /// <param name="key">Its permanent identity.</param>
    /// <param name="parentKey">The folder it lies in.</param>
    /// <param name="name">Without <c>/</c>, and unlike its neighbours'.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public Task<SchemaResult> CreateAsync(string tree, Guid key, Guid? parentKey, string name, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(
            async session => await (await Folders.OfAsync(session, tree, cancellationToken)).CreateAsync(key, parentKey, name, cancellationToken), cancellationToken);

    /// <summary>Gives a folder another name; what lies in it stays in it.</summary>
    public Task<SchemaResult> RenameAsync(string tree, Guid key, string name, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(async session => await (await Folders.OfAsync(session, tree, cancellationToken)).RenameAsync(key, name, cancellationToken), cancellationToken);

    /// <summary>Removes a folder with nothing in it.</summary>
    public Task<SchemaResult> DeleteAsync(string tree, Guid key, CancellationToken cancellationToken) =>
        _database.WriteAsync<SchemaResult>(async session => await (await Folders.OfAsync(session, tree, cancellationToken)).DeleteAsync(key, cancellationToken), cancellationToken);
}
