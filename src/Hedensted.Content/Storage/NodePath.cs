using System.Collections.Immutable;

namespace Hedensted.Content.Storage;

/// <summary>Where a node stands, as text: the keys from the root down to itself, each followed by a slash.</summary>
internal static class NodePath
{
    private const int KeyLength = 33;

    /// <summary>The path of a node below this one; null is the root.</summary>
    public static string Below(string? parentPath, Guid key) => $"{parentPath}{key:N}/";

    /// <summary>How many keys the path has; 1 at the root.</summary>
    public static int LevelOf(string path) => path.Length / KeyLength;

    /// <summary>Whether a node is this one or stands below it.</summary>
    public static bool Includes(string path, Guid key) => path.Contains(Segment(key), StringComparison.Ordinal);

    /// <summary>What every path through this node contains.</summary>
    public static string Segment(Guid key) => $"{key:N}/";

    /// <summary>The keys from the root down to and without the node itself.</summary>
    public static ImmutableArray<Guid> AncestorsIn(string path)
    {
        var count = LevelOf(path) - 1;
        var ancestors = ImmutableArray.CreateBuilder<Guid>(count);
        for (var index = 0; index < count; index++)
        {
            ancestors.Add(Guid.ParseExact(path.AsSpan(index * KeyLength, KeyLength - 1), "N"));
        }

        return ancestors.MoveToImmutable();
    }
}
