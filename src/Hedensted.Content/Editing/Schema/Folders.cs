using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Editing.Schema;

/// <summary>The folders of one tree, in a transaction.</summary>
internal sealed class Folders(WriteSession session, string tree, IReadOnlyList<Blueprint> blueprints)
{
    private readonly ImmutableArray<SchemaFolder> _all = SchemaFolder.All(tree, session.Schema.MadeFolders, tree switch
    {
        FolderTrees.DataTypes => session.Schema.DataTypes.Select(type => type.Folder),
        FolderTrees.Blueprints => blueprints.Select(blueprint => blueprint.Folder),
        _ => session.Schema.ContentTypes.Where(type => FolderTrees.Of(type.Kind) == tree).Select(type => type.Folder),
    });

    /// <summary>The folders of a tree.</summary>
    public static async Task<Folders> OfAsync(WriteSession session, string tree, CancellationToken cancellationToken) =>
        new(session, tree, tree == FolderTrees.Blueprints ? await DefinitionWriter.BlueprintsAsync(session.Context, cancellationToken) : []);

    /// <summary>The path of a folder: empty for the root, null when there is none with that key.</summary>
    public string? PathOf(Guid? key) => key is null ? "" : Find(key.Value)?.Path;

    /// <summary>
    /// The folders that names from the root down lead through. One that is there is found by its key, else by its name; others are to be made.
    /// Null when a name cannot be a folder's.
    /// </summary>
    public IReadOnlyList<SchemaFolder>? Plan(IReadOnlyList<(string Name, Guid? Key)> names)
    {
        var way = new List<SchemaFolder>();
        foreach (var (name, key) in names)
        {
            var parent = way is [.., var last] ? last.Path : "";
            if (!IsName(name))
            {
                return null;
            }

            way.Add((key is { } known ? Find(known) : null)
                ?? _all.FirstOrDefault(folder => string.Equals(folder.Path, Join(parent, name), StringComparison.OrdinalIgnoreCase))
                ?? new SchemaFolder(key ?? NamedKey.Of(tree, Join(parent, name)), tree, Join(parent, name)));
        }

        return way;
    }

    /// <summary>Makes those of a plan that are not there, under their keys; where a key is taken by something else, the folder is there by what lies in it.</summary>
    public async Task MakeAsync(IEnumerable<SchemaFolder> plan, CancellationToken cancellationToken)
    {
        foreach (var folder in plan.Where(folder => !_all.Contains(folder) && folder.Key != NamedKey.Of(tree, folder.Path)))
        {
            if (!await DefinitionWriter.ExistsAsync(session, folder.Key, cancellationToken))
            {
                await DefinitionWriter.PutAsync(session, folder, cancellationToken);
            }
        }
    }

    public async Task<SchemaResult> CreateAsync(Guid key, Guid? parentKey, string name, CancellationToken cancellationToken)
    {
        if (PathOf(parentKey) is not { } parent)
        {
            return new(SchemaStatus.ParentNotFound, key);
        }

        if (Find(key) is not null || await DefinitionWriter.ExistsAsync(session, key, cancellationToken))
        {
            return new(SchemaStatus.DuplicateKey, key);
        }

        if (Refuse(key, parent, name) is { } refused)
        {
            return refused;
        }

        await DefinitionWriter.PutAsync(session, new SchemaFolder(key, tree, Join(parent, name.Trim())), cancellationToken);
        return new(SchemaStatus.Success, key) { Position = session.Position };
    }

    public async Task<SchemaResult> RenameAsync(Guid key, string name, CancellationToken cancellationToken)
    {
        if (Find(key) is not { } folder)
        {
            return new(SchemaStatus.NotFound, key);
        }

        if (Refuse(key, folder.ParentPath, name) is { } refused)
        {
            return refused;
        }

        var path = Join(folder.ParentPath, name.Trim());

        // Each keeps its key, also those that were only implied by the path that they lose.
        foreach (var inside in _all.Where(other => IsIn(other.Path, folder.Path)))
        {
            await DefinitionWriter.PutAsync(session, inside with { Path = Moved(inside.Path) }, cancellationToken);
        }

        foreach (var type in session.Schema.DataTypes.Where(type => tree == FolderTrees.DataTypes && IsIn(type.Folder, folder.Path)))
        {
            await DefinitionWriter.PutAsync(session, type with { Folder = Moved(type.Folder) }, cancellationToken);
        }

        foreach (var type in session.Schema.ContentTypes.Where(type => tree == FolderTrees.Of(type.Kind) && IsIn(type.Folder, folder.Path)))
        {
            await DefinitionWriter.PutAsync(session, type with { Folder = Moved(type.Folder) }, cancellationToken);
        }

        foreach (var blueprint in blueprints.Where(blueprint => IsIn(blueprint.Folder, folder.Path)))
        {
            await DefinitionWriter.PutAsync(session, blueprint with { Folder = Moved(blueprint.Folder) }, cancellationToken);
        }

        return new(SchemaStatus.Success, key) { Position = session.Position };

        string Moved(string old) => path + old[folder.Path.Length..];
    }

    public async Task<SchemaResult> DeleteAsync(Guid key, CancellationToken cancellationToken)
    {
        if (Find(key) is not { } folder)
        {
            return new(SchemaStatus.NotFound, key);
        }

        var isUsed = _all.Any(other => other.Key != key && IsIn(other.Path, folder.Path))
            || session.Schema.DataTypes.Any(type => tree == FolderTrees.DataTypes && IsIn(type.Folder, folder.Path))
            || session.Schema.ContentTypes.Any(type => tree == FolderTrees.Of(type.Kind) && IsIn(type.Folder, folder.Path))
            || blueprints.Any(blueprint => IsIn(blueprint.Folder, folder.Path));
        if (isUsed)
        {
            return new(SchemaStatus.NotEmpty, key, folder.Name);
        }

        // The folder above was perhaps there only because this one lay in it.
        if (_all.FirstOrDefault(above => above.Path == folder.ParentPath) is { } parent)
        {
            await DefinitionWriter.PutAsync(session, parent, cancellationToken);
        }

        await DefinitionWriter.RemoveAsync(session, key, cancellationToken);
        return new(SchemaStatus.Success, key) { Position = session.Position };
    }

    private SchemaFolder? Find(Guid key) => _all.FirstOrDefault(folder => folder.Key == key);

    private SchemaResult? Refuse(Guid key, string parent, string name)
    {
        if (!IsName(name))
        {
            return new(SchemaStatus.InvalidName, key);
        }

        var path = Join(parent, name.Trim());
        return _all.Any(folder => folder.Key != key && string.Equals(folder.Path, path, StringComparison.OrdinalIgnoreCase))
            ? new(SchemaStatus.DuplicateName, key, name.Trim())
            : null;
    }

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= TypeRules.LongestName && !name.Contains('/', StringComparison.Ordinal);

    private static bool IsIn(string path, string folder) => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}/{name}";
}
