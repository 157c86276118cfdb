namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>Own names for fields are counted over the whole document.</summary>
public class AliasLimitTests() : RuleTests("TOO_MANY_ALIASES")
{
    protected override EngineOptions Options => new() { MaxAliases = 2, MaxValidationErrors = 100 };

    [TestCase("""{ a: dog { name } b: cat { name } }""")]
    [TestCase("""{ dog { name name name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ a: dog { name } b: cat { name } c: dog { name } }""", "1:35")]
    [TestCase("""{ a: dog { ...F } } fragment F on Dog { b: name c: name }""", "1:49")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
