namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class NoDirectiveCyclesTests() : DefinitionRuleTests("NO_DIRECTIVE_CYCLES")
{
    [TestCase("""directive @d(x: I) on INPUT_FIELD_DEFINITION input I { i: I }""")]
    [TestCase("""directive @d(x: Int @e) on ARGUMENT_DEFINITION directive @e on ARGUMENT_DEFINITION""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""directive @d(x: Int @d) on ARGUMENT_DEFINITION""", "1:12")]
    [TestCase("""directive @d(x: [I!]) on INPUT_FIELD_DEFINITION input I { e: E } enum E @e { A } directive @e(y: Int @d) on ENUM | INPUT_FIELD_DEFINITION""", "1:12", "1:93")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
