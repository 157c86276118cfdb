namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class ProvidedRequiredArgumentsTests() : RuleTests("PROVIDED_REQUIRED_ARGUMENTS")
{
    [TestCase("""{ arguments { two(y: 1, x: 2) boolean defaulted } }""")]
    [TestCase("""{ dog { isHouseTrained } }""")]
    [TestCase("""{ arguments { unknown } dog @unknown { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ arguments { two(x: 1) required } }""", "1:15", "1:25")]
    [TestCase("""{ dog @include { name @skip(unless: true) } }""", "1:7", "1:23")]
    [TestCase("""{ addPet }""", "1:3")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
