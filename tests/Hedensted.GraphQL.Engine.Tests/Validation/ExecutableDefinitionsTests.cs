namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class ExecutableDefinitionsTests() : RuleTests("EXECUTABLE_DEFINITIONS")
{
    [TestCase("""{ dog { name } }""")]
    [TestCase("""query A { dog { ...F } } fragment F on Dog { name }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { name } } type Cow { name: String }""", "1:18")]
    [TestCase("""extend type Dog { color: String } query Q { dog { name } }""", "1:1")]
    [TestCase("""schema { query: Query } scalar X union U = A | B enum E { query } directive @a(b: Int) on FIELD | QUERY { dog { name } }""", "1:1", "1:25", "1:34", "1:50", "1:67")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
