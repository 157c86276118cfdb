using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;

namespace Hedensted.Content.Serialisation.Writing;

/// <summary>A whole site as files, without the examples.</summary>
internal static class SiteWriter
{
    /// <summary>The files, in an order that does not depend on the database: so do names when two items want the same.</summary>
    public static IReadOnlyList<SiteFile> Write(SiteState site)
    {
        var index = new SiteIndex(site);
        var types = new TypeWriter(index);
        var nodes = new NodeWriter(index);
        return
        [
            .. site.Languages.OrderBy(language => language.IsoCode, StringComparer.OrdinalIgnoreCase).Select(TypeWriter.Language),
            .. site.Dictionary.OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase).Select(types.Dictionary),
            .. site.DataTypes.OrderBy(type => type.Name, StringComparer.Ordinal).ThenBy(type => type.Key).Select(TypeWriter.DataType),
            .. site.ContentTypes.OrderBy(type => type.Alias, StringComparer.OrdinalIgnoreCase).Select(types.ContentType),
            .. site.Nodes
                .Where(node => !index.IsExample(node))
                .OrderBy(node => NodeWriter.Level(node, [.. index.Ancestors(node)]))
                .ThenBy(node => node.SortOrder)
                .ThenBy(node => node.Key)
                .Select(nodes.Node)
                .OfType<SiteFile>(),
            .. site.Blueprints.OrderBy(blueprint => blueprint.Name, StringComparer.Ordinal).ThenBy(blueprint => blueprint.Key).Select(nodes.Blueprint).OfType<SiteFile>(),
        ];
    }
}
