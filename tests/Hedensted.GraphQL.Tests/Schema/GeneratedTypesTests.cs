using System.Text.Json;
using Hedensted.Content.Model;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>Types that are made in the backoffice: what each editor's values become, and what their fields and types are called.</summary>
public class GeneratedTypesTests
{
    private static readonly Guid PartType = new("aaaaaaaa-0000-4000-8000-00000000000f");

    private static readonly object Block = new
    {
        layout = new Dictionary<string, object> { ["Umbraco.BlockGrid"] = new[] { new { contentKey = Key(1), areas = new[] { new { items = new[] { new { contentKey = Key(2) } } } } } } },
        contentData = new[] { Part(1), Part(2) },
        settingsData = Array.Empty<object>(),
    };

    private static IEnumerable<TestCaseData> Editors()
    {
        yield return Editor("TextBox", "String", "a", "\"a\"");
        yield return Editor("TextArea", "String", "a\nb", "\"a\\nb\"");
        yield return Editor("EmailAddress", "String", "a@b.dk", "\"a@b.dk\"");
        yield return Editor("RadioButtonList", "String", "a", "\"a\"");
        yield return Editor("ColorPicker", "String", new { label = "Rød", value = "ff0000" }, "\"ff0000\"");
        yield return Editor("ColorPicker.EyeDropper", "String", "#ff0000", "\"#ff0000\"");
        yield return Editor("Label", "String", "a", "\"a\"");
        yield return Editor("Plain.String", "String", "a", "\"a\"");
        yield return Editor("IconPicker", "String", "icon-book", "\"icon-book\"");
        yield return Editor("MarkdownEditor", "String", "*a*", "\"*a*\"");
        yield return Editor("CodeEditor", "String", "x = 1", "\"x = 1\"");
        yield return Editor("UploadField", "String", new { src = "/media/a.pdf" }, "\"/media/a.pdf\"");
        yield return Editor("ImageCropper", "String", new { src = "/media/a.jpg", focalPoint = new { left = 0.5, top = 0.5 } }, "\"/media/a.jpg\"");
        yield return Editor("RichText", "RichText", new { markup = "<p>a</p>", blocks = (object?)null }, "{\"text\":\"a\"}", selection: "{ text }");
        yield return Editor("TinyMCE", "RichText", "<p>a</p>", "{\"text\":\"a\"}", selection: "{ text }");
        yield return Editor("CheckBoxList", "[String!]!", new[] { "a", "b" }, "[\"a\",\"b\"]");
        yield return Editor("Tags", "[String!]!", new[] { "a" }, "[\"a\"]");
        yield return Editor("MultipleTextstring", "[String!]!", new[] { "a", "b" }, "[\"a\",\"b\"]");
        yield return Editor("DropDown.Flexible", "String", new[] { "a" }, "\"a\"");
        yield return Editor("DropDown.Flexible", "[String!]!", new[] { "a", "b" }, "[\"a\",\"b\"]", new { multiple = true });
        yield return Editor("TrueFalse", "Boolean", true, "true");
        yield return Editor("Integer", "Int", 7, "7");
        yield return Editor("Plain.Integer", "Int", 7, "7");
        yield return Editor("Decimal", "Decimal", 7.25, "7.25");
        yield return Editor("Plain.Decimal", "Decimal", 7.25, "7.25");
        yield return Editor("Slider", "Decimal", new { from = 3, to = 3 }, "3");
        yield return Editor("Slider", "[Decimal!]!", new { from = 3, to = 5 }, "[3,5]", new { enableRange = true });
        yield return Editor("DateTime", "DateTime", "2026-11-25T10:00:00", "\"2026-11-25T10:00:00+01:00\"");
        yield return Editor("DateTimeUnspecified", "DateTime", Library.Time("2026-11-25T10:00:00"), "\"2026-11-25T10:00:00+01:00\"");
        yield return Editor("DateTimeWithTimeZone", "DateTime", Library.Time("2026-11-25T10:00:00"), "\"2026-11-25T10:00:00+01:00\"");
        yield return Editor("Plain.DateTime", "DateTime", "2026-11-25T10:00:00", "\"2026-11-25T10:00:00+01:00\"");
        yield return Editor("DateOnly", "LocalDate", new { date = "2026-11-25" }, "\"2026-11-25\"");
        yield return Editor("TimeOnly", "LocalTime", new { time = "10:30" }, "\"10:30:00\"");
        yield return Editor("Plain.Time", "LocalTime", "10:30", "\"10:30:00\"");
        yield return Editor("MultiUrlPicker", "[Link!]!", new[] { new { type = "external", url = "https://a.dk", name = "A" } }, "[{\"url\":\"https://a.dk\"}]", selection: "{ url }");
        yield return Editor("MultiUrlPicker", "Link", new[] { new { type = "external", url = "https://a.dk", name = "A" } }, "{\"url\":\"https://a.dk\"}", new { maxNumber = 1 }, "{ url }");
        yield return Editor("BlockList", "[Block!]!", Block, "[{\"contentType\":\"part\"},{\"contentType\":\"part\"}]", selection: "{ contentType }");
        yield return Editor("BlockGrid", "[Block!]!", Block, "[{\"contentType\":\"part\"},{\"contentType\":\"part\"}]", selection: "{ contentType }");
        yield return Editor("SingleBlock", "Block", Block, "{\"contentType\":\"part\"}", selection: "{ contentType }");
        yield return Editor("SomethingNew", "Any", new { a = new[] { 1 } }, "{\"a\":[1]}");
    }

