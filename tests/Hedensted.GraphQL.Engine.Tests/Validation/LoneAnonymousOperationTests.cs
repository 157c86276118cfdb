namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class LoneAnonymousOperationTests() : RuleTests("LONE_ANONYMOUS_OPERATION")
{
    [TestCase("""{ dog { name } }""")]
    [TestCase("""query A { dog { name } } query B { dog { name } }""")]
    [TestCase("""{ dog { ...F } } fragment F on Dog { name }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { name } } query B { cat { name } }""", "1:1")]
    [TestCase("""{ dog { name } } { cat { name } }""", "1:1", "1:18")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
