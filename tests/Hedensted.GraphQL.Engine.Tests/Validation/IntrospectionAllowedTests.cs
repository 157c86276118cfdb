namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class IntrospectionAllowedTests() : RuleTests("INTROSPECTION_DISABLED")
{
    protected override EngineOptions Options => new() { AllowIntrospection = false };

    [TestCase("{ dog { __typename } }")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("{ __schema { types { name } } }", "1:3")]
    [TestCase("{ __type(name: \"Dog\") { name } }", "1:3")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
