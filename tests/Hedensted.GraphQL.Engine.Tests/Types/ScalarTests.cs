using System.Text.Json;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Types;

/// <summary>Each scalar, written by a resolver, read from a literal and from a variable.</summary>
public class ScalarTests
{
    private static string Echo<T>(ScalarType<T> scalar, string document, string? variables = null)
        where T : struct => Answers.AskOf(
            query => query.Field("echo", scalar, (_, ctx) => ctx.Arguments.GetOrDefault<T?>("in"), arguments: [new("in", scalar)]), document, variables);

    private static void RoundTrip<T>(ScalarType<T> scalar, string literal, string? json = null)
        where T : struct
    {
        json ??= literal;
        Assert.That(Echo(scalar, $"{{ echo(in: {literal}) }}"), Is.EqualTo("{\"data\":{\"echo\":" + json + "}}"));
        Assert.That(Echo(scalar, $"query($v: {scalar.Name}) {{ echo(in: $v) }}", $$"""{"v":{{literal}}}"""), Is.EqualTo("{\"data\":{\"echo\":" + json + "}}"));
    }

    private static void Refused<T>(ScalarType<T> scalar, string literal)
        where T : struct
    {
        Assert.That(Answers.Errors(Echo(scalar, $"{{ echo(in: {literal}) }}")), Is.EqualTo(["VALUES_OF_CORRECT_TYPE 1:12"]));
        Assert.That(
            Answers.Errors(Echo(scalar, $"query($v: {scalar.Name}) {{ echo(in: $v) }}", $$"""{"v":{{literal}}}""")), Is.EqualTo(["INVALID_VARIABLE 1:7"]));
    }

    [TestCase("\"2026-11-22T10:00:00Z\"")]
    [TestCase("\"2026-11-22T10:00:00+01:00\"")]
    [TestCase("\"2026-11-22T10:00:00.1234567-03:30\"")]
    public void DateTime_is_exact(string text) => RoundTrip(Scalars.DateTime, text);

    [Test]
    public void DateTime_drops_zeros() => RoundTrip(Scalars.DateTime, "\"2026-11-22T10:00:00.500+00:00\"", "\"2026-11-22T10:00:00.5Z\"");

    [TestCase("\"2026-11-22T10:00:00\"")]
    [TestCase("\"2026-11-22\"")]
    [TestCase("\"22-11-2026\"")]
    [TestCase("5")]
    public void DateTime_needs_an_offset(string text) => Refused(Scalars.DateTime, text);

    [Test]
    public void Days_and_times_of_day_have_no_zone()
    {
        RoundTrip(Scalars.LocalDate, "\"2026-11-22\"");
        RoundTrip(Scalars.LocalTime, "\"14:30:00\"");
        Refused(Scalars.LocalDate, "\"2026-13-22\"");
        Refused(Scalars.LocalTime, "\"24:30:00\"");
    }

    [Test]
    public void Numbers_keep_their_size()
    {
        RoundTrip(Scalars.Long, "9007199254740993");
        RoundTrip(Scalars.Decimal, "1234.50");
        RoundTrip(Scalars.Int, "-2147483648");
        RoundTrip(Scalars.Float, "1.5E+300");
        Refused(Scalars.Long, "1.5");
        Refused(Scalars.Decimal, "\"1\"");
        Refused(Scalars.Float, "1e999");
    }

    [Test]
    public void Keys_have_hyphens() => RoundTrip(Scalars.Uuid, "\"0f8fad5b-d9cb-469f-a165-70867728950e\"");

    [Test]
    public void Any_takes_everything()
    {
        RoundTrip(Scalars.Any, "[1, true, \"a\", null]", "[1,true,\"a\",null]");
        Assert.That(
            Echo(Scalars.Any, "query($v: Any) { echo(in: { list: [$v, RED], missing: $no }) }".Replace(", missing: $no", "", StringComparison.Ordinal), """{"v":{"a":1.0}}"""),
            Is.EqualTo("""{"data":{"echo":{"list":[{"a":1.0},"RED"]}}}"""));
    }

