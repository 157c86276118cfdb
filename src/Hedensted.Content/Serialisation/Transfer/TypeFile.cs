using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Serialisation.Transfer;

/// <summary>A type out of a file from Umbraco 13–18 or from here: put into uSync's dialect, where other types go by their keys, and read from there.</summary>
/// <param name="file">The file.</param>
/// <param name="schema">Where the types that it names are looked up.</param>
/// <param name="newKey">For fields and groups that have no key in the file.</param>
internal sealed class TypeFile(TransferFile file, ContentSchema schema, Func<Guid> newKey)
{
    private readonly NodeKind _kind = file.Kind == TransferKind.MediaType ? NodeKind.Media : NodeKind.Document;
    private readonly List<string> _missing = [];
    private readonly List<string> _unknownChildren = [];

    /// <summary>Types that it is composed of and that are not here.</summary>
    public IReadOnlyList<string> MissingCompositions => _missing;

    /// <summary>Types that may stand below it and that are not here.</summary>
    public IReadOnlyList<string> UnknownChildren => _unknownChildren;

    /// <summary>Aliases of the templates that showed it where it comes from.</summary>
    public IReadOnlyList<string> Templates { get; } =
        [.. (file.Root.Element("Info")?.Element("AllowedTemplates")?.Elements("Template") ?? []).Select(template => template.Value)];

    /// <summary>Whether it, or a field, also varied by segment, which nothing does here.</summary>
    public bool VariesBySegment { get; } = file.Root.Descendants("Variations").Any(variations => variations.Value.EndsWith("Segment", StringComparison.Ordinal));

    /// <summary>The names of the folders that it lay in, from the root down, and their keys where the file has them.</summary>
    public IReadOnlyList<(string Name, Guid? Key)> Folders
    {
        get
        {
            var path = (string?)file.Root.Attribute("Folders") ?? file.Root.Element("Info")?.Text("Folder") ?? "";
            var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var keys = ((string?)file.Root.Attribute("FolderKeys") ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
            return [.. names.Select((name, level) => (WebUtility.UrlDecode(name).Trim(), keys.Length == names.Length ? XmlFields.OptionalKey(keys[level]) : null))];
        }
    }

    /// <summary>Each field's editor in the file, by alias: what the file expects its data type to be.</summary>
    public IReadOnlyDictionary<string, string> Editors { get; } = (file.Root.Element("GenericProperties")?.Elements("GenericProperty") ?? [])
        .DistinctBy(property => property.Text("Alias"), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(property => property.Text("Alias"), property => property.Text("Type").Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The type, outside any folder.</summary>
    /// <exception cref="ProblemException">Something that it must have is missing or not readable.</exception>
    public ContentType Read()
    {
        var kind = _kind == NodeKind.Media ? USyncKind.MediaType : USyncKind.ContentType;
        var config = new ConfigFile(kind, "", file.Key, file.Alias, Translate(kind), EmptyChange.NotEmpty);
        var problems = new List<USyncProblem>();
        var type = ContainerLinks.Resolve(
            TypeReader.ContentType(config), config, schema.ContentTypes.Where(other => other.Key != file.Key).ToDictionary(other => other.Key), problems);
        return problems.Count == 0 ? type : throw new ProblemException(problems[0].What, problems[0].Remedy);
    }

    /// <summary>The type with what is here, where a file of its age or kind says nothing.</summary>
    public ContentType CompletedBy(ContentType type, ContentType before)
    {
        var info = file.Root.Part("Info");
        return type with
        {
            CollectionKey = info.Element("ListView") is null && info.Element("IsListView") is null ? before.CollectionKey : type.CollectionKey,
            AllowedInLibrary = info.Element("AllowedInLibrary") is null ? before.AllowedInLibrary : type.AllowedInLibrary,
            HistoryCleanup = file.Root.Element("HistoryCleanupPolicy") is null ? before.HistoryCleanup : type.HistoryCleanup,
        };
    }

    private XElement Translate(USyncKind kind)
    {
        var info = file.Root.Part("Info");
        return new XElement(
            kind.Element(),
            new XElement(
                "Info",
                new[] { "Name", "Icon", "Thumbnail", "Description", "AllowAtRoot", "IsElement", "AllowedInLibrary", "Variations" }.Select(name => info.Element(name)),
                new XElement("ListView", ListView(info)),
                Cleanup(),
                new XElement("Compositions", Compositions(info).Select(part => new XElement("Composition", new XAttribute("Key", part.Key), part.Alias)))),
            new XElement("Structure", Children().Select((child, order) =>
                new XElement(kind.Element(), new XAttribute("Key", child), new XAttribute("SortOrder", order)))),
            new XElement("GenericProperties", (file.Root.Element("GenericProperties")?.Elements("GenericProperty") ?? []).Select(WithKey)),
            new XElement("Tabs", (file.Root.Element("Tabs")?.Elements("Tab") ?? []).Select(WithKey).Select(WithAlias)));
    }

    // Before version 14 a list was a yes or a no, shown by what every Umbraco has for it.
    private string ListView(XElement info) =>
        info.Element("ListView") is { } view ? view.Value
        : !info.Flag("IsListView") ? ""
        : (_kind == NodeKind.Media ? Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewMediaGuid : Umbraco.Cms.Core.Constants.DataTypes.Guids.ListViewContentGuid).ToString();

    private XElement? Cleanup() => file.Root.Element("HistoryCleanupPolicy") is not { } policy ? null : new XElement(
        "HistoryCleanup",
        new XElement("PreventCleanup", (string?)policy.Attribute("preventCleanup") ?? ""),
        new XElement("KeepAllVersionsNewerThanDays", (string?)policy.Attribute("keepAllVersionsNewerThanDays") ?? ""),
        new XElement("KeepLatestVersionPerDayForDays", (string?)policy.Attribute("keepLatestVersionPerDayForDays") ?? ""));

    // What a type inherits from gives it its fields, as a composition does; we know only the latter.
    private List<ContentType> Compositions(XElement info)
    {
        var found = new List<ContentType>();
        foreach (var alias in (info.Element("Compositions")?.Elements("Composition") ?? []).Concat(info.Elements("Master"))
            .Select(part => part.Value.Trim()).Where(alias => alias.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (schema.FindType(_kind, alias) is { } part)
            {
                found.Add(part);
            }
            else
            {
                _missing.Add(alias);
            }
        }

        return found;
    }

    private List<Guid> Children()
    {
        var found = new List<Guid>();
        foreach (var alias in (file.Root.Element("Structure")?.Elements() ?? []).Select(child => child.Value.Trim()).Where(alias => alias.Length > 0))
        {
            if (string.Equals(alias, file.Alias, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(file.Key);
            }
            else if (schema.FindType(_kind, alias) is { } child)
            {
                found.Add(child.Key);
            }
            else
            {
                _unknownChildren.Add(alias);
            }
        }

        return found;
    }

    private XElement WithKey(XElement element)
    {
        var copy = new XElement(element);
        if (copy.Text("Key").Trim() is "" or "00000000-0000-0000-0000-000000000000")
        {
            copy.SetElementValue("Key", newKey().ToString("D", CultureInfo.InvariantCulture));
        }

        return copy;
    }

    private static XElement WithAlias(XElement tab)
    {
        if (string.IsNullOrWhiteSpace(tab.Text("Alias")) && tab.Text("Caption") is { Length: > 0 } caption)
        {
            tab.SetElementValue("Alias", SafeNames.ContainerAlias(caption));
        }

        return tab;
    }
}
