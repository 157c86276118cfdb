using Hedensted.Content.Editing.Schema;
using Hedensted.Content.Tests.Support;

namespace Hedensted.Content.Tests.Editing.Schema;

/// <summary>A value in another editor's shape, or nothing when it means nothing there.</summary>
public class ValueConversionTests
{
    [TestCase("\"Hej\"", "Umbraco.TextArea", "\"Hej\"")]
    [TestCase("12.5", "Umbraco.TextBox", "\"12.5\"")]
    [TestCase("true", "Umbraco.TextBox", "\"Ja\"")]
    [TestCase("""["a","b"]""", "Umbraco.TextBox", "\"a, b\"")]
    [TestCase("""{"markup":"<p>Ja &amp; nej</p>","blocks":null}""", "Umbraco.TextArea", "\"Ja & nej\"")]
    [TestCase("\"a < b\"", "Umbraco.RichText", """{"markup":"<p>a &lt; b</p>","blocks":null}""")]
    [TestCase("\"12,5\"", "Umbraco.Decimal", "12.5")]
    [TestCase("\" 7 \"", "Umbraco.Integer", "7")]
    [TestCase("7.5", "Umbraco.Integer", null)]
    [TestCase("\"syv\"", "Umbraco.Integer", null)]
    [TestCase("\"ja\"", "Umbraco.TrueFalse", "true")]
    [TestCase("0", "Umbraco.TrueFalse", "false")]
    [TestCase("\"måske\"", "Umbraco.TrueFalse", null)]
    [TestCase("\"Børn\"", "Umbraco.CheckBoxList", """["Børn"]""")]
    [TestCase("""["Børn"]""", "Umbraco.DropDown.Flexible", """["Børn"]""")]
    [TestCase("\"2026-12-24 19:00:00\"", "Umbraco.DateOnly", """{"date":"2026-12-24","timeZone":null}""")]
    [TestCase("""{"date":"2026-12-24","timeZone":null}""", "Umbraco.DateTime", "\"2026-12-24 00:00:00\"")]
    [TestCase("\"11111111-1111-4111-8111-111111111111\"", "Umbraco.MultiNodeTreePicker", """[{"type":"document","unique":"11111111-1111-4111-8111-111111111111"}]""")]
    [TestCase("""[{"type":"document","unique":"11111111-1111-4111-8111-111111111111"}]""", "Umbraco.ContentPicker", "\"11111111-1111-4111-8111-111111111111\"")]
    [TestCase("\"Hej\"", "Umbraco.MediaPicker3", null)]
    [TestCase("\"Hej\"", "Umbraco.BlockList", null)]
    public void A_value_is_carried_over_when_it_means_the_same(string value, string editor, string? expected)
    {
        var converted = ValueConversion.To(editor, Library.Json(value));
        Assert.That(
            converted is { } element ? System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(element.GetRawText()), System.Text.Json.Nodes.JsonNode.Parse(expected ?? "null")) : expected is null,
            Is.True,
            converted?.GetRawText());
    }
}
