namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class UniqueVariableNamesTests() : RuleTests("UNIQUE_VARIABLE_NAMES")
{
    [TestCase("""query A($x: Int, $y: Int) { dog { name } } query B($x: Int) { dog { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""query A($x: Int, $x: Int, $x: String) { dog { name } }""", "1:10 1:19 1:28")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
