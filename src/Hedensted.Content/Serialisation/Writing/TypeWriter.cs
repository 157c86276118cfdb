using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using System.Xml.Linq;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Serialisation.Writing;

/// <summary>Languages, dictionary items, data types and content types as elements, member by member as uSync orders them.</summary>
/// <param name="site">Where names and aliases of what they point at are looked up.</param>
internal sealed class TypeWriter(SiteIndex site)
{
    public static SiteFile Language(Language language)
    {
        var key = SafeNames.LanguageKey(language.IsoCode);
        var root = Root(USyncKind.Language, key, language.IsoCode, 0);
        root.Add(
            new XElement("Name", language.Name),
            new XElement("IsoCode", language.IsoCode),
            new XElement("IsMandatory", language.IsMandatory),
            new XElement("IsDefault", language.IsDefault));
        if (language.FallbackIsoCode is { Length: > 0 } fallback)
        {
            root.Add(new XElement("Fallback", fallback));
        }

        return new SiteFile(USyncKind.Language, key, SafeNames.SafeFile(language.IsoCode), root);
    }

    public SiteFile Dictionary(DictionaryItem item)
    {
        var ancestors = site.Ancestors(item).ToArray();
        var root = Root(USyncKind.Dictionary, item.Key, item.Name, ancestors.Length);
        root.Add(
            new XElement("Info", ancestors.Length == 0 ? null : new XElement("Parent", ancestors[0].Name)),
            new XElement("Translations", item.Translations
                .OrderBy(translation => translation.Key, StringComparer.OrdinalIgnoreCase)
                .Select(translation => new XElement("Translation", new XAttribute("Language", translation.Key), translation.Value))));
        return new SiteFile(USyncKind.Dictionary, item.Key, SafeNames.SafeFile(item.Name), root);
    }

    public static SiteFile DataType(DataType type)
    {
        var root = Root(USyncKind.DataType, type.Key, type.Name, FolderLevel(type.Folder));
        var config = new JsonObject(type.Configuration.Select(setting => KeyValuePair.Create(setting.Key, SiteJson.ToNode(setting.Value))));
        root.Add(
            new XElement(
                "Info",
                new XElement("Name", type.Name),
                new XElement("EditorAlias", type.EditorAlias),
                new XElement("EditorUIAlias", type.EditorUiAlias),
                Folder(type.Folder)),
            new XElement("Config", new XCData(SiteJson.Write(config))));
        return new SiteFile(USyncKind.DataType, type.Key, SafeNames.SafeAlias(type.Name), root);
    }

    public SiteFile ContentType(ContentType type)
    {
        var isMedia = type.Kind == NodeKind.Media;
        var kind = isMedia ? USyncKind.MediaType : USyncKind.ContentType;
        var root = Root(kind, type.Key, type.Alias, FolderLevel(type.Folder));
        var info = new XElement(
            "Info",
            new XElement("Name", type.Name),
            new XElement("Icon", type.Icon),
            new XElement("Thumbnail", type.Thumbnail),
            new XElement("Description", type.Description),
            new XElement("AllowAtRoot", type.AllowedAsRoot.ToString()),
            new XElement("ListView", type.CollectionKey ?? Guid.Empty),
            new XElement("Variations", Variations(type.VariesByCulture)),
            new XElement("IsElement", type.IsElement),
            isMedia ? null : HistoryCleanup(type.HistoryCleanup),
            Folder(type.Folder),
            new XElement("Compositions", Types(type.Compositions)
                .OrderBy(composition => composition.Alias, StringComparer.OrdinalIgnoreCase)
                .Select(composition => new XElement("Composition", new XAttribute("Key", composition.Key), composition.Alias))));
        var structure = new XElement("Structure", Types(type.AllowedChildren)
            .Select((child, order) => new XElement(kind.Element(), new XAttribute("Key", child.Key), new XAttribute("SortOrder", order), child.Alias)));
        var properties = new XElement("GenericProperties", type.Properties
            .OrderBy(property => property.Alias, StringComparer.OrdinalIgnoreCase)
            .Select(property => Property(property, type)));
        if (isMedia)
        {
            root.Add(info, properties, structure);
        }
        else
        {
            info.Add(
                new XElement("DefaultTemplate", ""),
                new XElement("AllowedTemplates"),
                new XElement("AllowedInLibrary", type.AllowedInLibrary));
            root.Add(info, structure, properties);
        }

        root.Add(new XElement("Tabs", type.Containers.OrderBy(container => container.Key).Select(Container)));
        return new SiteFile(kind, type.Key, SafeNames.SafeFile(type.Alias), root);
    }

    /// <summary>The first line of every file.</summary>
    public static XElement Root(USyncKind kind, Guid key, string alias, int level) =>
        new(kind.Element(), new XAttribute("Key", key), new XAttribute("Alias", alias), new XAttribute("Level", level));

    private static int FolderLevel(string folder) => folder.Length == 0 ? 1 : folder.Count(letter => letter == '/') + 2;

    private static XElement? Folder(string folder) => folder.Length == 0
        ? null
        : new XElement("Folder", string.Join('/', folder.Split('/').Select(HttpUtility.UrlEncode)));

    private static string Variations(bool variesByCulture) => variesByCulture ? "Culture" : "Nothing";

    private static XElement HistoryCleanup(HistoryCleanup history) => new(
        "HistoryCleanup",
        new XElement("PreventCleanup", history.PreventCleanup.ToString()),
        new XElement("KeepAllVersionsNewerThanDays", Days(history.KeepAllVersionsNewerThanDays)),
        new XElement("KeepLatestVersionPerDayForDays", Days(history.KeepLatestVersionPerDayForDays)));

    private static string Days(int? days) => days?.ToString(CultureInfo.InvariantCulture) ?? "";

    private IEnumerable<ContentType> Types(IEnumerable<Guid> keys) => keys.Select(site.Schema.FindType).OfType<ContentType>();

    private XElement Property(PropertyType property, ContentType type)
    {
        var container = property.ContainerKey is { } key ? FindContainer(type, key) : null;
        var tab = container is null
            ? new XElement("Tab", "")
            : new XElement("Tab", new XAttribute("Alias", container.Alias), container.Name);
        return new XElement(
            "GenericProperty",
            new XElement("Key", property.Key),
            new XElement("Name", property.Name),
            new XElement("Alias", property.Alias),
            new XElement("Definition", property.DataTypeKey),
            new XElement("Type", site.Schema.FindDataType(property.DataTypeKey)?.EditorAlias ?? ""),
            new XElement("Mandatory", property.Mandatory),
            new XElement("Validation", property.RegEx),
            new XElement("Description", new XCData(property.Description)),
            new XElement("SortOrder", property.SortOrder),
            tab,
            type.Kind == NodeKind.Media ? null : new XElement("Variations", Variations(property.VariesByCulture)),
            new XElement("MandatoryMessage", property.MandatoryMessage),
            new XElement("ValidationRegExpMessage", property.RegExMessage),
            new XElement("LabelOnTop", property.LabelOnTop));
    }

    private PropertyContainer? FindContainer(ContentType type, Guid key) =>
        site.Schema.WithCompositions(type).SelectMany(part => part.Containers).FirstOrDefault(container => container.Key == key);

    private static XElement Container(PropertyContainer container) => new(
        "Tab",
        new XElement("Key", container.Key),
        new XElement("Caption", container.Name),
        new XElement("Alias", container.Alias),
        new XElement("Type", container.Type.ToString()),
        new XElement("SortOrder", container.SortOrder));
}
