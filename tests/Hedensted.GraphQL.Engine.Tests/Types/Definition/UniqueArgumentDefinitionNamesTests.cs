namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueArgumentDefinitionNamesTests() : DefinitionRuleTests("UNIQUE_ARGUMENT_DEFINITION_NAMES")
{
    [TestCase("""type Q { a(x: Int, y: Int): Int b(x: Int): Int }""")]
    [TestCase("""directive @d(x: Int, y: Int) on FIELD""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a(x: Int, x: Int): Int }""", "1:12 1:20")]
    [TestCase("""directive @d(x: Int, x: Int) on FIELD""", "1:14 1:22")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
