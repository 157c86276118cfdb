using System.Text.Json;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Content.Publishing;
using static Hedensted.Content.Tests.Publishing.SchemaInMemory;

namespace Hedensted.Content.Tests.Publishing;

/// <summary>What an editor is told when something is missing or wrong.</summary>
public class ContentValidatorTests
{
    private const string NoText = """{"markup":"<p>&nbsp;</p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}}""";
    private const string NoBlocks = """{"layout":{"Umbraco.BlockList":[]},"contentData":[],"settingsData":[],"expose":[]}""";

    [TestCase("Umbraco.TextBox", "\"  \"")]
    [TestCase("Umbraco.TextArea", "\"\"")]
    [TestCase("Umbraco.RichText", NoText)]
    [TestCase("Umbraco.RichText", "\"<p><br></p>\"")]
    [TestCase("Umbraco.BlockList", NoBlocks)]
    [TestCase("Umbraco.CheckBoxList", "[]")]
    [TestCase("Umbraco.DropDown.Flexible", "[\"\"]")]
    [TestCase("Umbraco.MultiNodeTreePicker", "[]")]
    [TestCase("Umbraco.ContentPicker", "\"\"")]
    [TestCase("Umbraco.MediaPicker3", "[]")]
    [TestCase("Umbraco.MultiUrlPicker", "[]")]
    [TestCase("Umbraco.DateTimeUnspecified", """{"date":null,"timeZone":null}""")]
    [TestCase("Umbraco.TrueFalse", "false")]
    [TestCase("Umbraco.ColorPicker", """{"value":"","label":""}""")]
    [TestCase("Umbraco.UploadField", """{"src":""}""")]
    [TestCase("Some.Other.Editor", "null")]
    public void A_mandatory_field_that_only_looks_filled_in_is_missing(string editor, string value)
    {
        Assert.That(Check(editor, "{}", value, property => property with { Mandatory = true }), Is.EqualTo(new[] { "Feltet skal udfyldes" }));
        Assert.That(Check(editor, "{}", value), Is.Empty);
    }

    [Test]
    public void An_absent_mandatory_field_is_reported_with_its_own_words()
    {
        var schema = new SchemaInMemory();
        var page = schema.Page(schema.Property("title", "Umbraco.TextBox", mandatory: true) with { MandatoryMessage = "Skriv en titel." });
        var errors = new ContentValidator().Validate(schema.Build(), page, Named(), []);
        Assert.That(errors, Is.EqualTo(new[] { new ValidationError("title", null, "", "Skriv en titel.") }));
    }

