namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueFieldDefinitionNamesTests() : DefinitionRuleTests("UNIQUE_FIELD_DEFINITION_NAMES")
{
    [TestCase("""type Q { a: Int b: Int } interface I { a: Int } input In { a: Int }""")]
    [TestCase("""type Q { a: Int } extend type Q { b: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a: Int a: Int }""", "1:10 1:17")]
    [TestCase("""interface I { a: Int } extend interface I { a: Int }""", "1:15 1:45")]
    [TestCase("""input I { a: Int } extend input I { a: Int }""", "1:11 1:37")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
