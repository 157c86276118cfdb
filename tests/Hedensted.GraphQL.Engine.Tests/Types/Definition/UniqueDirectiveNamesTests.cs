namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueDirectiveNamesTests() : DefinitionRuleTests("UNIQUE_DIRECTIVE_NAMES")
{
    [TestCase("""directive @d on FIELD directive @e on FIELD""")]
    [TestCase("""directive @d on OBJECT type d @d { a: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""directive @d on FIELD directive @d on FIELD""", "1:12 1:34")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
