namespace Hedensted.GraphQL.Engine.Tests.Validation;

/// <summary>Lists that are written in the document, defaults of variables included.</summary>
public class ListSizeTests() : RuleTests("LIST_TOO_LONG")
{
    protected override EngineOptions Options => new() { MaxListSize = 2, MaxValidationErrors = 100 };

    [TestCase("""{ arguments { list(are: [true, false]) } }""")]
    [TestCase("""{ arguments { any(json: [[1, 2], [3, 4]]) } }""")]
    [TestCase("""query Q($l: [Boolean] = [true, true]) { arguments { list(are: $l) } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ arguments { list(are: [true, false, true]) } }""", "1:25")]
    [TestCase("""{ arguments { any(json: { deep: [1, 2, 3] }) } }""", "1:33")]
    [TestCase("""query Q($l: [Boolean] = [true, true, true]) { arguments { list(are: $l) } }""", "1:25")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
