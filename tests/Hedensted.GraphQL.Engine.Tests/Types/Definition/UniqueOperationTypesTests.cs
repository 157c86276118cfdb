namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueOperationTypesTests() : DefinitionRuleTests("UNIQUE_OPERATION_TYPES")
{
    [TestCase("""schema { query: Q mutation: M } type Q { a: Int } type M { a: Int }""")]
    [TestCase("""schema { query: Q } extend schema { mutation: Q } type Q { a: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""schema { query: Q query: Q } type Q { a: Int }""", "1:10 1:19")]
    [TestCase("""schema { query: Q } extend schema { query: Q } type Q { a: Int }""", "1:10 1:37")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
