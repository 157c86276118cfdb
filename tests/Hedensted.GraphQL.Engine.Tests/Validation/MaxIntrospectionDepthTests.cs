namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class MaxIntrospectionDepthTests() : RuleTests("INTROSPECTION_TOO_DEEP")
{
    [TestCase("{ __schema { types { fields { args { type { ofType { ofType { name } } } } } } } }")]
    [TestCase("{ __type(name: \"Dog\") { fields { type { fields { name } } } } }")]
    [TestCase("{ dog { name } }")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "1:3")]
    [TestCase("{ ...F } fragment F on Query { __type(name: \"Dog\") { ...T } } fragment T on __Type { interfaces { possibleTypes { interfaces { name } } } }", "1:32")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