    [TestCase("Umbraco.TextBox", """{"maxChars":3}""", "\"fire\"", "Gør teksten kortere – den fylder 4 tegn og må højst fylde 3")]
    [TestCase("Umbraco.TextArea", """{"maxChars":"3"}""", "\"fire\"", "Gør teksten kortere – den fylder 4 tegn og må højst fylde 3")]
    [TestCase("Umbraco.TextBox", "{}", "{\"a\":1}", "Skriv teksten igen")]
    [TestCase("Umbraco.TextBox", "{}", "\"\\ud800\"", "Skriv teksten igen")]
    [TestCase("Umbraco.Integer", """{"min":0,"max":120}""", "-1", "Skriv et tal, der er mindst 0")]
    [TestCase("Umbraco.Integer", """{"min":0,"max":1200}""", "1201", "Skriv et tal, der højst er 1.200")]
    [TestCase("Umbraco.Integer", "{}", "1.5", "Skriv et helt tal uden decimaler")]
    [TestCase("Umbraco.Integer", "{}", "\"mange\"", "Skriv et helt tal")]
    [TestCase("Umbraco.Integer", "{}", "99999999999", "Skriv et mindre tal")]
    [TestCase("Umbraco.Decimal", """{"max":0.5}""", "0.51", "Skriv et tal, der højst er 0,5")]
    [TestCase("Umbraco.Decimal", "{}", "1e999", "Skriv et tal")]
    [TestCase("Umbraco.DropDown.Flexible", """{"items":["Ja","Nej"],"multiple":false}""", "[\"Måske\"]", "«Måske» er ikke på listen – fjern den, eller vælg en anden")]
    [TestCase("Umbraco.DropDown.Flexible", """{"items":["Ja","Nej"],"multiple":false}""", "[\"Ja\",\"Nej\"]", "Vælg kun én")]
    [TestCase("Umbraco.CheckBoxList", """{"items":["Børn"]}""", "[\"Børn\",\"børn\"]", "«børn» er ikke på listen – fjern den, eller vælg en anden")]
    [TestCase("Umbraco.CheckBoxList", """{"items":["Børn"]}""", "[{\"a\":1}]", "Vælg fra listen igen")]
    [TestCase("Umbraco.DateTimeUnspecified", "{}", """{"date":"i morgen","timeZone":null}""", "Vælg dato og klokkeslæt")]
    [TestCase("Umbraco.DateTimeWithTimeZone", "{}", """{"date":"2026-12-24T10:00:00+01:00","timeZone":"Mars/Nord"}""", "Vælg en tidszone, der findes, fx Europe/Copenhagen")]
    [TestCase("Umbraco.DateOnly", "{}", """{"date":"2026-02-30","timeZone":null}""", "Vælg en dato")]
    [TestCase("Umbraco.TimeOnly", "{}", """{"date":"25:00","timeZone":null}""", "Vælg et klokkeslæt")]
    [TestCase("Umbraco.EmailAddress", "{}", "\"navn@\"", "Skriv en e-mailadresse, fx navn@hedensted.dk")]
    [TestCase("Umbraco.EmailAddress", "{}", "\"Navn <navn@hedensted.dk>\"", "Skriv en e-mailadresse, fx navn@hedensted.dk")]
    [TestCase("Umbraco.EmailAddress", "{}", "\"navn@bibliotek\"", "Skriv en e-mailadresse, fx navn@hedensted.dk")]
    [TestCase("Umbraco.ColorPicker", """{"items":[{"value":"#1d5a96","label":"Blå"}]}""", """{"value":"#ffffff","label":"Hvid"}""", "Vælg en af farverne på listen")]
    [TestCase("Umbraco.ContentPicker", "{}", "\"noget\"", "Fjern det valgte, og vælg igen")]
    [TestCase("Umbraco.MultiNodeTreePicker", """{"minNumber":2,"maxNumber":3}""", """[{"type":"document","unique":"59e2c097-ef71-5342-849f-d6c883757fc4"}]""", "Der skal være mindst 2 – her er 1")]
    [TestCase("Umbraco.MediaPicker3", """{"validationLimit":{"min":0,"max":1}}""", """[{"mediaKey":"59e2c097-ef71-5342-849f-d6c883757fc4"},{"mediaKey":"59e2c097-ef71-5342-849f-d6c883757fc5"}]""", "Der må højst være 1 – fjern 1")]
    [TestCase("Umbraco.MultiUrlPicker", "{}", """[{"type":"external","unique":null,"url":"javascript:alert(1)"}]""", "Adressen «javascript:alert(1)» kan ikke bruges – skriv den helt ud, fx https://www.hedensted.dk")]
    [TestCase("Umbraco.MultiUrlPicker", "{}", """[{"type":"external","url":"java\tscript:alert(1)"}]""", "Adressen «java\tscript:alert(1)» kan ikke bruges – skriv den helt ud, fx https://www.hedensted.dk")]
    [TestCase("Umbraco.MultiUrlPicker", "{}", """[{"type":"external","url":"hedensted.dk"}]""", "Adressen «hedensted.dk» kan ikke bruges – skriv den helt ud, fx https://www.hedensted.dk")]
    [TestCase("Umbraco.MultiUrlPicker", "{}", """[{"type":"external","url":"//ondt.dk"}]""", "Adressen «//ondt.dk» kan ikke bruges – skriv den helt ud, fx https://www.hedensted.dk")]
    [TestCase("Umbraco.MultiUrlPicker", "{}", """[{"type":"external","url":""}]""", "Skriv adressen, eller fjern linket")]
    [TestCase("Umbraco.MultiUrlPicker", "{}", """[{"type":"document","unique":null}]""", "Fjern linket, og vælg siden igen")]
    [TestCase("Umbraco.MultiUrlPicker", """{"maxNumber":1}""", """[{"url":"/a"},{"url":"/b"}]""", "Der må højst være 1 – fjern 1")]
    [TestCase("Umbraco.BlockList", """{"validationLimit":{"min":3,"max":3}}""", NoBlocks, "Der skal være præcis 3 – her er 0")]
    public void What_is_wrong_is_said_so_that_it_can_be_mended(string editor, string config, string value, string message) =>
        Assert.That(Check(editor, config, value), Is.EqualTo(new[] { message }));

