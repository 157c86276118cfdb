namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class KnownDirectivesTests() : RuleTests("KNOWN_DIRECTIVES")
{
    [TestCase("""query @onQuery { dog @include(if: true) { name @skip(if: false) ... @include(if: true) { nickname } } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog @unknown { name } }""", "1:7")]
    [TestCase("""query @include(if: true) { dog { name } }""", "1:7")]
    [TestCase("""query Q($a: Int @skip(if: true)) { dog { name @onQuery @deprecated ...F @tag(name: "a") } } fragment F on Dog @onQuery { name }""", "1:17", "1:47", "1:56", "1:73", "1:111")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
