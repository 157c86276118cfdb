using System.Text.Json;

namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>An error says which part of the schema it is about, so that a tool can show it there.</summary>
public class CoordinateTests
{
    [TestCase("{ dog { nickname { a } } }", "Dog.nickname")]
    [TestCase("{ dog { nothing } }", "Dog")]
    [TestCase("{ dog { isHouseTrained(nothing: 1) } }", "Dog.isHouseTrained")]
    [TestCase("{ dog { isHouseTrained(atOtherHomes: 1) } }", "Dog.isHouseTrained(atOtherHomes:)")]
    [TestCase("{ dog { doesKnowCommand } }", "Dog.doesKnowCommand")]
    [TestCase("{ dog { name @tag(name: 1) } }", "@tag(name:)")]
    [TestCase("{ dog { name @skip } }", "@skip")]
    [TestCase("query($a: Nothing) { dog { name } }", null)]
    public void An_error_names_its_coordinate(string document, string? coordinate)
    {
        using var json = JsonDocument.Parse(Answers.Ask(document));
        var extensions = json.RootElement.GetProperty("errors")[0].GetProperty("extensions");
        Assert.That(extensions.TryGetProperty("coordinate", out var found) ? found.GetString() : null, Is.EqualTo(coordinate));
    }
}