    [TestCase("Umbraco.TextBox", """{"maxChars":4}""", "\"fire\"")]
    [TestCase("Umbraco.Integer", """{"min":null,"max":""}""", "7")]
    [TestCase("Umbraco.Decimal", """{"min":-180,"max":180}""", "9.70001")]
    [TestCase("Umbraco.DropDown.Flexible", """{"items":["Ja","Nej"],"multiple":false}""", "[\"Ja\"]")]
    [TestCase("Umbraco.Tags", """{"group":"kategorier"}""", "[\"musik\",\"teater\"]")]
    [TestCase("Umbraco.DateTimeUnspecified", "{}", """{"date":"2026-12-24T19:00:00","timeZone":null}""")]
    [TestCase("Umbraco.DateTimeUnspecified", "{}", """{"date":"2026-12-24T19:00:00+00:00","timeZone":null}""")]
    [TestCase("Umbraco.DateTimeWithTimeZone", "{}", """{"date":"2026-12-24T19:00:00.000+01:00","timeZone":"Europe/Copenhagen"}""")]
    [TestCase("Umbraco.DateOnly", "{}", """{"date":"2026-12-24","timeZone":null}""")]
    [TestCase("Umbraco.TimeOnly", "{}", """{"date":"10:00:00","timeZone":null}""")]
    [TestCase("Umbraco.TimeOnly", "{}", """{"date":"0001-01-01T10:00:00+00:00","timeZone":null}""")]
    [TestCase("Umbraco.EmailAddress", "{}", "\"bibliotek@hedensted.dk\"")]
    [TestCase("Umbraco.ColorPicker", """{"items":[{"value":"1D5A96","label":"Blå"}]}""", """{"value":"#1d5a96","label":"Blå"}""")]
    [TestCase("Umbraco.ContentPicker", "{}", "\"59e2c097-ef71-5342-849f-d6c883757fc4\"")]
    [TestCase("Umbraco.MultiUrlPicker", """{"minNumber":0,"maxNumber":10}""", """[{"type":"external","unique":null,"name":"Mail","url":"mailto:a@b.dk"},{"type":"external","url":"https://hedensted.dk/a?b#c"},{"type":"document","unique":"59e2c097-ef71-5342-849f-d6c883757fc4","url":null},{"url":"/strategi"},{"url":null,"queryString":"#tid"}]""")]
    [TestCase("Umbraco.RichText", "{}", """{"markup":"<p>Hej</p>","blocks":{"layout":{},"contentData":[],"settingsData":[],"expose":[]}}""")]
    [TestCase("Umbraco.ImageCropper", "{}", """{"src":"","temporaryFileId":"59e2c097-ef71-5342-849f-d6c883757fc4"}""")]
    [TestCase("Umbraco.TrueFalse", "{}", "true")]
    public void What_is_right_is_left_in_peace_also_when_mandatory(string editor, string config, string value) =>
        Assert.That(Check(editor, config, value, property => property with { Mandatory = true }), Is.Empty);

