namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class KnownDirectivesTests() : DefinitionRuleTests("KNOWN_DIRECTIVES")
{
    [TestCase("""directive @d on OBJECT type Q @d { a: Int @deprecated }""")]
    [TestCase("""scalar S @specifiedBy(url: "x") input I @oneOf { a: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q @nowhere { a: Int }""", "1:8")]
    [TestCase("""type Q @deprecated { a: Int }""", "1:8")]
    [TestCase("""directive @d on FIELD enum E { A @d }""", "1:34")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
