namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class KnownTypeNamesTests() : RuleTests("KNOWN_TYPE_NAMES")
{
    [TestCase("""query Q($a: String, $b: [FindDogInput!]) { dog { ... on Pet { name } ...F } } fragment F on Dog { name }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""query Q($a: Strin) { dog { ... on Cow { name } ...F } } fragment F on Badger { name }""", "1:13", "1:35", "1:71")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
