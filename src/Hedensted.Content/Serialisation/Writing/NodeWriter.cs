using System.Globalization;
using System.Xml.Linq;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Reading;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Serialisation.Writing;

/// <summary>Documents and media as elements: what is typed, not what readers see.</summary>
/// <param name="site">Where names of what they point at are looked up.</param>
internal sealed class NodeWriter(SiteIndex site)
{
    private const int TrashedLevel = 100;

    /// <summary>The node; one whose type is gone has no file.</summary>
    public SiteFile? Node(SiteNode node)
    {
        if (site.Schema.FindType(node.ContentTypeKey) is not { } type)
        {
            return null;
        }

        var isMedia = node.Kind == NodeKind.Media;
        var kind = isMedia ? USyncKind.Media : USyncKind.Content;
        var ancestors = site.Ancestors(node).ToArray();
        var name = site.Name(node);
        var cultures = node.Content.Names.Select(each => each.Culture).OfType<string>().Order(StringComparer.OrdinalIgnoreCase).ToArray();
        var root = TypeWriter.Root(kind, node.Key, name, Level(node, ancestors));
        var info = new XElement(
            "Info",
            new XElement("Parent", new XAttribute("Key", node.ParentKey ?? Guid.Empty), ancestors.Length == 0 ? "" : site.Name(ancestors[0])),
            new XElement("Path", string.Concat(ancestors.Reverse().Append(node).Select(each => "/" + SafeNames.SafeAlias(site.Name(each))))),
            Trashed(node),
            new XElement("ContentType", type.Alias),
            new XElement("CreateDate", Date(node.CreateDate)),
            new XElement("NodeName", new XAttribute("Default", name), Names(node)),
            new XElement("SortOrder", node.SortOrder));
        if (!isMedia)
        {
            info.Add(Published(node, cultures), Schedule(node), new XElement("Template"));
        }

        root.Add(info, new XElement("Properties", site.Schema.PropertiesOf(type)
            .Where(property => !MediaFields.AreComputed(type, property.Alias))
            .OrderBy(property => property.Alias, StringComparer.OrdinalIgnoreCase)
            .Select(property => new XElement(property.Alias, Values(node, type, property, cultures)))));
        return new SiteFile(kind, node.Key, SafeNames.SafeFile(name), root);
    }

    /// <summary>A template: a document with a mark.</summary>
    public SiteFile? Blueprint(Blueprint blueprint)
    {
        var file = Node(BlueprintNode.Of(blueprint));
        file?.Root.Element("Info")!.Add(new XElement("IsBlueprint", true));
        return file is null ? null : file with { Kind = USyncKind.Blueprint };
    }

    /// <summary>Where the node stands: 1 at the root; in the recycle bin 100 more.</summary>
    public static int Level(SiteNode node, IReadOnlyCollection<SiteNode> ancestors) => ancestors.Count + 1 + (node.Trashed ? TrashedLevel : 0);

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);

    private static XElement Trashed(SiteNode node) => new(
        "Trashed",
        node.Trashed && node.ParentKey is null ? new XAttribute("Parent", node.OriginalParentKey ?? Guid.Empty) : null,
        node.Trashed);

    private static IEnumerable<XElement> Names(SiteNode node) => node.Content.Names
        .Where(name => name.Culture is not null)
        .OrderBy(name => name.Culture, StringComparer.OrdinalIgnoreCase)
        .Select(name => new XElement("Name", new XAttribute("Culture", name.Culture!), name.Name));

    private static XElement Published(SiteNode node, IEnumerable<string> cultures) => new(
        "Published",
        new XAttribute("Default", !node.PublishedCultures.IsEmpty),
        cultures.Select(culture => new XElement(
            "Published",
            new XAttribute("Culture", culture),
            node.PublishedCultures.Contains(culture, StringComparer.OrdinalIgnoreCase))));

    private static XElement Schedule(SiteNode node) => new("Schedule", node.Schedules
        .OrderBy(schedule => schedule.Action.ToString(), StringComparer.Ordinal)
        .ThenBy(schedule => schedule.Culture, StringComparer.OrdinalIgnoreCase)
        .ThenBy(schedule => schedule.At)
        .Select(schedule => new XElement(
            "ContentSchedule",
            new XElement("Culture", schedule.Culture ?? ""),
            new XElement("Action", schedule.Action.ToString()),
            new XElement("Date", Date(schedule.At)))));

    private IEnumerable<XElement> Values(SiteNode node, ContentType type, PropertyType property, string[] cultures)
    {
        if (!(property.VariesByCulture && type.VariesByCulture))
        {
            return [Value(node, property, null)];
        }

        return cultures.Length == 0 ? [Value(node, property, null)] : cultures.Select(culture => Value(node, property, culture));
    }

    private XElement Value(SiteNode node, PropertyType property, string? culture)
    {
        var value = node.Content.ValueOf(property.Alias, culture);
        var dataType = site.Schema.FindDataType(property.DataTypeKey);
        var text = value is null ? ""
            : dataType is null ? value.Value.ToString()
            : PropertyValues.ToText(value.Value, new ValueContext(site.Schema, dataType));
        return new XElement("Value", culture is null ? null : new XAttribute("Culture", culture), new XCData(text));
    }
}
