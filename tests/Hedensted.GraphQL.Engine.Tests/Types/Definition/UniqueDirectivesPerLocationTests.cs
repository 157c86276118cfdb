namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueDirectivesPerLocationTests() : DefinitionRuleTests("UNIQUE_DIRECTIVES_PER_LOCATION")
{
    [TestCase("""directive @d repeatable on OBJECT type Q @d @d { a: Int }""")]
    [TestCase("""type Q { a: Int @deprecated b: Int @deprecated }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a: Int @deprecated @deprecated }""", "1:17 1:29")]
    [TestCase("""directive @d on OBJECT type Q @d { a: Int } extend type Q @d""", "1:31 1:59")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
