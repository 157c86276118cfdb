using System.Collections.Immutable;
using System.Globalization;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Types;

/// <summary>A folder or a type in its tree.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What a webmaster calls it.</param>
/// <param name="ParentId">The folder it lies in; null at the root.</param>
/// <param name="HasChildren">Whether anything lies in it.</param>
/// <param name="Item">The type; null for a folder.</param>
internal sealed record SchemaEntry<T>(Guid Id, string Name, Guid? ParentId, bool HasChildren, T? Item)
    where T : class
{
    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Item is null;
}

/// <summary>Types or templates in their folders: folders first, then by Danish name.</summary>
internal sealed class SchemaTree<T>
    where T : class
{
    private static readonly StringComparer Danish = StringComparer.Create(CultureInfo.GetCultureInfo("da"), ignoreCase: true);

    private readonly ILookup<Guid?, SchemaEntry<T>> _below;
    private readonly Dictionary<Guid, SchemaEntry<T>> _entries;

    /// <summary>The tree of these items.</summary>
    /// <param name="tree">One of <see cref="FolderTrees"/>.</param>
    /// <param name="made">Folders made by hand, of all trees.</param>
    /// <param name="items">The items.</param>
    /// <param name="describe">What the tree needs to know of one.</param>
    public SchemaTree(string tree, ImmutableArray<SchemaFolder> made, IEnumerable<T> items, Func<T, (Guid Key, string Name, string Folder)> describe)
    {
        var described = items.Select(item => (Item: item, About: describe(item))).ToArray();
        var folders = SchemaFolder.All(tree, made, described.Select(pair => pair.About.Folder));
        var keys = folders.ToDictionary(folder => folder.Path, folder => (Guid?)folder.Key, StringComparer.Ordinal);
        var filled = described.Select(pair => pair.About.Folder).Concat(folders.Select(folder => folder.ParentPath)).ToHashSet(StringComparer.Ordinal);
        var entries = folders
            .Select(folder => new SchemaEntry<T>(folder.Key, folder.Name, keys.GetValueOrDefault(folder.ParentPath), filled.Contains(folder.Path), null))
            .Concat(described.Select(pair => new SchemaEntry<T>(pair.About.Key, pair.About.Name, keys.GetValueOrDefault(pair.About.Folder), false, pair.Item)))
            .OrderByDescending(entry => entry.IsFolder)
            .ThenBy(entry => entry.Name, Danish)
            .ThenBy(entry => entry.Id)
            .ToArray();
        _below = entries.ToLookup(entry => entry.ParentId);
        _entries = entries.ToDictionary(entry => entry.Id);
    }

    /// <summary>What lies in a folder; null is the root.</summary>
    public IReadOnlyList<SchemaEntry<T>> Children(Guid? parentId, bool foldersOnly) => foldersOnly
        ? [.. _below[parentId].Where(entry => entry.IsFolder).Select(entry => entry with { HasChildren = _below[entry.Id].Any(child => child.IsFolder) })]
        : [.. _below[parentId]];

    /// <summary>The folder or item with this key.</summary>
    public SchemaEntry<T>? Find(Guid id) => _entries.GetValueOrDefault(id);

    /// <summary>The folders above, from the root down, the entry itself last; empty when there is none.</summary>
    public IReadOnlyList<SchemaEntry<T>> Ancestors(Guid id)
    {
        var path = new List<SchemaEntry<T>>();
        for (var entry = Find(id); entry is not null; entry = entry.ParentId is { } parent ? Find(parent) : null)
        {
            path.Insert(0, entry);
        }

        return path;
    }
}
