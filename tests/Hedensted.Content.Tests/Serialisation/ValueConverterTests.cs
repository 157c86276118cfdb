using System.Text.Json.Nodes;
using Hedensted.Content.Model;
using Hedensted.Content.Serialisation.Values;

namespace Hedensted.Content.Tests.Serialisation;

/// <summary>Each editor's value as the backoffice sends it and as a file holds it, both ways.</summary>
public class ValueConverterTests
{
    private const string Key = "5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111";
    private const string Key32 = "5d1c2f0a6b1e4a579c550c5b6f0a1111";

    [TestCase("Umbraco.TextBox", "\"Grød & <b>fløde</b>\"", "Grød & <b>fløde</b>")]
    [TestCase("Umbraco.TextArea", "\"[1, 2]\"", "[1, 2]")]
    [TestCase("Umbraco.TextArea", "\"En\\nTo\"", "En\nTo")]
    [TestCase("Umbraco.Integer", "45", "45")]
    [TestCase("Umbraco.Decimal", "12.50", "12.50")]
    [TestCase("Umbraco.TrueFalse", "true", "1")]
    [TestCase("Umbraco.TrueFalse", "false", "0")]
    [TestCase("Umbraco.MultipleTextstring", "[\"En\",\"To\"]", "En\nTo")]
    [TestCase("Umbraco.Slider", """{"from":5,"to":5}""", "5")]
    [TestCase("Umbraco.Slider", """{"from":5,"to":10}""", "5,10")]
    [TestCase("Umbraco.DateTime", "\"2026-12-24 19:00:00\"", "2026-12-24T19:00:00")]
    [TestCase("Umbraco.ContentPicker", $"\"{Key}\"", $"umb://document/{Key32}")]
    [TestCase("Umbraco.ContentPicker", $"\"{Key},{Key}\"", $"umb://document/{Key32},umb://document/{Key32}")]
    [TestCase("Umbraco.MemberPicker", $"\"{Key}\"", $"umb://member/{Key32}")]
    [TestCase("Umbraco.MultiNodeTreePicker", $$$"""[{"type":"document","unique":"{{{Key}}}"},{"type":"media","unique":"{{{Key}}}"}]""", $"umb://document/{Key32},umb://media/{Key32}")]
    [TestCase("Umbraco.UploadField", """{"src":"/media/abc/fil.pdf"}""", "/media/abc/fil.pdf")]
    [TestCase("Ukendt.Editor", "\"tekst\"", "tekst")]
    public void A_value_that_is_text_in_files(string editor, string wire, string stored) => BothWays(editor, wire, stored);

