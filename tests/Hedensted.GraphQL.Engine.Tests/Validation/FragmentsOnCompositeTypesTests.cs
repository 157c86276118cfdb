namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class FragmentsOnCompositeTypesTests() : RuleTests("FRAGMENTS_ON_COMPOSITE_TYPES")
{
    [TestCase("""{ dog { ... on Dog { name } } }""")]
    [TestCase("""{ catOrDog { ...F } } fragment F on CatOrDog { __typename }""")]
    [TestCase("""fragment F on Pet { name }""")]
    [TestCase("""{ dog { ... { name } } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""fragment F on Int { a }""", "1:15")]
    [TestCase("""fragment F on DogCommand { a }""", "1:15")]
    [TestCase("""{ dog { ... on FindDogInput { name } } }""", "1:16")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
