namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class LoneSchemaDefinitionTests() : DefinitionRuleTests("LONE_SCHEMA_DEFINITION")
{
    [TestCase("""type Q { a: Int }""")]
    [TestCase("""schema { query: Q } type Q { a: Int }""")]
    [TestCase("""schema { query: Q } extend schema { mutation: M } type Q { a: Int } type M { a: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""schema { query: Q } type Q { a: Int } schema { query: Q }""", "1:39")]
    [TestCase("""schema { query: Q } schema { query: Q } type Q { a: Int } schema { query: Q }""", "1:21", "1:59")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
