using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Comparison;

namespace Hedensted.GraphQL.Engine.Tests.Types;

/// <summary>One small schema becomes another: what is told, and how bad it is. That the reference agrees is shown in the differential tests.</summary>
public class SchemaComparisonTests
{
    private const string Before = """
        directive @mark(a: Int, b: Int) repeatable on FIELD | QUERY
        directive @gone on FIELD
        interface Named { name: String }
        interface Other { name: String }
        type Query implements Named { name: String  list: [Int!]  dog(a: Int = 1, b: Int, c: In): Dog  either: Either  other: Other  old: Int }
        type Dog implements Named { name: String }
        type Cat implements Other { name: String }
        type Mutation { m: Int }
        union Either = Dog | Cat
        enum Colour { RED GREEN }
        input In { a: Int, b: Float = 1, colour: Colour }
        scalar Own
        """;

    [TestCase("scalar Own", "", "Breaking TypeRemoved Own")]
    [TestCase("scalar Own", "enum Own { A }", "Breaking TypeChangedKind Own")]
    [TestCase("Either = Dog | Cat", "Either = Dog", "Breaking TypeRemovedFromUnion Either")]
    [TestCase("Either = Dog ", "Either = Query | Dog ", "Dangerous TypeAddedToUnion Either")]
    [TestCase("RED GREEN", "RED", "Breaking ValueRemovedFromEnum Colour.GREEN")]
    [TestCase("RED GREEN", "RED GREEN BLUE", "Dangerous ValueAddedToEnum Colour.BLUE")]
    [TestCase("input In { a: Int,", "input In {", "Breaking FieldRemoved In.a")]
    [TestCase("In { a: Int", "In { a: Int!", "Breaking FieldChangedKind In.a")]
    [TestCase("In { a: Int", "In { new: Int!, a: Int", "Breaking RequiredInputFieldAdded In.new")]
    [TestCase("In { a: Int", "In { new: Int! = 2, a: Int", "Dangerous OptionalInputFieldAdded In.new")]
    [TestCase("b: Float = 1", "b: Float = 2", "Dangerous InputFieldDefaultValueChange In.b")]
    [TestCase("Cat implements Other {", "Cat {", "Breaking ImplementedInterfaceRemoved Cat")]
    [TestCase("Cat implements Other {", "Cat implements Other & Named {", "Dangerous ImplementedInterfaceAdded Cat")]
    [TestCase("old: Int", "", "Breaking FieldRemoved Query.old")]
    [TestCase("old: Int", "old: Float", "Breaking FieldChangedKind Query.old")]
    [TestCase("list: [Int!]", "list: [Int]", "Breaking FieldChangedKind Query.list")]
    [TestCase("old: Int", "old: Int new: Int", "Safe FieldAdded Query.new")]
    [TestCase("old: Int", "old: Int @deprecated(reason: \"use list\")", "Safe Deprecated Query.old")]
    [TestCase("dog(a: Int = 1,", "dog(", "Breaking ArgRemoved Query.dog(a:)")]
    [TestCase("dog(a: Int = 1", "dog(a: String = \"1\"", "Breaking ArgChangedKind Query.dog(a:)")]
    [TestCase("dog(a: Int = 1", "dog(a: Int = 2", "Dangerous ArgDefaultValueChange Query.dog(a:)")]
    [TestCase("dog(a: Int = 1", "dog(a: Int", "Dangerous ArgDefaultValueChange Query.dog(a:)")]
    [TestCase("dog(", "dog(new: Int!, ", "Breaking RequiredArgAdded Query.dog(new:)")]
    [TestCase("dog(", "dog(new: Int, ", "Dangerous OptionalArgAdded Query.dog(new:)")]
    [TestCase("directive @gone on FIELD", "", "Breaking DirectiveRemoved @gone")]
    [TestCase("directive @gone on FIELD", "directive @gone on FIELD directive @new on FIELD", "Safe DirectiveAdded @new")]
    [TestCase("@mark(a: Int, b: Int)", "@mark(b: Int)", "Breaking DirectiveArgRemoved @mark(a:)")]
    [TestCase("@mark(a: Int,", "@mark(a: String,", "Breaking DirectiveArgChangedKind @mark(a:)")]
    [TestCase("@mark(a: Int,", "@mark(a: Int, c: Int!,", "Breaking RequiredDirectiveArgAdded @mark(c:)")]
    [TestCase("repeatable on", "on", "Breaking DirectiveRepeatableRemoved @mark")]
    [TestCase("FIELD | QUERY", "FIELD", "Breaking DirectiveLocationRemoved @mark")]
    [TestCase("type Mutation { m: Int }", "type Mutation { m: Int } schema { query: Query }", "Breaking RootTypeChanged Mutation")]
    [TestCase("scalar Own", "scalar Own scalar New", "Safe TypeAdded New")]
    public void A_change_is_told(string text, string instead, string change) => Assert.That(Changes(text, instead), Is.EqualTo(new[] { change }));

    [TestCase("list: [Int!]", "list: [Int!]!")]
    [TestCase("In { a: Int, b", "In { b: Float = 1.0, colour: Colour, a: Int } input Not { b")]
    [TestCase("old: Int", "\"said better\" old: Int")]
    public void What_clients_do_not_notice_is_no_change(string text, string instead) =>
        Assert.That(Changes(text, instead).Where(change => !change.StartsWith("Safe TypeAdded", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Breaking_changes_come_first_and_say_what_was_and_what_is()
    {
        var changes = SchemaComparison.Compare(Schema(Before), Schema(Before.Replace("RED GREEN", "RED BLUE", StringComparison.Ordinal).Replace("old: Int", "old: Float", StringComparison.Ordinal)));
        Assert.That(changes.Select(change => change.Message), Is.EqualTo(new[]
        {
            "Colour.GREEN was removed.",
            "Query.old changed type from Int to Float.",
            "Colour.BLUE was added.",
        }));
    }

    private static string[] Changes(string text, string instead)
    {
        Assert.That(Before.Contains(text, StringComparison.Ordinal), Is.True, text);
        return [.. SchemaComparison.Compare(Schema(Before), Schema(Before.Replace(text, instead, StringComparison.Ordinal)))
            .Select(change => $"{change.Severity} {change.Kind} {change.Coordinate}")];
    }

    private static Schema Schema(string text) => SchemaBuilder.FromDefinition(text);
}
