using System.Collections.Immutable;

namespace Hedensted.Content.Model;

/// <summary>The trees that have folders; the names are those in the management API's addresses.</summary>
public static class FolderTrees
{
    /// <summary>Data types.</summary>
    public const string DataTypes = "data-type";

    /// <summary>Document and element types.</summary>
    public const string DocumentTypes = "document-type";

    /// <summary>Media types.</summary>
    public const string MediaTypes = "media-type";

    /// <summary>Document templates.</summary>
    public const string Blueprints = "document-blueprint";

    /// <summary>The tree that types of this kind lie in.</summary>
    public static string Of(NodeKind kind) => kind == NodeKind.Media ? MediaTypes : DocumentTypes;
}

/// <summary>A folder that a webmaster made, so that it stands while nothing lies in it.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="Tree">One of <see cref="FolderTrees"/>.</param>
/// <param name="Path">Names from the root down, joined by <c>/</c>.</param>
public sealed record SchemaFolder(Guid Key, string Tree, string Path)
{
    /// <summary>What a webmaster calls it.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The path of the folder it lies in; empty at the root.</summary>
    public string ParentPath => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    /// <summary>Every folder of a tree: those made by hand, and those that are there because something lies in them.</summary>
    /// <param name="tree">One of <see cref="FolderTrees"/>.</param>
    /// <param name="made">Folders made by hand, of all trees.</param>
    /// <param name="itemPaths">The folder of each item in the tree.</param>
    public static ImmutableArray<SchemaFolder> All(string tree, IEnumerable<SchemaFolder> made, IEnumerable<string> itemPaths)
    {
        var own = made.Where(folder => folder.Tree == tree).ToDictionary(folder => folder.Path, StringComparer.Ordinal);
        return [.. own.Keys.Concat(itemPaths).SelectMany(WithParents).Distinct(StringComparer.Ordinal)
            .Select(path => own.GetValueOrDefault(path) ?? new SchemaFolder(NamedKey.Of(tree, path), tree, path))];
    }

    private static IEnumerable<string> WithParents(string folder)
    {
        for (var path = folder; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOf('/'))])
        {
            yield return path;
        }
    }
}
