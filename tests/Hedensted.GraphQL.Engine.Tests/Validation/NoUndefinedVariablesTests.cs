namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class NoUndefinedVariablesTests() : RuleTests("NO_UNDEFINED_VARIABLES")
{
    [TestCase("""query A($x: Boolean) { arguments { boolean(is: $x) } }""")]
    [TestCase("""query A($x: Boolean) { arguments { ...F } } fragment F on Arguments { boolean(is: $x) }""")]
    [TestCase("""query A($x: Boolean!) { dog @include(if: $x) { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ arguments { boolean(is: $x) } }""", "1:27 1:1")]
    [TestCase("""query A { arguments { ...F } } query B($x: Boolean) { arguments { ...F } } fragment F on Arguments { boolean(is: $x) }""", "1:114 1:1")]
    [TestCase("""{ findDog(searchBy: { name: $n, owner: $o }) { name } }""", "1:29 1:1", "1:40 1:1")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
