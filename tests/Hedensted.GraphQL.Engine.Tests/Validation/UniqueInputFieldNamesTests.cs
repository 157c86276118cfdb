namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class UniqueInputFieldNamesTests() : RuleTests("UNIQUE_INPUT_FIELD_NAMES")
{
    [TestCase("""{ findDog(searchBy: { name: "a", owner: "b" }) { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ findDog(searchBy: { name: "a", name: "b", name: "c" }) { name } }""", "1:23 1:34", "1:23 1:45")]
    [TestCase("""{ arguments { any(json: [{ a: { b: 1, b: 2 } }]) } }""", "1:33 1:39")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
