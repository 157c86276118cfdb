namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class ProvidedRequiredArgumentsOnDirectivesTests() : DefinitionRuleTests("PROVIDED_REQUIRED_ARGUMENTS")
{
    [TestCase("""scalar S @specifiedBy(url: "x") type Q { a: Int @deprecated }""")]
    [TestCase("""directive @d(x: Int! = 1) on OBJECT type Q @d { a: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""scalar S @specifiedBy""", "1:10")]
    [TestCase("""directive @d(x: Int!, y: Int!) on OBJECT type Q @d { a: Int }""", "1:49", "1:49")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
