using System.Collections.Immutable;
using System.Xml.Linq;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Files;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Serialisation.Reading;

/// <summary>Documents and media out of their elements.</summary>
/// <param name="schema">The types as they will be after the import.</param>
internal sealed class NodeReader(ContentSchema schema)
{
    /// <summary>A document or media item; problems of single values are added, others are thrown.</summary>
    public SiteNode Read(ConfigFile file, ICollection<USyncProblem> problems)
    {
        var root = file.Root;
        var info = root.Part("Info");
        var kind = file.Kind == USyncKind.Media ? NodeKind.Media : NodeKind.Document;
        var typeAlias = info.Required("ContentType");
        var type = schema.FindType(kind, typeAlias) ?? throw new ProblemException(
            $"Typen «{typeAlias}» findes hverken i filerne eller i systemet.",
            $"Tilføj dens fil i {(kind == NodeKind.Media ? "MediaTypes" : "ContentTypes")}, eller ret <ContentType>.");
        var trashed = info.Element("Trashed");
        var isTrashed = XmlFields.Flag(trashed?.Value, "Trashed");
        var created = info.Text("CreateDate");
        return new SiteNode
        {
            Key = file.Key,
            Kind = kind,
            ContentTypeKey = type.Key,
            ParentKey = XmlFields.OptionalKey((string?)info.Element("Parent")?.Attribute("Key")),
            SortOrder = info.Number("SortOrder"),
            Trashed = isTrashed,
            OriginalParentKey = isTrashed ? XmlFields.OptionalKey((string?)trashed?.Attribute("Parent")) : null,
            CreateDate = created.Length > 0 ? XmlFields.Date(created, "CreateDate") : default,
            // As an editor's text is: whoever wrote the file, and so that what is compared with the site is what will be stored.
            Content = RichTextSanitiser.Sanitise(schema, type, new NodeContent { Names = Names(file, info, type), Values = Values(file, type, problems) }),
            PublishedCultures = kind == NodeKind.Media ? [] : PublishedCultures(info, type),
            Schedules = Schedules(info, type),
        };
    }

    private string DefaultCulture => schema.DefaultLanguage?.IsoCode
        ?? throw new ProblemException("Der er intet standardsprog.", "Sæt <IsDefault> til true i præcis én fil i Languages.");

    private ImmutableArray<VariantName> Names(ConfigFile file, XElement info, ContentType type)
    {
        var element = info.Element("NodeName");
        var invariant = (string?)element?.Attribute("Default") is { Length: > 0 } name ? name : file.Alias;
        var names = (element?.Elements("Name") ?? []).Select(each => new VariantName(Culture(each), each.Value)).ToList();
        if (!type.VariesByCulture)
        {
            var own = names.Find(each => IsDefaultCulture(each.Culture));
            names = [new VariantName(null, own?.Name ?? invariant)];
        }
        else if (names.Count == 0)
        {
            names = [new VariantName(DefaultCulture, invariant)];
        }

        return names.Any(each => each.Name.Length is 0 or > 255)
            ? throw new ProblemException("Et navn er tomt eller længere end 255 tegn.", "Ret <NodeName>.")
            : [.. names.OrderBy(each => each.Culture, StringComparer.OrdinalIgnoreCase)];
    }

    private ImmutableArray<string> PublishedCultures(XElement info, ContentType type)
    {
        var element = info.Element("Published");
        var cultures = (element?.Elements("Published") ?? [])
            .Where(each => XmlFields.Flag(each.Value, "Published"))
            .Select(each => Culture(each)!)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        var any = XmlFields.Flag((string?)element?.Attribute("Default"), "Published");
        if (!type.VariesByCulture)
        {
            return any ? [""] : [];
        }

        return cultures.IsEmpty && any && element?.HasElements != true ? [DefaultCulture] : cultures;
    }

    private ImmutableArray<ContentSchedule> Schedules(XElement info, ContentType type) =>
    [
        .. (info.Element("Schedule")?.Elements("ContentSchedule") ?? [])
            .Select(each => new ContentSchedule(
                !type.VariesByCulture ? null : each.Text("Culture") is { Length: > 0 } culture ? Culture(culture) : DefaultCulture,
                each.Text("Action") switch
                {
                    "Release" => ScheduleAction.Release,
                    "Expire" => ScheduleAction.Expire,
                    var other => throw new ProblemException($"«{other}» under <Schedule> er hverken Release eller Expire.", "Ret det, eller hent filen igen fra git."),
                },
                XmlFields.Date(each.Text("Date"), "Schedule")))
            .OrderBy(each => each.Action.ToString(), StringComparer.Ordinal)
            .ThenBy(each => each.Culture, StringComparer.OrdinalIgnoreCase),
    ];

