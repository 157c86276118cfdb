namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class KnownArgumentNamesOnDirectivesTests() : DefinitionRuleTests("KNOWN_ARGUMENT_NAMES")
{
    [TestCase("""type Q { a: Int @deprecated(reason: "x") }""")]
    [TestCase("""directive @d(x: Int) on OBJECT type Q @d(x: 1) { a: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a: Int @deprecated(why: "x") }""", "1:29")]
    [TestCase("""directive @d(x: Int) on OBJECT type Q @d(y: 1, z: 2) { a: Int }""", "1:42", "1:48")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