    [TestCase("Umbraco.CheckBoxList", """["Bøger","Musik"]""", """["Bøger","Musik"]""")]
    [TestCase("Umbraco.DropDown.Flexible", """["Åben"]""", """["Åben"]""")]
    [TestCase("Umbraco.Tags", """["et","to"]""", """["et","to"]""")]
    [TestCase("Umbraco.ColorPicker", """{"value":"#1d5a96","label":"Blå"}""", """{"value":"#1d5a96","label":"Blå"}""")]
    [TestCase("Umbraco.DateOnly", """{"date":"2026-05-11","timeZone":null}""", """{"date":"2026-05-11T00:00:00+00:00","timeZone":null}""")]
    [TestCase("Umbraco.TimeOnly", """{"date":"19:30:00","timeZone":null}""", """{"date":"0001-01-01T19:30:00+00:00","timeZone":null}""")]
    [TestCase("Umbraco.DateTimeUnspecified", """{"date":"2026-05-11T19:30:00","timeZone":null}""", """{"date":"2026-05-11T19:30:00+00:00","timeZone":null}""")]
    [TestCase("Umbraco.DateTimeWithTimeZone", """{"date":"2026-05-11T19:30:00+02:00","timeZone":"Europe/Copenhagen"}""", """{"date":"2026-05-11T19:30:00+02:00","timeZone":"Europe/Copenhagen"}""")]
    [TestCase("Umbraco.MediaPicker3", """[{"key":"a","mediaKey":"b","mediaTypeAlias":"Image","crops":[],"focalPoint":null}]""", """[{"key":"a","mediaKey":"b","mediaTypeAlias":"Image","crops":[],"focalPoint":null}]""")]
    [TestCase("Umbraco.ImageCropper", """{"src":"/media/a.jpg","crops":[],"focalPoint":{"left":0.5,"top":0.5}}""", """{"src":"/media/a.jpg","crops":[],"focalPoint":{"left":0.5,"top":0.5}}""")]
    [TestCase(
        "Umbraco.MultiUrlPicker",
        """[{"type":"external","unique":null,"name":"Kommunen","url":"https://www.hedensted.dk","queryString":null,"target":"_blank"}]""",
        """[{"name":"Kommunen","target":"_blank","unique":null,"type":"external","udi":null,"url":"https://www.hedensted.dk","queryString":null,"culture":null}]""")]
    [TestCase(
        "Umbraco.MultiUrlPicker",
        $$$"""[{"type":"document","unique":"{{{Key}}}","name":"Huset","url":null,"queryString":"#tider","target":null}]""",
        $$$"""[{"name":"Huset","target":null,"unique":"{{{Key}}}","type":"document","udi":"umb://document/{{{Key32}}}","url":null,"queryString":"#tider","culture":null}]""")]
    [TestCase("Umbraco.Plain.Json", """{"b":[1,{"a":null}]}""", """{"b":[1,{"a":null}]}""")]
    public void A_value_that_is_json_in_files(string editor, string wire, string stored) => BothWays(editor, wire, SiteJson.Write(JsonNode.Parse(stored)!));

    [TestCase("Umbraco.DropDown.Flexible", "Åben", """["Åben"]""")]
    [TestCase("Umbraco.Tags", "et, to", """["et","to"]""")]
    [TestCase("Umbraco.TrueFalse", "True", "true")]
    [TestCase("Umbraco.DateTime", "2026-12-24 19:00:00", "\"2026-12-24 19:00:00\"")]
    [TestCase("Umbraco.DateOnly", "2026-05-11", """{"date":"2026-05-11","timeZone":null}""")]
    [TestCase("Umbraco.ContentPicker", Key, $"\"{Key}\"")]
    [TestCase("Umbraco.ImageCropper", "/media/a.jpg", """{"src":"/media/a.jpg"}""")]
    [TestCase("Umbraco.Plain.Json", "[token]-tekst", "\"[token]-tekst\"")]
    [TestCase("Umbraco.MultiUrlPicker", $$$"""[{"name":"Huset","target":"","udi":"umb://document/{{{Key32}}}","url":"/huset","queryString":""}]""", $$$"""[{"type":"document","unique":"{{{Key}}}","name":"Huset","url":"/huset","queryString":"","target":""}]""")]
    [TestCase("Umbraco.RichText", "<p>Hej</p>", """{"markup":"<p>Hej</p>","blocks":{"contentData":[],"settingsData":[],"expose":[],"layout":{}}}""")]
    public void An_older_form_is_understood(string editor, string stored, string wire) =>
        Assert.That(PropertyValues.FromText(stored, Context(editor))?.GetRawText(), IsJson(wire));

    [TestCase("Umbraco.Integer", "mange")]
    [TestCase("Umbraco.TrueFalse", "måske")]
    [TestCase("Umbraco.DateTime", "i morgen")]
    [TestCase("Umbraco.DateOnly", "i morgen")]
    [TestCase("Umbraco.ContentPicker", "forsiden")]
    [TestCase("Umbraco.BlockList", "tekst")]
    public void A_value_that_the_editor_never_stores_is_refused(string editor, string stored) =>
        Assert.That(() => PropertyValues.FromText(stored, Context(editor)), Throws.InstanceOf<FormatException>());

