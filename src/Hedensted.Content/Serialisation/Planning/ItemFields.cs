using System.Globalization;
using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Reading;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Serialisation.Planning;

/// <summary>
/// A thing as fields with Danish names: two things are equal when no field differs. What follows from other things (paths,
/// levels, names of parents) is no field, and neither is an empty one.
/// </summary>
internal static class ItemFields
{
    /// <summary>The names of fields that differ, in order.</summary>
    public static IEnumerable<string> Differences(IEnumerable<(string Name, string Value)> left, IEnumerable<(string Name, string Value)> right)
    {
        var old = ByName(left);
        var now = ByName(right);
        return old.Keys.Union(now.Keys).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal);
    }

    public static IEnumerable<(string Name, string Value)> Of(Language language) =>
    [
        ("navn", language.Name),
        ("standardsprog", Flag(language.IsDefault)),
        ("obligatorisk", Flag(language.IsMandatory)),
        ("reservesprog", language.FallbackIsoCode?.ToLowerInvariant() ?? ""),
    ];

    public static IEnumerable<(string Name, string Value)> Of(DictionaryItem item) =>
    [
        ("navn", item.Name),
        ("placering", item.ParentKey?.ToString() ?? ""),
        .. item.Translations.Select(translation => ($"tekst ({translation.Key.ToLowerInvariant()})", translation.Value)),
    ];

    public static IEnumerable<(string Name, string Value)> Of(DataType type) =>
    [
        ("navn", type.Name),
        ("editor", type.EditorAlias),
        ("brugerflade", type.EditorUiAlias),
        ("mappe", type.Folder),
        .. type.Configuration.Select(setting => ($"indstilling {setting.Key}", Json(setting.Value))),
    ];

    public static IEnumerable<(string Name, string Value)> Of(ContentType type) =>
    [
        ("navn", type.Name),
        ("alias", type.Alias),
        ("beskrivelse", type.Description),
        ("ikon", type.Icon),
        ("miniature", type.Thumbnail),
        ("tilladt i roden", Flag(type.AllowedAsRoot)),
        ("elementtype", Flag(type.IsElement)),
        ("tilladt i biblioteket", Flag(type.AllowedInLibrary)),
        ("varierer efter sprog", Flag(type.VariesByCulture)),
        ("listevisning", type.CollectionKey?.ToString() ?? ""),
        ("mappe", type.Folder),
        ("oprydning i versioner", type.Kind == NodeKind.Media ? "" : type.HistoryCleanup.ToString()),
        ("kompositioner", string.Join(' ', type.Compositions.Order())),
        ("undertyper", string.Join(' ', type.AllowedChildren)),
        .. type.Containers.SelectMany(Container),
        .. type.Properties.SelectMany(Property),
    ];

    public static IEnumerable<(string Name, string Value)> Of(SiteNode node, ContentSchema schema)
    {
        var type = schema.FindType(node.ContentTypeKey);
        return
        [
            ("type", node.ContentTypeKey.ToString()),
            ("placering", node.Trashed ? "" : node.ParentKey?.ToString() ?? ""),
            ("rækkefølge", node.SortOrder.ToString(CultureInfo.InvariantCulture)),
            ("papirkurv", Flag(node.Trashed)),
            .. node.Content.Names.Select(name => ($"navn{In(name.Culture)}", name.Name)),
            .. node.PublishedCultures.Select(culture => ($"udgivet{In(culture)}", "1")),
            .. node.Schedules.Select(schedule => ($"planlagt{In(schedule.Culture)} {schedule.Action}", Date(schedule.At))),
            .. node.Content.Values
                .Where(value => type is null || !MediaFields.AreComputed(type, value.Alias))
                .Select(value => ($"felt {value.Alias}{In(value.Culture)}", Value(value, type, schema))),
        ];
    }

    private static Dictionary<string, string> ByName(IEnumerable<(string Name, string Value)> fields)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            var clean = SiteXml.Clean(value).ReplaceLineEndings("\n");
            if (clean.Length > 0)
            {
                byName[name] = clean;
            }
        }

        return byName;
    }

    private static IEnumerable<(string Name, string Value)> Container(PropertyContainer container)
    {
        var prefix = $"{(container.Type == ContainerType.Tab ? "fane" : "gruppe")} {container.Alias}: ";
        return
        [
            (prefix + "nøgle", container.Key.ToString()),
            (prefix + "navn", container.Name),
            (prefix + "rækkefølge", container.SortOrder.ToString(CultureInfo.InvariantCulture)),
            (prefix + "placering", container.ParentKey?.ToString() ?? ""),
        ];
    }

    private static IEnumerable<(string Name, string Value)> Property(PropertyType property)
    {
        var prefix = $"egenskab {property.Alias}: ";
        return
        [
            (prefix + "nøgle", property.Key.ToString()),
            (prefix + "navn", property.Name),
            (prefix + "beskrivelse", property.Description),
            (prefix + "datatype", property.DataTypeKey.ToString()),
            (prefix + "placering", property.ContainerKey?.ToString() ?? ""),
            (prefix + "rækkefølge", property.SortOrder.ToString(CultureInfo.InvariantCulture)),
            (prefix + "skal udfyldes", Flag(property.Mandatory)),
            (prefix + "besked ved tom", property.MandatoryMessage),
            (prefix + "mønster", property.RegEx),
            (prefix + "besked ved mønster", property.RegExMessage),
            (prefix + "etiket øverst", Flag(property.LabelOnTop)),
            (prefix + "varierer efter sprog", Flag(property.VariesByCulture)),
        ];
    }

    private static string Value(PropertyValue value, ContentType? type, ContentSchema schema)
    {
        var property = type is null ? null : schema.FindProperty(type, value.Alias);
        var dataType = property is null ? null : schema.FindDataType(property.DataTypeKey);
        return PropertyValues.Canonical(value.Value, dataType is null ? null : new ValueContext(schema, dataType));
    }

    private static string Json(JsonElement element) => PropertyValues.Canonical(element, null);

    private static string Flag(bool value) => value ? "1" : "";

    private static string In(string? culture) => string.IsNullOrEmpty(culture) ? "" : $" ({culture.ToLowerInvariant()})";

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
}