    [TestCaseSource(nameof(Editors))]
    public void Each_editor_has_a_type_and_its_values_come_through(string editor, string type, object value, string json, object? settings, string selection)
    {
        var (library, schema) = With("thing", editor, settings, value);
        Assert.That(FieldType(schema, "Thing", "field"), Is.EqualTo(type));
        Assert.That(library.Ask("{ contentOfThing { nodes { field " + selection + " } } }").At("contentOfThing", "nodes")[0].At("field").GetRawText(), Is.EqualTo(json));
    }

    [TestCaseSource(nameof(Editors))]
    public void What_is_empty_or_misshapen_is_nothing_and_never_an_error(string editor, string type, object value, string json, object? settings, string selection)
    {
        foreach (var odd in new object[] { new { }, "", 17, new[] { new[] { 1 } }, new { markup = 5, src = false, from = "x", date = 7, layout = 1, contentData = "?" } })
        {
            var (library, _) = With("thing", editor, settings, odd);
            Assert.That(library.Ask("{ contentOfThing { nodes { name field " + selection + " } } }").At("contentOfThing", "nodes").GetArrayLength(), Is.EqualTo(1), odd.ToString());
        }

        var (empty, _) = With("thing", editor, settings, null);
        Assert.That(empty.Ask("{ contentOfThing { nodes { field " + selection + " } } }").At("contentOfThing", "nodes")[0].At("field").GetRawText(), Is.EqualTo(type.EndsWith('!') ? "[]" : "null"));
    }

    [Test]
    public void Pickers_give_what_they_point_at_when_it_is_published()
    {
        var types = new TypeWorkshop();
        var thing = types.Document(
            "thing",
            ("one", "Umbraco.ContentPicker", null),
            ("many", "Umbraco.MultiNodeTreePicker", null),
            ("files", "Umbraco.MultiNodeTreePicker", new { startNode = new { type = "media" } }),
            ("file", "Umbraco.MediaPicker3", null),
            ("picture", "Umbraco.MediaPicker3", new { filter = "cc07b313-0843-4aa8-bbda-871c8da728c8" }));
        var library = new Library { Types = types.Schema() };
        var branch = library.Existing("branch");
        var media = library.AddMedia("/media/ab/bog.jpg", new { umbracoWidth = 10, umbracoHeight = 10 });
        object Media() => new[] { new { key = Guid.NewGuid(), mediaKey = media } };
        library.AddRoot(thing, "Fuld", new { one = branch, many = new[] { new { type = "document", unique = branch }, new { type = "document", unique = Guid.NewGuid() } }, files = new[] { new { type = "media", unique = media } }, file = Media(), picture = Media() });
        var full = library.Ask("{ contentOfThing { nodes { one { id } many { __typename } files { url } file { name } picture { width } } } }").At("contentOfThing", "nodes")[0];
        Assert.That(
            full.GetRawText(),
            Is.EqualTo("{\"one\":{\"id\":\"" + branch + "\"},\"many\":[{\"__typename\":\"Branch\"}],\"files\":[{\"url\":\"/media/ab/bog.jpg\"}],\"file\":{\"name\":\"Billede\"},\"picture\":{\"width\":10}}"));
    }

    [TestCase("Umbraco.UserPicker")]
    [TestCase("Umbraco.MemberPicker")]
    [TestCase("Umbraco.MemberGroupPicker")]
    [TestCase("Umbraco.ListView")]
    public void Who_works_here_and_how_lists_are_shown_stays_inside(string editor)
    {
        var types = new TypeWorkshop();
        types.Document("thing", ("who", editor, null), ("text", "Umbraco.TextBox", null));
        Assert.That(PublicSchemaOf(types).FindType("Thing"), Is.InstanceOf<ObjectType>().And.Matches<ObjectType>(type => type.FindField("who") is null && type.FindField("text") is not null));
    }

