namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class DirectiveArgumentsOfCorrectTypeTests() : DefinitionRuleTests("VALUES_OF_CORRECT_TYPE")
{
    [TestCase("""type Q { a: Int @deprecated(reason: "x") }""")]
    [TestCase("""scalar S @specifiedBy(url: "x")""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a: Int @deprecated(reason: null) }""", "1:37")]
    [TestCase("""scalar S @specifiedBy(url: 1)""", "1:28")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
