namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class NoFragmentCyclesTests() : RuleTests("NO_FRAGMENT_CYCLES")
{
    [TestCase("""{ dog { ...A ...B } } fragment A on Dog { ...C } fragment B on Dog { ...C } fragment C on Dog { name }""")]
    [TestCase("""{ dog { ...A ...A } } fragment A on Dog { name }""")]
    [TestCase("""fragment A on Dog { ...Unknown }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""fragment A on Dog { ...A }""", "1:21")]
    [TestCase("""fragment A on Dog { ...B } fragment B on Dog { ...A }""", "1:21 1:48")]
    [TestCase("""fragment A on Dog { owner { pets { ...A } } }""", "1:36")]
    [TestCase("""fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...B }""", "1:48 1:75")]
    [TestCase("""{ dog { ...A } } fragment A on Dog { ...B ...B } fragment B on Dog { ...A ...A }""", "1:38 1:70", "1:38 1:75")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
