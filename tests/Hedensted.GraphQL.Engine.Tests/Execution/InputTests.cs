using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

/// <summary>Variables and arguments on their way to a resolver.</summary>
public class InputTests
{
    private static string Seen(string document, string? variables = null)
    {
        var colour = new EnumType<int>("Colour").Value("RED", 1).Value("BLUE", 2);
        var inner = new InputObjectType("Inner").Field("n", Scalars.Int.NonNull()).Field("d", Scalars.Int, defaultValue: "7");
        var outer = new InputObjectType("Outer")
            .Field("text", Scalars.String).Field("inner", inner).Field("many", inner.NonNull().List()).Field("colour", colour, defaultValue: "BLUE");
        var one = new InputObjectType("One", oneOf: true).Field("a", Scalars.Int).Field("b", inner);
        var bound = new InputObjectType("Bound", bind: values => new KeyValuePair<int, string>(values.Get<int>("n"), "bound")).Field("n", Scalars.Int.NonNull());
        return Answers.AskOf(
            query => query
                .Field("seen", Scalars.String.NonNull(), (_, ctx) => Describe(ctx.Arguments), arguments:
                [
                    new("a", Scalars.Int, defaultValue: "1"), new("b", Scalars.Int.NonNull(), defaultValue: "2"), new("outer", outer), new("one", one),
                    new("list", Scalars.Int.List()), new("colours", colour.NonNull().List()), new("matrix", Scalars.Int.List().List()),
                    new("preset", outer, defaultValue: "{ text: \"p\", inner: { n: 1 } }"),
                ])
                .Field("bound", Scalars.String, (_, ctx) => ctx.Arguments.Get<KeyValuePair<int, string>>("in").ToString(), arguments: [new("in", bound.NonNull())]),
            document,
            variables);
    }

