namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class VariablesInAllowedPositionTests() : RuleTests("VARIABLES_IN_ALLOWED_POSITION")
{
    [TestCase("""query Q($a: Boolean!) { arguments { boolean(is: $a) required(is: $a) } }""")]
    [TestCase("""query Q($a: Boolean = true) { arguments { required(is: $a) } }""")]
    [TestCase("""query Q($a: Boolean) { arguments { defaulted(is: $a) } }""")]
    [TestCase("""query Q($a: [Boolean!]) { arguments { list(are: $a) } }""")]
    [TestCase("""query Q($a: String!) { findDog(searchBy: { name: $a, owner: $a }) { name } }""")]
    [TestCase("""query Q($a: Boolean!) { dog @skip(if: $a) { name } }""")]
    [TestCase("""query Q($a: String!) { addPet(pet: { cat: $a }) }""")]
    [TestCase("""query Q($a: Unknown) { arguments { boolean(is: $a) } }""")]
    [TestCase("""query Q($a: Int) { arguments { any(json: { deep: $a }) } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""query Q($a: Int) { arguments { boolean(is: $a) } }""", "1:9 1:44")]
    [TestCase("""query Q($a: Boolean) { arguments { required(is: $a) } }""", "1:9 1:49")]
    [TestCase("""query Q($a: Boolean = null) { arguments { required(is: $a) } }""", "1:9 1:56")]
    [TestCase("""query Q($a: [Boolean]) { arguments { boolean(is: $a) } }""", "1:9 1:50")]
    [TestCase("""query Q($a: Boolean) { arguments { list(are: $a) } }""", "1:9 1:46")]
    [TestCase("""query Q($a: String) { findDog(searchBy: { name: $a }) { name } }""", "1:9 1:49")]
    [TestCase("""query Q($a: String) { addPet(pet: { cat: $a }) }""", "1:9 1:42")]
    [TestCase("""query Q($a: Boolean) { dog @include(if: $a) { name } }""", "1:9 1:41")]
    [TestCase("""query Q($a: String) { ...F } fragment F on Query { arguments { boolean(is: $a) } }""", "1:9 1:76")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
