using System.Net;
using System.Xml.Linq;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Writing;

namespace Hedensted.Content.Serialisation.Transfer;

/// <summary>Writes a type as Umbraco 18 exports it, so that Umbraco imports it.</summary>
/// <remarks>
/// It is uSync's file in another dialect: other types go by their aliases, and folders and cleanup are attributes. Umbraco leaves out
/// how a media type is composed, listed and filed; that is written too, where Umbraco reads it or passes it over.
/// </remarks>
public static class TypeExport
{
    /// <summary>The file of a type.</summary>
    public static byte[] Write(ContentSchema schema, ContentType type) => SiteXml.Save(ToElement(schema, type), byteOrderMark: false);

    internal static XElement ToElement(ContentSchema schema, ContentType type)
    {
        var isMedia = type.Kind == NodeKind.Media;
        var name = (isMedia ? TransferKind.MediaType : TransferKind.DocumentType).ToString();
        var site = new SiteState { Languages = schema.Languages, DataTypes = schema.DataTypes, ContentTypes = schema.ContentTypes };
        var source = new TypeWriter(new SiteIndex(site)).ContentType(type).Root;
        var info = source.Element("Info")!;
        var properties = source.Element("GenericProperties")!;
        foreach (var property in properties.Elements().Where(property => property.Element("Variations") is null))
        {
            property.Add(new XElement("Variations", "Nothing")); // uSync does not say it of media
        }

        return new XElement(
            name,
            isMedia ? null : Folders(schema, type),
            new XElement(
                "Info",
                info.Element("Name"),
                new XElement("Alias", type.Alias),
                new XElement("Key", type.Key),
                info.Element("Icon"),
                info.Element("Thumbnail"),
                info.Element("Description"),
                info.Element("AllowAtRoot"),
                isMedia && type.CollectionKey is null ? null : new XElement("ListView", type.CollectionKey?.ToString() ?? ""),
                isMedia ? info.Element("Folder") : new XElement("IsElement", type.IsElement.ToString()),
                isMedia ? null : new XElement("AllowedInLibrary", type.AllowedInLibrary.ToString()),
                isMedia ? null : info.Element("Variations"),
                isMedia && type.Compositions.IsEmpty ? null : new XElement("Compositions", Aliases(schema, type.Compositions, "Composition")),
                isMedia ? null : new XElement("AllowedTemplates"),
                isMedia ? null : new XElement("DefaultTemplate", "")),
            new XElement("Structure", Aliases(schema, type.AllowedChildren, name)),
            properties,
            source.Element("Tabs"),
            isMedia ? null : Cleanup(type.HistoryCleanup));
    }

    private static IEnumerable<XElement> Aliases(ContentSchema schema, IEnumerable<Guid> types, string element) =>
        types.Select(schema.FindType).OfType<ContentType>().Select(type => new XElement(element, type.Alias));

    private static XAttribute[] Folders(ContentSchema schema, ContentType type)
    {
        if (type.Folder.Length == 0)
        {
            return [];
        }

        var known = SchemaFolder.All(FolderTrees.DocumentTypes, schema.MadeFolders, [type.Folder]).ToDictionary(folder => folder.Path, StringComparer.Ordinal);
        var names = type.Folder.Split('/');
        var keys = names.Select((_, level) => known[string.Join('/', names.Take(level + 1))].Key);
        return [new XAttribute("Folders", string.Join('/', names.Select(WebUtility.UrlEncode))), new XAttribute("FolderKeys", string.Join('/', keys))];
    }

    private static XElement Cleanup(HistoryCleanup cleanup) => new(
        "HistoryCleanupPolicy",
        new XAttribute("preventCleanup", cleanup.PreventCleanup),
        cleanup.KeepAllVersionsNewerThanDays is { } all ? new XAttribute("keepAllVersionsNewerThanDays", all) : null,
        cleanup.KeepLatestVersionPerDayForDays is { } latest ? new XAttribute("keepLatestVersionPerDayForDays", latest) : null);
}
