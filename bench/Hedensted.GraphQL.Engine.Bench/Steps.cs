using System.Globalization;
using System.Text;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Validation;

namespace Hedensted.GraphQL.Engine.Bench;

/// <summary>Parse, validate, first answer and every later one, for the questions that a site and a screen ask.</summary>
internal static class Steps
{
    private const string Screen = """
        query($branch: String!) { events(branch: $branch, first: 10) { nodes { title startsAt status teaser place price } } }
        """;

    private const string Calendar = """
        query($from: String!, $wide: Boolean!) {
          events(from: $from, first: 50) { totalCount nodes { ...Card branch { slug name address @include(if: $wide) } focusAreas { slug title colour } } }
        }
        fragment Card on Event { id title teaser startsAt status price }
        """;

    private const string Introspection = "{ __schema { types { name kind fields { name type { name kind ofType { name kind } } } } } }";

    public static void Run()
    {
        Console.WriteLine("| question | parse µs | validate µs | first answer µs | answer µs | bytes allocated | answer bytes | µs without pre-encoded members |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        Row("screen: 10 events", Screen, """{"branch":"hedensted"}""");
        Row("calendar: 50 events", Calendar, """{"from":"2026-11-22","wide":true}""");
        Row("introspection", Introspection, null);
    }

    private static void Row(string name, string document, string? variables)
    {
        var source = Encoding.UTF8.GetBytes(document);
        var options = new EngineOptions();
        var finished = new GraphQLEngine(Events.Schema(isFinished: true), options);
        var plain = new GraphQLEngine(Events.Schema(isFinished: false), options);
        var uncached = new GraphQLEngine(Events.Schema(isFinished: true), options with { DocumentCacheBytes = 0 });
        var request = GraphQLRequest.From(document, Events.Data, variables);
        var parsed = Parser.Parse(source);

        var parse = Measure.Of(() => Parser.Parse(source));
        var validate = Measure.Of(() => DocumentValidator.Validate(finished.Schema, parsed, source, options));
        var first = Measure.Of(() => uncached.Execute(request).Dispose());
        var later = Measure.Of(() => finished.Execute(request).Dispose());
        var unencoded = Measure.Of(() => plain.Execute(request).Dispose());
        using var answer = finished.Execute(request);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {parse.Microseconds:0.0} | {validate.Microseconds:0.0} | {first.Microseconds:0.0} | {later.Microseconds:0.0} | {later.Bytes:0} | {answer.Body.Length} | {unencoded.Microseconds:0.0} |"));
    }
}
