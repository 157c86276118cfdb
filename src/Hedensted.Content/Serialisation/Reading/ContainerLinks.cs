using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;

namespace Hedensted.Content.Serialisation.Reading;

/// <summary>Finds, by their path aliases, the tab that each group stands in and the group that each property stands in.</summary>
internal static class ContainerLinks
{
    /// <summary>The type with its links; a link to nothing is a problem.</summary>
    public static ContentType Resolve(ContentType type, ConfigFile file, IReadOnlyDictionary<Guid, ContentType> all, ICollection<USyncProblem> problems)
    {
        var composed = WithCompositions(type, all).SelectMany(part => part.Containers).ToArray();
        PropertyContainer? Find(string alias) =>
            type.Containers.FirstOrDefault(container => Same(container.Alias, alias)) ?? composed.FirstOrDefault(container => Same(container.Alias, alias));

        var containers = type.Containers.Select(container =>
        {
            var slash = container.Alias.LastIndexOf('/');
            if (slash < 0)
            {
                return container;
            }

            var parent = Find(container.Alias[..slash]);
            if (parent is null)
            {
                problems.Add(new USyncProblem(file.File, $"Gruppen «{container.Alias}» står i en fane, der ikke findes.", "Tilføj fanen under <Tabs>, eller ret gruppens <Alias>."));
            }

            return container with { ParentKey = parent?.Key };
        });
        var properties = type.Properties.Select(property =>
        {
            var (alias, caption) = TypeReader.Group(file, property.Alias);
            if (alias.Length == 0 && caption.Length == 0)
            {
                return property;
            }

            var container = alias.Length > 0
                ? Find(alias)
                : type.Containers.Concat(composed).FirstOrDefault(each => Same(each.Name, caption));
            if (container is null)
            {
                problems.Add(new USyncProblem(file.File, $"Egenskaben «{property.Alias}» står i fanen eller gruppen «{(alias.Length > 0 ? alias : caption)}», som ikke findes.", "Tilføj den under <Tabs>, eller ret <Tab>."));
            }

            return property with { ContainerKey = container?.Key };
        });
        return type with { Containers = [.. containers], Properties = [.. properties] };
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ContentType> WithCompositions(ContentType type, IReadOnlyDictionary<Guid, ContentType> all)
    {
        var seen = new HashSet<Guid> { type.Key };
        var waiting = new Queue<Guid>(type.Compositions);
        while (waiting.TryDequeue(out var key))
        {
            if (seen.Add(key) && all.TryGetValue(key, out var composition))
            {
                yield return composition;
                foreach (var next in composition.Compositions)
                {
                    waiting.Enqueue(next);
                }
            }
        }
    }
}