    [Test]
    public void An_address_is_absolute_as_URL_and_anything_as_URI()
    {
        static string Ask(string document) => Answers.AskOf(
            query => query
                .Field("url", Scalars.Url, (_, ctx) => ctx.Arguments.Get<Uri>("in"), arguments: [new("in", Scalars.Url.NonNull())])
                .Field("uri", Scalars.Uri, (_, ctx) => ctx.Arguments.Get<Uri>("in"), arguments: [new("in", Scalars.Uri.NonNull())])
                .Field("text", Scalars.Uri, _ => "/media/a.png"),
            document);
        Assert.That(
            Ask("""{ url(in: "https://hedensted.dk/a?b=æ") uri(in: "/media/a.png") text }"""),
            Is.EqualTo("""{"data":{"url":"https://hedensted.dk/a?b=æ","uri":"/media/a.png","text":"/media/a.png"}}"""));
    }

    [Test]
    public void Resolvers_may_answer_with_relatives_of_the_CLR_type() => Assert.That(
        Answers.AskOf(
            query => query
                .Field("a", Scalars.Id, _ => 7)
                .Field("b", Scalars.Float, _ => 2)
                .Field("c", Scalars.Int, _ => 3L)
                .Field("d", Scalars.Id, _ => Guid.Empty)
                .Field("e", Scalars.Decimal, _ => (int?)5)
                .Field("f", Scalars.Int.List(), _ => new List<short> { 1, 2 })
                .Field("g", Scalars.String, _ => (object)"boxed")
                .Field("h", Scalars.DateTime, _ => DateTime.UnixEpoch),
            "{ a b c d e f g h }"),
        Is.EqualTo("""{"data":{"a":"7","b":2,"c":3,"d":"00000000-0000-0000-0000-000000000000","e":5,"f":[1,2],"g":"boxed","h":"1970-01-01T00:00:00Z"}}"""));

    [Test]
    public void A_value_the_scalar_cannot_express_is_an_error_in_its_place()
    {
        var answer = Answers.AskOf(
            query => query.Field("nan", Scalars.Float, _ => double.NaN).Field("items", Scalars.Int.List(), _ => new[] { 1L, long.MaxValue, 3L }), "{ nan items }");
        Assert.That(answer, Does.StartWith("""{"data":{"nan":null,"items":[1,null,3]},"""));
        Assert.That(Answers.Errors(answer), Is.EqualTo(["INVALID_VALUE nan 1:3", "INVALID_VALUE items.1 1:7"]));
    }

    [Test]
    public void Strings_are_escaped_as_JSON_asks()
    {
        const string Text = "a \"b\" \\ / \n\r\t\b\f\u0001 æøå 🎉";
        var answer = Answers.AskOf(query => query.Field("text", Scalars.String, _ => Text).Field("ready", Scalars.String, _ => Utf8Json.String(Text)), "{ text ready }");
        using var json = JsonDocument.Parse(answer);
        var data = json.RootElement.GetProperty("data");
        Assert.That(data.GetProperty("text").GetString(), Is.EqualTo(Text));
        Assert.That(data.GetProperty("ready").GetString(), Is.EqualTo(Text));
    }

    [Test]
    public void An_own_scalar_is_two_functions()
    {
        var upper = new ScalarType<string>(
            "Upper",
            (output, value) => output.WriteString(value.ToUpperInvariant()),
            (ScalarInput input, out string value) =>
            {
                value = input.Text;
                return input.Kind == ScalarInputKind.String && value.All(char.IsUpper);
            });
        var answer = Answers.AskOf(query => query.Field("up", upper, (_, ctx) => ctx.Arguments.Get<string>("in"), arguments: [new("in", upper.NonNull())]), """{ up(in: "ABC") }""");
        Assert.That(answer, Is.EqualTo("""{"data":{"up":"ABC"}}"""));
    }
}
