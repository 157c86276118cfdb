namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class VariablesAreInputTypesTests() : RuleTests("VARIABLES_ARE_INPUT_TYPES")
{
    [TestCase("""query Q($a: String, $b: [Boolean!]!, $c: FindDogInput, $d: DogCommand) { dog { name } }""")]
    [TestCase("""query Q($a: Unknown) { dog { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""query Q($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { dog { name } }""", "1:13", "1:22", "1:42")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
