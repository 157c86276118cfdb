using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;

namespace Hedensted.Content.Editing.Schema;

/// <summary>Tabs and groups have a path alias in files, which the backoffice does not know: it is made from their names.</summary>
internal static class ContainerAliases
{
    /// <summary>The type with an alias for each tab and group; those that keep name and place keep theirs.</summary>
    public static ContentType Complete(ContentSchema schema, ContentType type, ContentType? before)
    {
        var composed = type.Compositions.Select(schema.FindType).OfType<ContentType>().SelectMany(schema.WithCompositions).SelectMany(part => part.Containers);
        var byKey = type.Containers.DistinctBy(container => container.Key).ToDictionary(container => container.Key);
        var known = (before?.Containers ?? []).Concat(composed).DistinctBy(container => container.Key).ToDictionary(container => container.Key);
        return type with { Containers = [.. type.Containers.Select(container => container with { Alias = AliasOf(container, 0) })] };

        string AliasOf(PropertyContainer container, int depth)
        {
            var parent = container.ParentKey is { } key && depth < 8
                ? byKey.TryGetValue(key, out var own) ? AliasOf(own, depth + 1) : known.GetValueOrDefault(key)?.Alias
                : null;
            var last = known.TryGetValue(container.Key, out var same) && same.Name == container.Name
                ? same.Alias[(same.Alias.LastIndexOf('/') + 1)..]
                : SafeNames.ContainerAlias(container.Name);
            return parent is null ? last : $"{parent}/{last}";
        }
    }
}
