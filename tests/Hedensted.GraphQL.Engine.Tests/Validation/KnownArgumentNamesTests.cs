namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class KnownArgumentNamesTests() : RuleTests("KNOWN_ARGUMENT_NAMES")
{
    [TestCase("""{ dog { doesKnowCommand(dogCommand: SIT) isHouseTrained(atOtherHomes: true) @include(if: true) } }""")]
    [TestCase("""{ dog { unknown(a: 1) } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { doesKnowCommand(command: SIT) } }""", "1:25")]
    [TestCase("""{ dog { name(first: 1, last: 2) @skip(unless: true) } }""", "1:14", "1:24", "1:39")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
