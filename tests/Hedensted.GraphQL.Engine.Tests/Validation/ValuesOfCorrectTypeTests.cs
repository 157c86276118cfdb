namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class ValuesOfCorrectTypeTests() : RuleTests("VALUES_OF_CORRECT_TYPE")
{
    [TestCase("""{ arguments { int(number: 1) float(number: 1) id(id: 1) boolean(is: true) list(are: [true, null]) } }""")]
    [TestCase("""{ arguments { float(number: 1.5e3) id(id: "a") list(are: true) int(number: null) } }""")]
    [TestCase("""{ dog { doesKnowCommand(dogCommand: SIT) } }""")]
    [TestCase("""{ findDog(searchBy: { name: "a" }) { name } }""")]
    [TestCase("""{ addPet(pet: { dog: { name: "a" } }) }""")]
    [TestCase("""{ arguments { any(json: { a: [1, B, "c", null] }) } }""")]
    [TestCase("""query Q($a: Int = 3, $b: [Boolean] = [true], $c: FindDogInput = { name: "x" }) { dog { name } }""")]
    [TestCase("""query Q($a: String) { addPet(pet: { cat: $a }) }""")]
    [TestCase("""{ arguments { unknown(a: 1) int(unknown: "a") } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ arguments { int(number: "1") } }""", "1:27")]
    [TestCase("""{ arguments { int(number: 1.0) } }""", "1:27")]
    [TestCase("""{ arguments { int(number: 2147483648) } }""", "1:27")]
    [TestCase("""{ arguments { float(number: "1") boolean(is: 2) id(id: 1.5) } }""", "1:29", "1:46", "1:56")]
    [TestCase("""{ arguments { boolean(is: "true") list(are: [1, "2"]) required(is: null) } }""", "1:27", "1:46", "1:49", "1:68")]
    [TestCase("""{ dog { doesKnowCommand(dogCommand: "SIT") } }""", "1:37")]
    [TestCase("""{ dog { doesKnowCommand(dogCommand: JUMP) } }""", "1:37")]
    [TestCase("""{ dog { doesKnowCommand(dogCommand: true) } }""", "1:37")]
    [TestCase("""{ findDog(searchBy: { owner: "b" }) { name } }""", "1:21")]
    [TestCase("""{ findDog(searchBy: { name: null, colour: "b" }) { name } }""", "1:29", "1:35")]
    [TestCase("""{ findDog(searchBy: "Buster") { name } }""", "1:21")]
    [TestCase("""{ addPet(pet: { cat: "a", dog: { name: "b" } }) }""", "1:15")]
    [TestCase("""{ addPet(pet: {}) }""", "1:15")]
    [TestCase("""{ addPet(pet: { cat: null }) }""", "1:15")]
    [TestCase("""query Q($a: Int = "3", $b: Boolean! = null, $c: FindDogInput = { }) { dog { name } }""", "1:19", "1:39", "1:64")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
