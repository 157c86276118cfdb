namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueArgumentNamesOnDirectivesTests() : DefinitionRuleTests("UNIQUE_ARGUMENT_NAMES")
{
    [TestCase("""type Q { a: Int @deprecated(reason: "x") }""")]
    [TestCase("""directive @d(x: Int, y: Int) on OBJECT type Q @d(x: 1, y: 1) { a: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a: Int @deprecated(reason: "x", reason: "y") }""", "1:29 1:42")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
