namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class UniqueFragmentNamesTests() : RuleTests("UNIQUE_FRAGMENT_NAMES")
{
    [TestCase("""{ dog { ...A ...B } } fragment A on Dog { name } fragment B on Dog { nickname }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { ...A } } fragment A on Dog { name } fragment A on Dog { nickname }""", "1:27 1:54")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
