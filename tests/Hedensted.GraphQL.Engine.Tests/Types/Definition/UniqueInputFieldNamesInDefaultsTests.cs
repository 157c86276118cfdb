namespace Hedensted.GraphQL.Engine.Tests.Types.Definition;

public class UniqueInputFieldNamesInDefaultsTests() : DefinitionRuleTests("UNIQUE_INPUT_FIELD_NAMES")
{
    [TestCase("""type Q { a(x: I = { a: 1, b: 2 }): Int } input I { a: Int b: Int }""")]
    public void Valid(string definition) => ExpectValid(definition);

    [TestCase("""type Q { a(x: I = { a: 1, a: 2 }): Int } input I { a: Int }""", "1:21 1:27")]
    [TestCase("""input I { a: Int i: [I] = [{ a: 1, a: 2 }] }""", "1:30 1:36")]
    public void Invalid(string definition, params string[] places) => ExpectErrors(definition, places);
}
