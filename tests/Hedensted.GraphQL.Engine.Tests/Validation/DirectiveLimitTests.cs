namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>Directives are counted at each place and over the whole document.</summary>
public class DirectiveLimitTests() : RuleTests("TOO_MANY_DIRECTIVES")
{
    protected override EngineOptions Options => new() { MaxDirectivesPerLocation = 2, MaxDirectives = 3, MaxValidationErrors = 100 };

    [TestCase("""{ dog @tag(name: "a") @tag(name: "b") { name @tag(name: "c") } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog @tag(name: "a") @tag(name: "b") @tag(name: "c") { name } }""", "1:39")]
    [TestCase("""{ dog @tag(name: "a") { name @tag(name: "b") } cat @tag(name: "c") { name @tag(name: "d") } }""", "1:75")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
