namespace Hedensted.GraphQL.Engine.Tests.Validation;

public class OverlappingFieldsCanBeMergedTests() : RuleTests("OVERLAPPING_FIELDS_CAN_BE_MERGED")
{
    [TestCase("""{ dog { name name other: name } }""")]
    [TestCase("""{ dog { isHouseTrained(atOtherHomes: true) isHouseTrained(atOtherHomes: true) } }""")]
    [TestCase("""query Q($a: Boolean) { dog { isHouseTrained(atOtherHomes: $a) isHouseTrained(atOtherHomes: $a) } }""")]
    [TestCase("""{ pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } } }""")]
    [TestCase("""{ findDog(searchBy: { name: "a", owner: "b" }) { name } findDog(searchBy: { owner: "b", name: "a" }) { nickname } }""")]
    [TestCase("""{ pet { ... on Dog { x: name } ... on Cat { x: name } } }""")]
    [TestCase("""{ dog { ...A ...B } } fragment A on Dog { owner { name } } fragment B on Dog { owner { pets { name } } }""")]
    [TestCase("""{ dog { owner { ...H } } human { ...H } } fragment H on Human { name pets { name } }""")]
    public void Valid(string document) => ExpectValid(document);

    [TestCase("""{ dog { name: nickname name } }""", "1:9 1:24")]
    [TestCase("""{ dog { isHouseTrained isHouseTrained(atOtherHomes: true) } }""", "1:9 1:24")]
    [TestCase("""{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: HEEL) } }""", "1:9 1:42")]
    [TestCase("""query Q($a: Boolean, $b: Boolean) { dog { isHouseTrained(atOtherHomes: $a) isHouseTrained(atOtherHomes: $b) } }""", "1:43 1:76")]
    [TestCase("""{ pet { ... on Dog { volume } ... on Cat { volume } } }""", "1:22 1:44")]
    [TestCase("""{ pet { name ... on Dog { name: nickname } } }""", "1:9 1:27")]
    [TestCase("""{ dog { ...A ...B } } fragment A on Dog { x: name } fragment B on Dog { x: nickname }""", "1:43 1:73")]
    [TestCase("""{ dog { owner { name } ...A } } fragment A on Dog { owner { name: __typename } }""", "1:17 1:61")]
    [TestCase("""{ a: dog { name } a: cat { name } }""", "1:3 1:19")]
    [TestCase("""fragment Unused on Dog { x: name x: nickname }""", "1:26 1:34")]
    [TestCase("""{ pet { ... on Dog { x: owner { y: name } } ... on Cat { x: nickname } } }""", "1:22 1:58")]
    public void Invalid(string document, params string[] places) => ExpectErrors(document, places);
}
