namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class ScalarLeafsTests() : RuleTests("SCALAR_LEAFS")
{
    [TestCase("""{ dog { name doesKnowCommand(dogCommand: SIT) } }""")]
    [TestCase("""{ __typename }""")]
    [TestCase("""{ dog { unknown } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog }""", "1:3")]
    [TestCase("""{ human { pets } }""", "1:11")]
    [TestCase("""{ dog { barkVolume { sinceWhen } } }""", "1:20")]
    [TestCase("""{ dog { isHouseTrained @include(if: true) { a } } }""", "1:43")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
