namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class FieldsOnCorrectTypeTests() : RuleTests("FIELDS_ON_CORRECT_TYPE")
{
    [TestCase("""{ dog { __typename name } }""")]
    [TestCase("""{ catOrDog { __typename ... on Dog { barkVolume } } }""")]
    [TestCase("""{ pet { name } }""")]
    [TestCase("""{ __schema { queryType { name } } __type(name: "Dog") { name } }""")]
    [TestCase("""fragment F on Unknown { anything }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { meowVolume } }""", "1:9")]
    [TestCase("""{ pet { nickname } }""", "1:9")]
    [TestCase("""{ catOrDog { name } }""", "1:14")]
    [TestCase("""{ dog { __schema { types { name } } } }""", "1:9")]
    [TestCase("""{ dog { unknown { deeper } } }""", "1:9")]
    [TestCase("""{ pet { ... on Cat { barkVolume } } }""", "1:22")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
