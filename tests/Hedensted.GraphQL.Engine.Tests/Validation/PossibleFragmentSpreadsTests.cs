namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class PossibleFragmentSpreadsTests() : RuleTests("POSSIBLE_FRAGMENT_SPREADS")
{
    [TestCase("""{ dog { ... on Dog { name } ... on Pet { name } ... on CatOrDog { __typename } } }""")]
    [TestCase("""{ pet { ... on Dog { name } ... on CatOrDog { __typename } } }""")]
    [TestCase("""{ catOrDog { ... on Pet { name } } }""")]
    [TestCase("""{ dog { ...F } } fragment F on Unknown { a }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { ... on Cat { name } } }""", "1:9")]
    [TestCase("""{ dog { ...F } } fragment F on Cat { name }""", "1:9")]
    [TestCase("""{ pet { ... on Human { name } } }""", "1:9")]
    [TestCase("""{ human { ... on Pet { name } ... on CatOrDog { __typename } } }""", "1:11", "1:31")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