    [Test]
    public void Names_do_not_depend_on_the_order_in_which_types_were_made()
    {
        string[] aliases = ["newsItem", "NewsItemContent", "news-item", "occurrence", "occurrenceContent", "x-1", "contentOfEventConnection", "connection", "event2"];
        var first = Names(aliases);
        Assert.That(Names([.. aliases.Reverse()]), Is.EqualTo(first));
        Assert.That(first.Values, Is.Unique);
    }

    [TestCase("name", "nameValue")]
    [TestCase("path", "pathValue")]
    [TestCase("and", "andValue")]
    [TestCase("Overskrift", "overskrift")]
    [TestCase("2nd", "x2nd")]
    [TestCase("æble", "ble")]
    public void A_field_is_called_like_its_property_as_far_as_GraphQL_lets_it(string alias, string field)
    {
        var types = new TypeWorkshop();
        types.Document("thing", (alias, "Umbraco.TextBox", null));
        Assert.That(((ObjectType)PublicSchemaOf(types).FindType("Thing")!).FindField(field), Is.Not.Null);
    }

    [Test]
    public void A_type_or_property_that_goes_takes_nothing_else_with_it()
    {
        var types = new TypeWorkshop();
        var gone = types.Document("gone", ("text", "Umbraco.TextBox", null));
        var stays = types.Document("stays", ("text", "Umbraco.TextBox", null));
        var before = PublicGraphQL.ExportSchema(types.Schema());
        types.Remove(gone);
        var review = Hedensted.GraphQL.Schema.Contract.SchemaReview.Of(before, PublicSchemaOf(types), []);
        Assert.That(
            review.Undeclared.Select(change => change.Coordinate.ToString()),
            Is.EquivalentTo(new[] { "ContentOfGoneConnection", "ContentOfGoneEdge", "Gone", "GoneFilterInput", "GoneSortInput", "Query.contentOfGone" }));
        var library = new Library { Types = types.Schema() };
        library.AddRoot(stays, "Her", new { text = "endnu" });
        Assert.That(library.Ask("{ contentOfStays { nodes { text } } }").At("contentOfStays", "nodes").Texts("text"), Is.EqualTo(new[] { "endnu" }));
    }

    private static TestCaseData Editor(string editor, string type, object value, string json, object? settings = null, string selection = "") =>
        new TestCaseData("Umbraco." + editor, type, value, json, settings, selection).SetArgDisplayNames(editor, type);

    private static (Library Library, Engine.Types.Schema Schema) With(string alias, string editor, object? settings, object? value)
    {
        var types = new TypeWorkshop();
        types.Element("part", ("text", "Umbraco.TextBox", null));
        var thing = types.Document(alias, ("field", editor, settings));
        var part = types.Schema().FindType(NodeKind.Document, "part")!;
        var library = new Library { Types = types.Schema() };
        var json = JsonSerializer.Serialize(new { field = value }).Replace(PartType.ToString(), part.Key.ToString(), StringComparison.Ordinal);
        library.AddRoot(thing, "Ting", JsonSerializer.Deserialize<JsonElement>(json));
        return (library, PublicSchemaOf(types));
    }

    private static Guid Key(int number) => new($"aaaaaaaa-0000-4000-8000-00000000000{number}");

    private static object Part(int number) => new { key = Key(number), contentTypeKey = PartType, values = Array.Empty<object>() };

    private static string FieldType(Engine.Types.Schema schema, string type, string field) => ((ObjectType)schema.FindType(type)!).FindField(field)!.Type.ToString();

    private static Engine.Types.Schema PublicSchemaOf(TypeWorkshop types) => Hedensted.GraphQL.Schema.PublicSchema.Create(types.Schema());

    private static SortedDictionary<string, string> Names(string[] aliases)
    {
        var types = new TypeWorkshop();
        foreach (var alias in aliases)
        {
            types.Document(alias, ("mark", "Umbraco.TextBox", null));
        }

        var library = new Library { Types = types.Schema() };
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var alias in aliases)
        {
            var type = types.Schema().FindType(NodeKind.Document, alias)!;
            var id = library.AddRoot(type, alias, new { mark = alias });
            names[alias] = library.Ask("query($id: ID!) { node(id: $id) { __typename } }", new { id }).At("node", "__typename").GetString()!;
        }

        return names;
    }
}
