using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using System.Xml.Linq;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Serialisation.Reading;

/// <summary>Languages, dictionary items, data types and content types out of their elements.</summary>
internal static class TypeReader
{
    /// <summary>A language.</summary>
    public static Language Language(ConfigFile file)
    {
        var root = file.Root;
        var isoCode = root.Required("IsoCode");
        var fallback = root.Text("Fallback");
        return new Language(
            SafeNames.LanguageKey(isoCode),
            isoCode,
            root.Text("Name") is { Length: > 0 } name ? name : isoCode,
            root.Flag("IsDefault"),
            root.Flag("IsMandatory"),
            fallback.Length == 0 ? null : fallback);
    }

    /// <summary>A dictionary item and the name of the one above.</summary>
    public static (DictionaryItem Item, string ParentName) Dictionary(ConfigFile file)
    {
        var translations = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var translation in file.Root.Element("Translations")?.Elements("Translation") ?? [])
        {
            if ((string?)translation.Attribute("Language") is { Length: > 0 } language && translation.Value.Length > 0)
            {
                translations[language] = translation.Value;
            }
        }

        return (new DictionaryItem(file.Key, file.Alias, null, translations.ToImmutable()), file.Root.Element("Info")?.Text("Parent") ?? "");
    }

    /// <summary>A data type.</summary>
    public static DataType DataType(ConfigFile file)
    {
        var info = file.Root.Part("Info");
        var editor = info.Required("EditorAlias");
        var ui = info.Text("EditorUIAlias");
        return new DataType
        {
            Key = file.Key,
            Name = info.Text("Name") is { Length: > 0 } name ? name : file.Alias,
            EditorAlias = editor,
            EditorUiAlias = ui.Length > 0 ? ui : GuessUi(editor),
            Folder = Folder(info),
            Configuration = Configuration(file.Root.Text("Config")),
        };
    }

    /// <summary>A document, element or media type; its groups find their tabs when all types are known.</summary>
    public static ContentType ContentType(ConfigFile file)
    {
        var root = file.Root;
        var info = root.Part("Info");
        var kind = file.Kind == USyncKind.MediaType ? NodeKind.Media : NodeKind.Document;
        var history = info.Element("HistoryCleanup");
        var containers = root.Element("Tabs")?.Elements("Tab").Select(Container).OrderBy(tab => tab.SortOrder).ThenBy(tab => tab.Key).ToImmutableArray() ?? [];
        return new ContentType
        {
            Key = file.Key,
            Kind = kind,
            Alias = file.Alias,
            Name = info.Text("Name") is { Length: > 0 } name ? name : file.Alias,
            Description = info.Text("Description"),
            Icon = info.Text("Icon") is { Length: > 0 } icon ? icon : "icon-document",
            Thumbnail = info.Text("Thumbnail"),
            AllowedAsRoot = info.Flag("AllowAtRoot"),
            IsElement = info.Flag("IsElement"),
            AllowedInLibrary = info.Flag("AllowedInLibrary"),
            VariesByCulture = VariesByCulture(info),
            CollectionKey = XmlFields.OptionalKey(info.Text("ListView")),
            Folder = Folder(info),
            HistoryCleanup = new HistoryCleanup(
                history?.Flag("PreventCleanup") ?? false,
                history?.OptionalNumber("KeepAllVersionsNewerThanDays"),
                history?.OptionalNumber("KeepLatestVersionPerDayForDays")),
            Compositions = [.. Compositions(info)],
            AllowedChildren = [.. (root.Element("Structure")?.Elements() ?? [])
                .OrderBy(child => XmlFields.Number((string?)child.Attribute("SortOrder"), "Structure") ?? 0)
                .Select(child => XmlFields.Key((string?)child.Attribute("Key"), $"Undertypen «{child.Value}» under <Structure>"))],
            Containers = containers,
            Properties = [.. (root.Element("GenericProperties")?.Elements("GenericProperty") ?? [])
                .Select(Property)
                .OrderBy(property => property.Alias, StringComparer.OrdinalIgnoreCase)],
        };
    }

    /// <summary>Which group a property stands in, by alias (older files: by caption); empty when in none.</summary>
    public static (string Alias, string Caption) Group(ConfigFile file, string propertyAlias)
    {
        var tab = file.Root.Element("GenericProperties")?.Elements("GenericProperty")
            .FirstOrDefault(property => property.Text("Alias") == propertyAlias)?.Element("Tab");
        return ((string?)tab?.Attribute("Alias") ?? "", tab?.Value ?? "");
    }

    private static IEnumerable<Guid> Compositions(XElement info)
    {
        // A type that inherits from another has its fields, as from a composition; we know only the latter.
        var parents = info.Elements("Parent").Where(parent => XmlFields.OptionalKey((string?)parent.Attribute("Key")) is not null);
        return (info.Element("Compositions")?.Elements("Composition") ?? [])
            .Concat(parents)
            .OrderBy(composition => composition.Value, StringComparer.OrdinalIgnoreCase)
            .Select(composition => XmlFields.Key((string?)composition.Attribute("Key"), $"Kompositionen «{composition.Value}»"))
            .Distinct();
    }

    private static PropertyContainer Container(XElement tab)
    {
        var alias = tab.Required("Alias");
        return new PropertyContainer(
            XmlFields.Key(tab.Text("Key"), $"Fanen eller gruppen «{alias}»"),
            null,
            tab.Text("Caption"),
            alias,
            tab.Text("Type") == "Tab" ? ContainerType.Tab : ContainerType.Group,
            tab.Number("SortOrder"));
    }

    private static PropertyType Property(XElement property)
    {
        var alias = property.Required("Alias");
        return new PropertyType
        {
            Key = XmlFields.Key(property.Text("Key"), $"Egenskaben «{alias}»"),
            Alias = alias,
            Name = property.Text("Name"),
            Description = property.Text("Description"),
            DataTypeKey = XmlFields.Key(property.Text("Definition"), $"Datatypen (Definition) for egenskaben «{alias}»"),
            SortOrder = property.Number("SortOrder"),
            Mandatory = property.Flag("Mandatory"),
            MandatoryMessage = property.Text("MandatoryMessage"),
            RegEx = property.Text("Validation"),
            RegExMessage = property.Text("ValidationRegExpMessage"),
            LabelOnTop = property.Flag("LabelOnTop"),
            VariesByCulture = VariesByCulture(property),
        };
    }

    private static bool VariesByCulture(XElement element) => element.Text("Variations").StartsWith("Culture", StringComparison.Ordinal);

    private static string Folder(XElement info) =>
        string.Join('/', info.Text("Folder").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(HttpUtility.UrlDecode));

    private static ImmutableSortedDictionary<string, JsonElement> Configuration(string text)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
        {
            return settings.ToImmutable();
        }

        if (SiteJson.TryParse(text) is not JsonObject config)
        {
            throw new ProblemException("<Config> er ikke et JSON-objekt.", "Ret indstillingerne, eller hent filen igen fra git.");
        }

        foreach (var (name, value) in config)
        {
            // Files from before version 14 begin the names with a capital.
            var alias = name.Length > 0 ? char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..] : name;
            settings[alias] = value is null ? JsonDocument.Parse("null").RootElement.Clone() : SiteJson.ToElement(value);
        }

        return settings.ToImmutable();
    }

    // Files from before version 14 do not say which user interface edits the value.
    private static string GuessUi(string editorAlias)
    {
        var name = editorAlias switch
        {
            "Umbraco.TrueFalse" => "Toggle",
            "Umbraco.DropDown.Flexible" => "Dropdown",
            "Umbraco.DateTime" => "DatePicker",
            "Umbraco.ContentPicker" => "DocumentPicker",
            "Umbraco.MultiNodeTreePicker" => "ContentPicker",
            "Umbraco.MediaPicker3" => "MediaPicker",
            "Umbraco.RichText" or "Umbraco.TinyMCE" => "Tiptap",
            "Umbraco.ListView" => "Collection",
            "Umbraco.MultipleTextstring" => "MultipleTextString",
            "Umbraco.ColorPicker.EyeDropper" => "EyeDropper",
            _ => editorAlias[(editorAlias.LastIndexOf('.') + 1)..],
        };
        return $"Umb.PropertyEditorUi.{name}";
    }
}