    private ImmutableArray<PropertyValue> Values(ConfigFile file, ContentType type, ICollection<USyncProblem> problems)
    {
        var values = ImmutableArray.CreateBuilder<PropertyValue>();
        foreach (var element in file.Root.Element("Properties")?.Elements() ?? [])
        {
            try
            {
                values.AddRange(ValuesOf(element, type));
            }
            catch (ProblemException problem)
            {
                problems.Add(problem.In(file.File));
            }
            catch (FormatException exception)
            {
                problems.Add(new USyncProblem(file.File, $"Feltet «{element.Name.LocalName}»: {exception.Message}", "Ret værdien, eller hent filen igen fra git."));
            }
        }

        return [.. values.OrderBy(value => value.Alias, StringComparer.OrdinalIgnoreCase).ThenBy(value => value.Culture, StringComparer.OrdinalIgnoreCase)];
    }

    private PropertyValue[] ValuesOf(XElement element, ContentType type)
    {
        var alias = element.Name.LocalName;
        var found = element.Elements("Value").Where(value => value.Value.Length > 0).ToArray();
        if (found.Length == 0 || MediaFields.AreComputed(type, alias))
        {
            return [];
        }

        var property = schema.FindProperty(type, alias) ?? throw new ProblemException(
            $"Feltet «{alias}» findes ikke på typen «{type.Alias}».",
            "Tilføj feltet til typen, eller fjern det fra filen; værdien ville ellers gå tabt.");
        var dataType = schema.FindDataType(property.DataTypeKey);
        if (dataType is null)
        {
            return []; // the type's own file reports that its data type is missing
        }

        var unknown = new HashSet<Guid>();
        var context = new ValueContext(schema, dataType, unknown);
        var values = ForVariance(found, property.VariesByCulture && type.VariesByCulture)
            .Select(value => (value.Culture, value.Segment, Wire: PropertyValues.FromText(value.Text, context)))
            .Where(value => value.Wire is not null)
            .Select(value => new PropertyValue(property.Alias, value.Culture, value.Segment, value.Wire!.Value))
            .ToArray();
        return unknown.Count == 0 ? values : throw new ProblemException(
            $"Feltet «{alias}» har blokke af en elementtype, der ikke findes ({string.Join(", ", unknown)}).",
            "Tilføj elementtypens fil i ContentTypes, eller fjern blokkene.");
    }

    // A property that became variant keeps its one value in the default language; one that ceased to be keeps that language's.
    private IEnumerable<(string? Culture, string? Segment, string Text)> ForVariance(XElement[] values, bool varies)
    {
        if (varies)
        {
            var withCulture = values.Where(value => value.Attribute("Culture") is not null).ToArray();
            return withCulture.Length == 0
                ? [(DefaultCulture, null, values[0].Value)]
                : withCulture.Select(value => (Culture(value), (string?)value.Attribute("Segment"), value.Value));
        }

        var invariant = values.FirstOrDefault(value => value.Attribute("Culture") is null)
            ?? values.FirstOrDefault(value => IsDefaultCulture((string?)value.Attribute("Culture")))
            ?? values[0];
        return [(null, (string?)invariant.Attribute("Segment"), invariant.Value)];
    }

    private bool IsDefaultCulture(string? culture) => string.Equals(culture, schema.DefaultLanguage?.IsoCode, StringComparison.OrdinalIgnoreCase);

    private string? Culture(XElement element) => (string?)element.Attribute("Culture") is { } culture ? Culture(culture) : null;

    private string Culture(string culture) => schema.FindLanguage(culture)?.IsoCode ?? throw new ProblemException(
        $"Sproget «{culture}» findes ikke.", "Tilføj dets fil i Languages, eller ret sproget i filen.");
}

/// <summary>Fields of media that follow from the file itself and never stand in uSync files.</summary>
internal static class MediaFields
{
    private static readonly HashSet<string> Computed = new(StringComparer.OrdinalIgnoreCase) { "umbracoWidth", "umbracoHeight", "umbracoBytes", "umbracoExtension" };

    /// <summary>Whether this field of this type is one of them.</summary>
    public static bool AreComputed(ContentType type, string alias) => type.Kind == NodeKind.Media && Computed.Contains(alias);

    /// <summary>The values of them that an item has now.</summary>
    public static IEnumerable<PropertyValue> Of(SiteNode node) => node.Kind == NodeKind.Media ? node.Content.Values.Where(value => Computed.Contains(value.Alias)) : [];
}
