namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class UniqueDirectivesPerLocationTests() : RuleTests("UNIQUE_DIRECTIVES_PER_LOCATION")
{
    [TestCase("""{ dog @skip(if: false) @include(if: true) { name @skip(if: false) } }""")]
    [TestCase("""{ dog @tag(name: "a") @tag(name: "b") { name } }""")]
    [TestCase("""{ dog @unknown @unknown { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog @skip(if: false) @skip(if: true) { name } }""", "1:7 1:24")]
    [TestCase("""{ dog { name @include(if: true) @include(if: true) @include(if: true) } }""", "1:14 1:33", "1:14 1:52")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
