namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class KnownFragmentNamesTests() : RuleTests("KNOWN_FRAGMENT_NAMES")
{
    [TestCase("""{ dog { ...A } } fragment A on Dog { name }""")]
    [TestCase("""{ dog { ... on Dog { name } } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { ...A ... on Dog { ...B } } }""", "1:12", "1:30")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