    [TestCase("Umbraco.TextBox", "\"\"")]
    [TestCase("Umbraco.CheckBoxList", "[]")]
    [TestCase("Umbraco.MediaPicker3", "[]")]
    [TestCase("Umbraco.MultiUrlPicker", "[]")]
    [TestCase("Umbraco.MultiNodeTreePicker", "[]")]
    [TestCase("Umbraco.BlockList", """{"layout":{},"contentData":[],"settingsData":[],"expose":[]}""")]
    [TestCase("Umbraco.RichText", """{"markup":"","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}}""")]
    [TestCase("Umbraco.DateOnly", """{"date":null,"timeZone":null}""")]
    public void Nothing_chosen_is_an_empty_value(string editor, string wire) =>
        Assert.That(PropertyValues.ToText(Sample.Json(wire), Context(editor)), Is.Empty);

    [Test]
    public void Tags_with_comma_storage_are_text_with_commas()
    {
        var context = Context("Umbraco.Tags", """{"storageType":"Csv"}""");
        Assert.That(PropertyValues.ToText(Sample.Json("""["et","to"]"""), context), Is.EqualTo("et,to"));
        Assert.That(PropertyValues.FromText("et,to", context)?.GetRawText(), IsJson("""["et","to"]"""));
    }

    [Test]
    public void A_temporary_upload_is_not_stored() =>
        Assert.That(PropertyValues.ToText(Sample.Json("""{"src":"/media/a.jpg","temporaryFileId":"x"}"""), Context("Umbraco.ImageCropper")), Does.Not.Contain("temporaryFileId"));

    [Test]
    public void Values_inside_blocks_are_stored_by_their_own_editors()
    {
        const string wire = $$$"""
            {"layout":{"Umbraco.BlockList":[{"contentKey":"c1"}]},"settingsData":[],"expose":[{"contentKey":"c1","culture":null,"segment":null}],
            "contentData":[{"key":"c1","contentTypeKey":"{{{Key}}}","values":[
            {"alias":"open","culture":null,"segment":null,"editorAlias":"Umbraco.TrueFalse","value":true},
            {"alias":"page","culture":null,"segment":null,"editorAlias":"Umbraco.ContentPicker","value":"{{{Key}}}"},
            {"alias":"text","culture":null,"segment":null,"editorAlias":"Umbraco.RichText","value":{"markup":"<p>x</p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}} }]}]}
            """;
        var stored = PropertyValues.ToText(Sample.Json(wire), Context("Umbraco.BlockList"));
        Assert.That(stored, IsJson($$$"""
            {"contentData":[{"contentTypeKey":"{{{Key}}}","key":"c1","values":[
            {"alias":"open","culture":null,"editorAlias":null,"segment":null,"value":"1"},
            {"alias":"page","culture":null,"editorAlias":null,"segment":null,"value":"umb://document/{{{Key32}}}"},
            {"alias":"text","culture":null,"editorAlias":null,"segment":null,"value":{"blocks":{"contentData":[],"settingsData":[],"expose":[],"layout":{}},"markup":"<p>x</p>"}}]}],
            "settingsData":[],"expose":[{"contentKey":"c1","culture":null,"segment":null}],"layout":{"Umbraco.BlockList":[{"contentKey":"c1","settingsKey":null}]}}
            """));
        var back = PropertyValues.FromText(stored, Context("Umbraco.BlockList"))!.Value;
        Assert.That(PropertyValues.ToText(back, Context("Umbraco.BlockList")), Is.EqualTo(stored));
        Assert.That(back.GetProperty("contentData")[0].GetProperty("values")[0].GetProperty("value").GetBoolean());
        Assert.That(back.GetProperty("contentData")[0].GetProperty("values")[1].GetProperty("editorAlias").GetString(), Is.EqualTo("Umbraco.ContentPicker"));
    }

