namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class NoUnusedFragmentsTests() : RuleTests("NO_UNUSED_FRAGMENTS")
{
    [TestCase("""{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { name }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { name } } fragment A on Dog { name }""", "1:18")]
    [TestCase("""{ dog { name } } fragment A on Dog { ...B } fragment B on Dog { ...A }""", "1:18", "1:45")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