    private static string Describe(object? value) => value switch
    {
        null => "null",
        InputValues values => $"({string.Join(' ', values.Names.Where(name => name != "preset").Select(name => $"{name}={Describe(values.GetOrDefault<object>(name))}"))})",
        object?[] items => $"[{string.Join(' ', items.Select(Describe))}]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static void ExpectSeen(string expected, string document, string? variables = null) =>
        Assert.That(Seen(document, variables), Is.EqualTo($$$"""{"data":{"seen":"{{{expected}}}"}}"""));

    private static void ExpectError(string message, string document, string variables) =>
        Assert.That(Seen(document, variables), Does.StartWith($$"""{"errors":[{"message":"{{message}}","locations":[{"line":1,"column":7}],"extensions":{"code":"INVALID_VARIABLE","specifiedBy":"""));

    [TestCase("{ seen }", "(a=1 b=2)")]
    [TestCase("{ seen(a: null, b: 5) }", "(a=null b=5)")]
    [TestCase("{ seen(list: 3, matrix: 4) }", "(a=1 b=2 list=[3] matrix=[[4]])")]
    [TestCase("{ seen(list: [], matrix: [[1], null, []]) }", "(a=1 b=2 list=[] matrix=[[1] null []])")]
    [TestCase("{ seen(colours: [RED, BLUE]) }", "(a=1 b=2 colours=[1 2])")]
    [TestCase("{ seen(outer: { text: \\\"x\\\", inner: { n: 1 } }) }", "(a=1 b=2 outer=(text=x inner=(n=1 d=7) colour=2))")]
    [TestCase("{ seen(outer: { many: { n: 1, d: null }, colour: null }) }", "(a=1 b=2 outer=(many=[(n=1 d=null)] colour=null))")]
    [TestCase("{ seen(one: { a: 1 }) }", "(a=1 b=2 one=(a=1))")]
    public void Literals_are_coerced(string document, string seen) => ExpectSeen(seen, document.Replace("\\\"", "\"", StringComparison.Ordinal));

    [TestCase("query($a: Int) { seen(a: $a) }", null, "(a=1 b=2)")]
    [TestCase("query($a: Int) { seen(a: $a) }", """{"a":null}""", "(a=null b=2)")]
    [TestCase("query($a: Int = 9) { seen(a: $a) }", "{}", "(a=9 b=2)")]
    [TestCase("query($a: Int) { seen(b: $a) }", "{}", "(a=1 b=2)")]
    [TestCase("query($a: Int) { seen(a: $a) }", """{"a":1.0}""", "(a=1 b=2)")]
    [TestCase("query($l: [Int]) { seen(list: $l) }", """{"l":[1,null]}""", "(a=1 b=2 list=[1 null])")]
    [TestCase("query($l: [Int]) { seen(list: $l) }", """{"l":5}""", "(a=1 b=2 list=[5])")]
    [TestCase("query($i: Int) { seen(list: [1, $i]) }", "{}", "(a=1 b=2 list=[1 null])")]
    [TestCase("query($c: [Colour!]) { seen(colours: $c) }", """{"c":["RED"]}""", "(a=1 b=2 colours=[1])")]
    [TestCase("query($o: Outer) { seen(outer: $o) }", """{"o":{"inner":{"n":2},"many":[{"n":3,"d":4}]}}""", "(a=1 b=2 outer=(inner=(n=2 d=7) many=[(n=3 d=4)] colour=2))")]
    [TestCase("query($t: String, $n: Int!) { seen(outer: { text: $t, inner: { n: $n } }) }", """{"n":6}""", "(a=1 b=2 outer=(inner=(n=6 d=7) colour=2))")]
    [TestCase("query($o: One) { seen(one: $o) }", """{"o":{"b":{"n":1}}}""", "(a=1 b=2 one=(b=(n=1 d=7)))")]
    [TestCase("query($a: Int!) { seen(one: { a: $a }) }", """{"a":1}""", "(a=1 b=2 one=(a=1))")]
    [TestCase("query($a: Int) { seen(a: $a) }", """{"a":3,"unknown":[{}]}""", "(a=3 b=2)")]
    public void Variables_are_coerced(string document, string? variables, string seen) => ExpectSeen(seen, document, variables);

    [TestCase("query($a: Int!) { seen(a: $a) }", "{}", "Variable '$a' of type 'Int!' is required; give it a value.")]
    [TestCase("query($a: Int!) { seen(a: $a) }", """{"a":null}""", "Variable '$a' cannot be null; 'Int!' is expected.")]
    [TestCase("query($a: Int) { seen(a: $a) }", """{"a":"1"}""", "Variable '$a' does not fit the type 'Int'.")]
    [TestCase("query($a: Int) { seen(a: $a) }", """{"a":1.5}""", "Variable '$a' does not fit the type 'Int'.")]
    [TestCase("query($l: [Int]) { seen(list: $l) }", """{"l":[1,"x"]}""", "Variable '$l[1]' does not fit the type 'Int'.")]
    [TestCase("query($c: [Colour!]) { seen(colours: $c) }", """{"c":["GREEN"]}""", "Variable '$c[0]' must be one of the values of the enum 'Colour'.")]
    [TestCase("query($o: Outer) { seen(outer: $o) }", """{"o":{"many":[{"n":1},{"n":null}]}}""", "Variable '$o.many[1].n' cannot be null; 'Int!' is expected.")]
    [TestCase("query($o: Outer) { seen(outer: $o) }", """{"o":{"inner":{}}}""", "Variable '$o.inner' lacks the required field 'n' of 'Inner'.")]
    [TestCase("query($o: Outer) { seen(outer: $o) }", """{"o":{"no":1}}""", "Variable '$o' has a field that 'Outer' does not have.")]
    [TestCase("query($o: Outer) { seen(outer: $o) }", """{"o":[]}""", "Variable '$o' must be an object of the type 'Outer'.")]
    [TestCase("query($o: One) { seen(one: $o) }", """{"o":{"a":1,"b":{"n":1}}}""", "Variable '$o' must have exactly one field of 'One'.")]
    [TestCase("query($o: One) { seen(one: $o) }", """{"o":{"a":null}}""", "Variable '$o' must have one field of 'One' that is not null.")]
    public void A_variable_that_does_not_fit_is_named(string document, string variables, string message) => ExpectError(message, document, variables);

    [Test]
    public void Variables_are_an_object() =>
        Assert.That(Answers.Errors(Seen("query($a: Int) { seen(a: $a) }", "[1]")), Is.EqualTo(["INVALID_VARIABLE"]));

    [TestCase("""{"o":{"text":"\ud800"}}""")]
    [TestCase("""{"o":{"\udc00":1}}""")]
    [TestCase("""{"o":{"colour":"\ud800\u0041"}}""")]
    public void Half_a_character_is_an_error_of_the_request(string variables) =>
        Assert.That(Answers.Errors(Seen("query($o: Outer) { seen(outer: $o) }", variables)), Is.EqualTo(["INVALID_VARIABLE"]));

    [Test]
    public void A_null_where_a_default_was_promised_is_an_error_of_the_field() => Assert.That(
        Answers.Errors(Seen("query($b: Int) { alias: seen(b: $b) }", """{"b":null}""")), Is.EqualTo(["INVALID_ARGUMENT alias 1:33"]));

    [Test]
    public void An_input_object_can_become_an_object_of_ours() => Assert.That(
        Seen("query($n: Int!) { bound(in: { n: $n }) }", """{"n":4}"""), Is.EqualTo("""{"data":{"bound":"[4, bound]"}}"""));

    [TestCase("{ ok: __typename refusing(in: { n: 1 }) }", null, "TOO_FEW refusing 1:18")]
    [TestCase("query($n: Int!) { refusing(in: { n: $n }) }", """{"n":1}""", "TOO_FEW refusing 1:19")]
    [TestCase("query($in: Refusing!) { refusing(in: $in) }", """{"in":{"n":1}}""", "TOO_FEW 1:7")]
    public void A_binder_may_refuse_with_its_own_words(string document, string? variables, string error)
    {
        var refusing = new InputObjectType("Refusing", bind: values => throw new GraphQLException("Ask for at least 2.", "TOO_FEW")).Field("n", Scalars.Int);
        var answer = Answers.AskOf(query => query.Field("refusing", Scalars.Int, _ => 1, arguments: [new("in", refusing.NonNull())]), document, variables);
        Assert.That(Answers.Errors(answer), Is.EqualTo([error]));
    }
}
