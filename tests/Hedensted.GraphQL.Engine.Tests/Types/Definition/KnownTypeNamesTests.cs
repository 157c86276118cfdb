namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class KnownTypeNamesTests() : DefinitionRuleTests("KNOWN_TYPE_NAMES")
{
    [TestCase("""type Q implements I { a: E b(x: [In!]!): Known c: ID } interface I { a: E } enum E { A } input In { a: Int }""")]
    [TestCase("""union U = Q type Q { a: __Type }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a: Nowhere b(x: [Nothing!]!): Int }""", "1:13", "1:27")]
    [TestCase("""union U = Nobody type Q implements Nothing { a: Int }""", "1:11", "1:36")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
