using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation;
using Hedensted.Content.Serialisation.Planning;
using Hedensted.Content.Serialisation.Reading;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>Sites made by chance go into files and come back the same.</summary>
public class RoundTripTests
{
    private static readonly string[] Words = ["Åben", "grød", "100 % <b>", "a & b", "]]>", "«citat»", "x/y", "Ø", "\"", "'", "linje\nto", "😀", "[]", "{}", "1.", "æ.ø"];

    [Test]
    public void Any_site_survives_files([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var site = Site(random);
        using var first = new TemporaryFolder();
        USync.Export(site, first.Path);
        var files = SiteReader.Read(first.Path, SiteState.Empty);
        Assert.That(files.Problems, Is.Empty, string.Join('\n', files.Problems));
        var plan = Planner.Plan(SiteReader.Read(first.Path, site), site);
        Assert.That(plan.NothingToDo, string.Join('\n', plan.Problems.Select(problem => problem.ToString()).Concat(plan.Entries.Select(entry => entry.ToString() + string.Join(';', entry.Details)))));
        using var second = new TemporaryFolder();
        USync.Export(files.State, second.Path);
        TemporaryFolder.AssertSame(second.Path, first.Path);
    }

    private static SiteState Site(Random random)
    {
        var editors = new (string Alias, Func<JsonNode> Value)[]
        {
            ("Umbraco.TextArea", () => Text(random)),
            ("Umbraco.Integer", () => random.Next()),
            ("Umbraco.Decimal", () => random.Next() / 8m),
            ("Umbraco.TrueFalse", () => random.Next(2) == 0),
            ("Umbraco.Tags", () => new JsonArray(Text(random), Text(random))),
            ("Umbraco.ContentPicker", () => Key(random).ToString()),
            ("Umbraco.MultiNodeTreePicker", () => new JsonArray(new JsonObject { ["type"] = "document", ["unique"] = Key(random).ToString() })),
            ("Umbraco.DateTime", () => $"2026-0{random.Next(1, 9)}-1{random.Next(9)} 1{random.Next(9)}:00:00"),
            ("Umbraco.DateTimeUnspecified", () => new JsonObject { ["date"] = $"2026-0{random.Next(1, 9)}-1{random.Next(9)}T12:00:00", ["timeZone"] = null }),
            ("Umbraco.RichText", () => new JsonObject { ["markup"] = HtmlSanitiser.Sanitise($"<p>{Text(random)}</p>"), ["blocks"] = new JsonObject() }),
            ("Umbraco.Plain.Json", () => new JsonObject { [Text(random)] = new JsonArray(1, Text(random), null) }),
            ("Umbraco.Ukendt", () => new JsonObject { ["a"] = random.Next() }),
        };
        var dataTypes = editors.Select((editor, index) => Sample.DataType(index + 1, editor.Alias) with { Name = Text(random) + index, Folder = random.Next(2) == 0 ? "" : "A b/Ø" }).ToImmutableArray();
        var types = Enumerable.Range(0, 4).Select(number => Type(number, random, dataTypes)).ToImmutableArray();
        types = [.. types.Select((type, number) => type with { Compositions = [.. types.Take(number).Where(_ => random.Next(3) == 0).Select(other => other.Key)], AllowedChildren = [.. types.Where(_ => random.Next(2) == 0).Select(other => other.Key)] })];
        var languages = ImmutableArray.Create(
            new Language(Hedensted.Content.Serialisation.Files.SafeNames.LanguageKey("da"), "da", "Dansk", true, true, null),
            new Language(Hedensted.Content.Serialisation.Files.SafeNames.LanguageKey("en-US"), "en-US", "English", false, false, "da"));
        var schema = new ContentSchema(languages, dataTypes, types);
        var nodes = new List<SiteNode>();
        for (var i = 0; i < 15; i++)
        {
            nodes.Add(Node(random, nodes, schema, editors.ToDictionary(editor => editor.Alias, editor => editor.Value)));
        }

        return new SiteState
        {
            Languages = languages,
            DataTypes = dataTypes,
            ContentTypes = types,
            Dictionary = [.. Enumerable.Range(0, 3).Select(number => new DictionaryItem(Key(random), $"{Text(random).Trim()}.{number}", null, ImmutableSortedDictionary<string, string>.Empty.Add("da", Text(random))))],
            Nodes = [.. nodes],
            Blueprints = [.. nodes.Take(3).Select(node => BlueprintNode.ToBlueprint(node with { Key = Key(random) }))],
        };
    }

    private static ContentType Type(int number, Random random, ImmutableArray<DataType> dataTypes)
    {
        var tab = new PropertyContainer(Key(random), null, Text(random), $"tab{number}", ContainerType.Tab, random.Next(9));
        var group = new PropertyContainer(Key(random), tab.Key, Text(random), $"tab{number}/group", ContainerType.Group, random.Next(9));
        return new ContentType
        {
            Key = Key(random),
            Kind = NodeKind.Document,
            Alias = $"type{number}",
            Name = Text(random),
            Description = Text(random),
            VariesByCulture = random.Next(2) == 0,
            AllowedAsRoot = random.Next(2) == 0,
            Containers = [tab, group],
            Properties = [.. Enumerable.Range(0, random.Next(1, 6)).Select(each => Sample.Property(each, $"p{number}{each}", dataTypes[random.Next(dataTypes.Length)], random.Next(2) == 0, random.Next(3) switch { 0 => tab.Key, 1 => group.Key, _ => null }) with { Key = Key(random), Description = Text(random), RegEx = Text(random) })],
        };
    }

    private static SiteNode Node(Random random, List<SiteNode> above, ContentSchema schema, Dictionary<string, Func<JsonNode>> values)
    {
        var type = schema.ContentTypes[random.Next(schema.ContentTypes.Length)];
        string?[] cultures = type.VariesByCulture ? random.Next(2) == 0 ? ["da"] : ["da", "en-US"] : [null];
        var parent = above.Count > 0 && random.Next(3) > 0 ? above[random.Next(above.Count)] : null;
        return new SiteNode
        {
            Key = Key(random),
            Kind = NodeKind.Document,
            ContentTypeKey = type.Key,
            ParentKey = parent?.Trashed == true ? null : parent?.Key,
            SortOrder = random.Next(20),
            Trashed = random.Next(9) == 0 && parent?.Trashed != true,
            CreateDate = Sample.Created.AddMinutes(random.Next(99999)),
            Content = new NodeContent
            {
                Names = [.. cultures.Select(culture => new VariantName(culture, $"{Text(random).Replace("\n", " ", StringComparison.Ordinal)} {random.Next(5)}"))],
                Values =
                [
                    .. schema.PropertiesOf(type).Where(_ => random.Next(3) > 0).SelectMany(property =>
                        (property.VariesByCulture && type.VariesByCulture ? cultures : [null]).Select(culture => new PropertyValue(
                            property.Alias, culture, null, JsonSerializer.SerializeToElement(values[schema.FindDataType(property.DataTypeKey)!.EditorAlias]())))),
                ],
            },
            PublishedCultures = [.. cultures.Where(_ => random.Next(2) == 0).Select(culture => culture ?? "")],
        };
    }

    private static Guid Key(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));
}
