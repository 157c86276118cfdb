using Hedensted.Content.Model;

namespace Hedensted.Content.Editing.Schema;

/// <summary>A type from a file over the one that is here: what the file has is as it says, and what only stands here stays.</summary>
internal static class TypeMerge
{
    /// <summary>The type as it is to be; null when one field of the file is two fields here.</summary>
    public static ContentType? Over(ContentType before, ContentType file, out string? twice)
    {
        twice = file.Properties.FirstOrDefault(property => before.Properties.Count(own => IsSame(own, property)) > 1)?.Alias;
        if (twice is not null)
        {
            return null;
        }

        // A group may have another key where the file comes from; what stands in it here moves into the file's.
        var renamed = before.Containers
            .Select(own => (Own: own.Key, New: file.Containers.FirstOrDefault(container => IsSame(own, container))?.Key))
            .Where(pair => pair.New is not null)
            .ToDictionary(pair => pair.Own, pair => pair.New);
        Guid? Now(Guid? key) => key is { } old && renamed.TryGetValue(old, out var other) ? other : key;
        return file with
        {
            Folder = before.Folder,
            Compositions = [.. file.Compositions.Union(before.Compositions)],
            AllowedChildren = [.. file.AllowedChildren.Union(before.AllowedChildren)],
            Containers = [.. file.Containers, .. before.Containers.Where(own => !renamed.ContainsKey(own.Key)).Select(own => own with { ParentKey = Now(own.ParentKey) })],
            Properties =
            [
                .. file.Properties,
                .. before.Properties.Where(own => !file.Properties.Any(property => IsSame(own, property))).Select(own => own with { ContainerKey = Now(own.ContainerKey) }),
            ],
        };
    }

    private static bool IsSame(PropertyType left, PropertyType right) => left.Key == right.Key || string.Equals(left.Alias, right.Alias, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(PropertyContainer left, PropertyContainer right) =>
        left.Key == right.Key || (left.Type == right.Type && string.Equals(left.Alias, right.Alias, StringComparison.OrdinalIgnoreCase));
}
