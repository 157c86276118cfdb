namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class SingleFieldSubscriptionsTests() : RuleTests("SINGLE_FIELD_SUBSCRIPTIONS")
{
    [TestCase("""subscription { newPet { name nickname: name } }""")]
    [TestCase("""subscription { ...F } fragment F on Subscription { newPet { name } }""")]
    [TestCase("""subscription { newPet { name } newPet { alias: name } }""")]
    [TestCase("""{ dog { name } cat { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""subscription { newPet { name } newDog { name } }""", "1:32")]
    [TestCase("""subscription { ...F } fragment F on Subscription { newPet { name } other: newDog { name } }""", "1:68")]
    [TestCase("""subscription { __typename }""", "1:16")]
    [TestCase("""subscription { newPet @skip(if: true) { name } }""", "1:23")]
    [TestCase("""subscription { ... @include(if: true) { newPet { name } } }""", "1:20")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
