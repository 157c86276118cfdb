namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueTypeNamesTests() : DefinitionRuleTests("UNIQUE_TYPE_NAMES")
{
    [TestCase("""type Q { a: Int } scalar S enum E { A }""")]
    [TestCase("""type Q { a: Int } extend type Q { b: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a: Int } scalar Q""", "1:6 1:26")]
    [TestCase("""type Known { b: Int }""", "1:6")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