    [TestCase(@"^\d{4}$", "\"871\"", "Skriv fire cifre.")]
    [TestCase(@"^(?!0)\d+$", "\"012\"", "Skriv fire cifre.")]
    [TestCase(@"^\d{4}$", "\"8722\"", null)]
    [TestCase(@"^(?!0)\d+$", "\"12\"", null)]
    [TestCase("([", "\"noget\"", null)]
    public void A_pattern_is_asked_for_and_a_broken_one_is_not(string pattern, string value, string? message) =>
        Assert.That(
            Check("Umbraco.TextBox", "{}", value, property => property with { RegEx = pattern, RegExMessage = "Skriv fire cifre." }),
            Is.EqualTo(message is null ? [] : new[] { message }));

    [TestCase("(a+)+$")]
    [TestCase(@"^(?=(a+)+$)\1b")]
    public void A_pattern_that_would_run_for_ages_holds_nothing_up(string pattern)
    {
        var started = TimeProvider.System.GetTimestamp();
        Assert.That(
            Check("Umbraco.TextBox", "{}", $"\"{new string('a', 5000)}!\"", property => property with { RegEx = pattern }),
            Is.EqualTo(new[] { "Indholdet har ikke den rigtige form" }));
        Assert.That(TimeProvider.System.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void A_name_is_needed_and_may_not_be_longer_than_its_column()
    {
        var schema = new SchemaInMemory();
        var page = schema.Page();
        var validator = new ContentValidator();
        Assert.That(
            validator.Validate(schema.Build(), page, NodeContent.Empty, []).Single(),
            Is.EqualTo(new ValidationError(null, null, "", "Skriv et navn")));
        Assert.That(
            validator.Validate(schema.Build(), page, new NodeContent { Names = [new VariantName(null, new string('x', 256))] }, []).Single().Message,
            Is.EqualTo("Gør navnet kortere – det må højst fylde 255 tegn"));
    }

    [Test]
    public void Fields_of_blocks_are_reported_where_they_stand_also_blocks_in_blocks()
    {
        var schema = new SchemaInMemory();
        var inner = schema.Element("inner", schema.Property("title", "Umbraco.TextBox", mandatory: true), schema.Property("note", "Umbraco.TextBox", """{"maxChars":2}"""));
        var outer = schema.Element("outer", schema.Property("items", "Umbraco.BlockList", Allow(inner)));
        var page = schema.Page(schema.Property("body", "Umbraco.BlockList", Allow(outer)));
        var nested = Blocks(
            "Umbraco.BlockList",
            (Guid.NewGuid(), inner.Key, """[{"alias":"x","value":1},{"alias":"note","culture":null,"segment":null,"value":"for lang"},{"alias":"title","culture":null,"segment":null,"value":null}]"""),
            (Guid.NewGuid(), inner.Key, "[]"));
        var value = Blocks(
            "Umbraco.BlockList",
            (Guid.NewGuid(), outer.Key, "[]"),
            (Guid.NewGuid(), outer.Key, $$"""[{"alias":"items","culture":null,"segment":null,"value":{{nested}} }]"""));

        const string Inner = ".contentData[1].values[0].value.contentData";
        var errors = new ContentValidator().Validate(schema.Build(), page, Named(Value("body", value)), []);
        Assert.That(errors, Is.EqualTo(new[]
        {
            new ValidationError("body", null, $"{Inner}[0].values[2].value", "Feltet skal udfyldes"),
            new ValidationError("body", null, $"{Inner}[0].values[1].value", "Gør teksten kortere – den fylder 8 tegn og må højst fylde 2"),
            new ValidationError("body", null, $"{Inner}[1].values[?(@.alias == 'title' && @.culture == null && @.segment == null)].value", "Feltet skal udfyldes"),
        }));
    }

    [Test]
    public void Blocks_of_rich_text_and_settings_are_checked_too()
    {
        var schema = new SchemaInMemory();
        var quote = schema.Element("quote", schema.Property("text", "Umbraco.TextBox", mandatory: true));
        var look = schema.Element("look", schema.Property("width", "Umbraco.Integer", """{"max":4}"""));
        var page = schema.Page(schema.Property("body", "Umbraco.RichText", $$"""{"blocks":[{"contentElementTypeKey":"{{quote.Key}}","settingsElementTypeKey":"{{look.Key}}"}]}"""));
        var (content, settings) = (Guid.NewGuid(), Guid.NewGuid());
        var value = $$"""
            {"markup":"<umb-rte-block data-content-key=\"{{content}}\"></umb-rte-block>","blocks":{
              "layout":{"Umbraco.RichText":[{"contentKey":"{{content}}","settingsKey":"{{settings}}"}]},
              "contentData":[{"key":"{{content}}","contentTypeKey":"{{quote.Key}}","values":[]}],
              "settingsData":[{"key":"{{settings}}","contentTypeKey":"{{look.Key}}","values":[{"alias":"width","culture":null,"segment":null,"value":5}]}],"expose":[]} }
            """;

        var errors = new ContentValidator().Validate(schema.Build(), page, Named(Value("body", value)), []);
        Assert.That(errors.Select(error => error.Path), Is.EqualTo(new[]
        {
            ".blocks.contentData[0].values[?(@.alias == 'text' && @.culture == null && @.segment == null)].value",
            ".blocks.settingsData[0].values[0].value",
        }));
    }

    [Test]
    public void A_block_of_a_kind_that_is_not_allowed_or_gone_is_reported_and_a_removed_block_is_not()
    {
        var schema = new SchemaInMemory();
        var allowed = schema.Element("allowed", schema.Property("text", "Umbraco.TextBox", mandatory: true));
        var stranger = schema.Element("stranger");
        var page = schema.Page(schema.Property("body", "Umbraco.BlockList", Allow(allowed)));
        var shown = Blocks("Umbraco.BlockList", (Guid.NewGuid(), stranger.Key, "[]"), (Guid.NewGuid(), Guid.NewGuid(), "[]"));
        var removed = $$"""{"layout":{"Umbraco.BlockList":[]},"contentData":[{"key":"{{Guid.NewGuid()}}","contentTypeKey":"{{allowed.Key}}","values":[]}],"settingsData":[]}""";

        var validator = new ContentValidator();
        Assert.That(validator.Validate(schema.Build(), page, Named(Value("body", shown)), []), Is.EqualTo(new[]
        {
            new ValidationError("body", null, "", "Blokken «stranger» må ikke bruges her – fjern den"),
            new ValidationError("body", null, "", "Blok nummer 2 er af en slags, der ikke findes mere – fjern den"),
        }));
        Assert.That(validator.Validate(schema.Build(), page, Named(Value("body", removed)), []), Is.Empty);
    }

    [Test]
    public void Each_culture_has_its_own_values_and_only_the_asked_ones_are_checked()
    {
        var schema = new SchemaInMemory();
        var page = schema.Type(
            "page", false, true,
            schema.Property("title", "Umbraco.TextBox", mandatory: true, varies: true),
            schema.Property("year", "Umbraco.Integer", mandatory: true));
        var content = new NodeContent
        {
            Names = [new VariantName("da", "Side"), new VariantName("en", "Page")],
            Values = [Value("title", "\"Titel\"", "da"), Value("year", "2026")],
        };

        var validator = new ContentValidator();
        Assert.That(validator.Validate(schema.Build(), page, content, ["da"]), Is.Empty);
        Assert.That(validator.Validate(schema.Build(), page, content, []), Is.EqualTo(new[] { new ValidationError("title", "en", "", "Feltet skal udfyldes") }));
        Assert.That(
            validator.Validate(schema.Build(), page, content, ["de"]).Select(error => (error.Alias, error.Culture)),
            Is.EqualTo(new (string?, string?)[] { (null, "de"), ("title", "de") }));
        Assert.That(validator.Validate(schema.Build(), page, NodeContent.Empty, []).Select(error => error.Alias), Is.EqualTo(new[] { null, "title", "year" }));
    }

    [Test]
    public void Blocks_in_an_invariant_field_may_vary_by_culture()
    {
        var schema = new SchemaInMemory();
        var block = schema.Type("block", true, true, schema.Property("text", "Umbraco.TextBox", mandatory: true, varies: true));
        var page = schema.Type("page", false, true, schema.Property("body", "Umbraco.BlockList", Allow(block)));
        var value = Blocks("Umbraco.BlockList", (Guid.NewGuid(), block.Key, """[{"alias":"text","culture":"da","segment":null,"value":"Hej"}]"""));
        var content = new NodeContent { Names = [new VariantName("da", "Side"), new VariantName("en", "Page")], Values = [Value("body", value)] };
        Assert.That(
            new ContentValidator().Validate(schema.Build(), page, content, []).Single().Path,
            Is.EqualTo(".contentData[0].values[?(@.alias == 'text' && @.culture == 'en' && @.segment == null)].value"));
    }

    [Test]
    public void Rules_of_several_fields_speak_last()
    {
        var schema = new SchemaInMemory();
        var page = schema.Page(schema.Property("title", "Umbraco.TextBox", mandatory: true));
        var validator = new ContentValidator([new Grumbler()]);
        Assert.That(validator.Validate(schema.Build(), page, Named(), []).Select(error => error.Message), Is.EqualTo(new[] { "Feltet skal udfyldes", "page" }));
    }

    [Test]
    public void A_value_of_any_shape_is_an_answer_and_never_a_crash()
    {
        string[] shapes =
        [
            "null", "true", "false", "0", "-1.5", "1e999", "\"\"", "\"x\"", "\"\\ud800\"", "[]", "[null]", "[[]]", "[{}]", "[1,\"a\"]", "{}",
            """{"date":5}""", """{"markup":7,"blocks":[]}""", """{"layout":[],"contentData":{},"settingsData":null}""",
            """{"layout":{"a":[1]},"contentData":[null,1,{"values":5}]}""", """{"contentData":[{"key":"x","contentTypeKey":7,"values":[null]}]}""",
            """{"value":[],"src":{}}""", """[{"unique":{},"url":5,"queryString":[]}]""", """{"blocks":{"contentData":[{}]}}""",
        ];
        string[] editors =
        [
            "TextBox", "TextArea", "EmailAddress", "Integer", "Decimal", "TrueFalse", "DropDown.Flexible", "CheckBoxList", "RadioButtonList", "Tags", "ColorPicker",
            "DateOnly", "TimeOnly", "DateTimeUnspecified", "DateTimeWithTimeZone", "DateTime", "ContentPicker", "MultiNodeTreePicker", "MediaPicker3",
            "MultiUrlPicker", "ImageCropper", "UploadField", "BlockList", "BlockGrid", "SingleBlock", "RichText", "Label",
        ];
        string[] configs = ["{}", """{"items":[1,{}],"validationLimit":5,"min":"a","maxChars":{},"blocks":[{}],"multiple":false,"minNumber":[]}"""];
        Assert.Multiple(() =>
        {
            foreach (var (editor, shape, config) in editors.SelectMany(editor => shapes.SelectMany(shape => configs.Select(config => (editor, shape, config)))))
            {
                Assert.That(() => Check("Umbraco." + editor, config, shape, property => property with { RegEx = "^x$" }), Throws.Nothing, $"{editor} {shape}");
            }
        });
    }

    private static IEnumerable<string> Check(string editor, string config, string value, Func<PropertyType, PropertyType>? change = null)
    {
        var schema = new SchemaInMemory();
        var property = schema.Property("field", editor, config);
        var page = schema.Page(change?.Invoke(property) ?? property);
        return [.. new ContentValidator().Validate(schema.Build(), page, Named(Value("field", value)), []).Select(error => error.Message)];
    }

    private static string Allow(params ContentType[] types) =>
        JsonSerializer.Serialize(new { blocks = types.Select(type => new { contentElementTypeKey = type.Key }) });

    private sealed class Grumbler : IContentRule
    {
        public IEnumerable<ValidationError> Check(ContentType type, NodeContent content) => [new ValidationError("title", null, "", type.Alias)];
    }
}
