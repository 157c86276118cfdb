namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class UniqueArgumentNamesTests() : RuleTests("UNIQUE_ARGUMENT_NAMES")
{
    [TestCase("""{ arguments { two(x: 1, y: 2) one: two(x: 1, y: 2) } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ arguments { two(x: 1, y: 2, x: 3, x: 4) } }""", "1:19 1:31 1:37")]
    [TestCase("""{ dog @skip(if: true, if: false) { name } }""", "1:13 1:23")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
