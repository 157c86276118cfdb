namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class NoUnusedVariablesTests() : RuleTests("NO_UNUSED_VARIABLES")
{
    [TestCase("""query A($x: Boolean) { arguments { ...F } } fragment F on Arguments { boolean(is: $x) }""")]
    [TestCase("""query A($x: [Boolean]) { arguments { list(are: $x) } }""")]
    [TestCase("""query A($x: Boolean) { arguments { list(are: [true, $x]) } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""query A($x: Boolean, $y: Int) { arguments { boolean(is: $x) } }""", "1:22")]
    [TestCase("""query A($x: Boolean) { arguments { int } } fragment F on Arguments { boolean(is: $x) }""", "1:9")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
