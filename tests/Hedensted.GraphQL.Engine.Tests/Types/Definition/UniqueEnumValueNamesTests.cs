namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueEnumValueNamesTests() : DefinitionRuleTests("UNIQUE_ENUM_VALUE_NAMES")
{
    [TestCase("""enum E { A B } enum F { A }""")]
    [TestCase("""enum E { A } extend enum E { B }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""enum E { A B A }""", "1:10 1:14")]
    [TestCase("""enum E { A } extend enum E { A }""", "1:10 1:30")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
