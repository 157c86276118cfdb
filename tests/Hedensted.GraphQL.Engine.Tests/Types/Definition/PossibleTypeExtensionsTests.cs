namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class PossibleTypeExtensionsTests() : DefinitionRuleTests("POSSIBLE_TYPE_EXTENSIONS")
{
    [TestCase("""type Q { a: Int } extend type Q { b: Int }""")]
    [TestCase("""extend type Known { b: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""extend type Nowhere { a: Int }""", "1:13")]
    [TestCase("""type Q { a: Int } extend interface Q { b: Int }""", "1:1 1:19")]
    [TestCase("""extend input Known { b: Int }""", "1:1")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
