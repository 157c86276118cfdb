using Hedensted.Content.Model;

namespace Hedensted.Content.Serialisation.Writing;

/// <summary>A site with its things by key, for names that files repeat: of parents, of types, of paths.</summary>
/// <param name="site">The whole site.</param>
internal sealed class SiteIndex(SiteState site)
{
    private readonly Dictionary<Guid, SiteNode> _nodes = site.Nodes.ToDictionary(node => node.Key);
    private readonly Dictionary<Guid, DictionaryItem> _dictionary = site.Dictionary.ToDictionary(item => item.Key);

    /// <summary>Its types.</summary>
    public ContentSchema Schema { get; } = site.Schema();

    /// <summary>Items above, the nearest first.</summary>
    public IEnumerable<DictionaryItem> Ancestors(DictionaryItem item) => Above(item, each => each.ParentKey, _dictionary);

    /// <summary>Nodes above, the nearest first.</summary>
    public IEnumerable<SiteNode> Ancestors(SiteNode node) => Above(node, each => each.ParentKey, _nodes);

    /// <summary>The name in the default language, else the invariant one, else the first.</summary>
    public string Name(SiteNode node) =>
        node.Content.Names.FirstOrDefault(name => name.Culture is not null && Same(name.Culture, Schema.DefaultLanguage?.IsoCode))?.Name
        ?? node.Content.Names.OrderBy(name => name.Culture, StringComparer.OrdinalIgnoreCase).FirstOrDefault()?.Name
        ?? "";

    /// <summary>Whether it or anything above is an example, and so stays out of files.</summary>
    public bool IsExample(SiteNode node) => node.IsExample || Ancestors(node).Any(each => each.IsExample);

    private static bool Same(string left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<T> Above<T>(T item, Func<T, Guid?> parent, Dictionary<Guid, T> all)
    {
        for (var steps = 0; steps < all.Count && parent(item) is { } key && all.TryGetValue(key, out var next); steps++)
        {
            yield return next;
            item = next;
        }
    }
}