    [Test]
    public void Blocks_from_before_version_15_are_understood()
    {
        const string old = $$$"""
            {"contentData":[{"contentTypeKey":"{{{Key}}}","udi":"umb://element/{{{Key32}}}","open":"1"}],"settingsData":[],
            "Layout":{"Umbraco.BlockList":[{"contentUdi":"umb://element/{{{Key32}}}"}]}}
            """;
        var wire = PropertyValues.FromText(old, Context("Umbraco.BlockList"))!.Value;
        Assert.That(wire.GetProperty("contentData")[0].GetProperty("key").GetString(), Is.EqualTo(Key));
        Assert.That(wire.GetProperty("contentData")[0].GetProperty("values")[0].GetProperty("value").GetBoolean());
        Assert.That(wire.GetProperty("expose")[0].GetProperty("contentKey").GetString(), Is.EqualTo(Key));
        Assert.That(wire.GetProperty("layout").GetProperty("Umbraco.BlockList")[0].GetProperty("contentKey").GetString(), Is.EqualTo(Key));
    }

    [Test]
    public void A_grid_keeps_its_areas_and_spans()
    {
        const string stored = """
            {"contentData":[{"contentTypeKey":"5d1c2f0a-6b1e-4a57-9c55-0c5b6f0a1111","key":"c1","values":[]}],"settingsData":[],"expose":[],
            "layout":{"Umbraco.BlockGrid":[{"areas":[{"items":[{"areas":[],"columnSpan":6,"contentKey":"c2","rowSpan":1,"settingsKey":null}],"key":"a1"}],"columnSpan":12,"contentKey":"c1","rowSpan":1,"settingsKey":null}]}}
            """;
        BothWays("Umbraco.BlockGrid", null, SiteJson.Write(JsonNode.Parse(stored)!));
    }

    [Test]
    public void Json_is_escaped_as_uSync_does()
    {
        var text = PropertyValues.ToText(Sample.Json("""["Hak \"løg\" & <b>'purløg'</b> + 😀"]"""), Context("Umbraco.CheckBoxList"));
        Assert.That(text, Is.EqualTo("[\n  \"Hak \\u0022l\\u00F8g\\u0022 \\u0026 \\u003Cb\\u003E\\u0027purl\\u00F8g\\u0027\\u003C/b\\u003E \\u002B \\uD83D\\uDE00\"\n]"));
    }

    [Test]
    public void Values_that_mean_the_same_compare_equal()
    {
        var context = Context("Umbraco.MediaPicker3");
        Assert.That(
            PropertyValues.Canonical(Sample.Json("""[{"key":"a","mediaKey":"b","crops":[],"focalPoint":null}]"""), context),
            Is.EqualTo(PropertyValues.Canonical(Sample.Json("""[ {"mediaKey":"b", "key":"a"} ]"""), context)));
    }

    private static void BothWays(string editor, string? wire, string stored)
    {
        var context = Context(editor);
        var read = PropertyValues.FromText(stored, context)!.Value;
        Assert.That(PropertyValues.ToText(read, context), Is.EqualTo(stored), "read and written again");
        if (wire is not null)
        {
            Assert.That(read.GetRawText(), IsJson(wire));
            Assert.That(PropertyValues.ToText(Sample.Json(wire), context), Is.EqualTo(stored));
        }
    }

    private static NUnit.Framework.Constraints.Constraint IsJson(string json) =>
        Is.Not.Null.And.Matches<string>(actual => JsonNode.DeepEquals(JsonNode.Parse(actual), JsonNode.Parse(json)) ? true : throw new AssertionException($"Expected {json}\nbut was {actual}"));

    private static ValueContext Context(string editor, string settings = "{}")
    {
        var yesNo = Sample.DataType(11, "Umbraco.TrueFalse");
        var picker = Sample.DataType(12, "Umbraco.ContentPicker");
        var rich = Sample.DataType(13, "Umbraco.RichText");
        var block = new ContentType
        {
            Key = new Guid(Key),
            Kind = NodeKind.Document,
            Alias = "block",
            Name = "Blok",
            IsElement = true,
            Properties = [Sample.Property(1, "open", yesNo), Sample.Property(2, "page", picker), Sample.Property(3, "text", rich)],
        };
        var own = new DataType { Key = Guid.Empty, Name = "x", EditorAlias = editor, EditorUiAlias = "x", Configuration = Sample.DataType(14, "Umbraco.X", settings).Configuration };
        return new ValueContext(new ContentSchema([], [yesNo, picker, rich, own], [block]), own);
    }
}
