using System.Text.Json;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Content.Editing;

namespace Hedensted.Cms.Tests.Management;

/// <summary>From what the backoffice sends to what is saved, and back to the field for what is wrong.</summary>
public class NodeBodyTests
{
    private static readonly NodeBody Body = new(
        [Value("title", "\"Læsekreds\""), Value("teaser", "null"), Value("body", "{}", "da")],
        [new VariantRequest(null, " Læsekreds ", DateTimeOffset.UnixEpoch), new VariantRequest("da", "Dansk", null)]);

    [Test]
    public void A_value_of_null_is_the_same_as_none()
    {
        var content = Body.ToContent();
        Assert.That(content.Values.Select(value => value.Alias), Is.EqualTo(new[] { "title", "body" }));
        Assert.That(content.Names.Select(name => name.Name), Is.EqualTo(new[] { "Læsekreds", "Dansk" }));
    }

    [Test]
    public void Only_variants_that_existed_are_compared_with_what_is_saved()
    {
        var opened = Body.OpenedDates();
        Assert.That(opened, Has.Count.EqualTo(1));
        Assert.That(opened[""], Is.EqualTo(DateTimeOffset.UnixEpoch));
    }

    [TestCase("title", null, "", "$.values[0].value")]
    [TestCase("teaser", null, "", "$.values[1].value")]
    [TestCase("body", "da", ".blocks.contentData[0].values[1].value", "$.values[2].value.blocks.contentData[0].values[1].value")]
    [TestCase("body", null, "", "$.values[?(@.alias == 'body' && @.culture == null && @.segment == null)].value")]
    [TestCase("price", "da", "", "$.values[?(@.alias == 'price' && @.culture == 'da' && @.segment == null)].value")]
    [TestCase(null, "da", "", "$.variants[?(@.culture == 'da' && @.segment == null)].name")]
    public void An_error_points_at_its_field_in_what_was_sent(string? alias, string? culture, string path, string expected)
    {
        var errors = ValidationPaths.Of(Body, [new ValidationError(alias, culture, path, "Feltet skal udfyldes")]);
        Assert.That(errors.Keys, Is.EqualTo(new[] { expected }));
        Assert.That(errors[expected], Is.EqualTo(new[] { "Feltet skal udfyldes" }));
    }

    private static ValueRequest Value(string alias, string json, string? culture = null) =>
        new(alias, culture, null, JsonDocument.Parse(json).RootElement);
}
