namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class UniqueOperationNamesTests() : RuleTests("UNIQUE_OPERATION_NAMES")
{
    [TestCase("""query A { dog { name } } query B { dog { name } }""")]
    [TestCase("""{ dog { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""query A { dog { name } } query A { cat { name } }""", "1:7 1:32")]
    [TestCase("""query A { dog { name } } mutation A { rename(name: "x") }""", "1:7 1:35")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
