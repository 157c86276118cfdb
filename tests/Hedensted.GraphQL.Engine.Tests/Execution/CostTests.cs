using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests.Execution;

/// <summary>What an operation costs is known before it runs, with the variables it really has.</summary>
public class CostTests
{
    private static GraphQLEngine Engine(EngineOptions? options = null)
    {
        InterfaceType<object> node = new InterfaceType<object>("Node").Field("id", Scalars.Id, _ => "1").ResolveType(_ => "Event");
        ObjectType<object> @event = null!;
        var branch = new ObjectType<object>("Branch").Implements(node)
            .Field("events", () => @event.List(), _ => Array.Empty<object>())
            .Field("rooms", () => @event.List(), _ => Array.Empty<object>(), arguments: [new("first", Scalars.Int)])
            .Cost("rooms", new FieldCost { SizeArguments = ["first"], AssumedSize = 3 });
        @event = new ObjectType<object>("Event").Implements(node)
            .Field("title", Scalars.String, _ => "a").Field("branch", branch, _ => new object())
            .Field("slow", Scalars.String, _ => "a").Cost("slow", new FieldCost { Weight = 5 });
        var connection = new ObjectType<object>("EventsConnection")
            .Field("nodes", @event.NonNull().List(), _ => Array.Empty<object>())
            .Field("totalCount", Scalars.Int, _ => 0);
        var query = new ObjectType<object>("Query")
            .Field("events", connection, _ => new object(), arguments: [new("first", Scalars.Int, defaultValue: "20"), new("last", Scalars.Int)])
            .Cost("events", new FieldCost { SizeArguments = ["first", "last"], SizedFields = ["nodes"] })
            .Field("branch", branch, _ => new object())
            .Field("node", node, _ => new object());
        return new GraphQLEngine(new SchemaBuilder(query).Types(branch).Build(), options);
    }

    private static string Ask(string document, string? variables = null, EngineOptions? options = null)
    {
        var request = GraphQLRequest.From(document, new object(), variables);
        using var response = Engine(options).Execute(new GraphQLRequest { Document = request.Document, Variables = request.Variables, State = request.State, ReportCost = true });
        Assert.That(response.Cost, Is.EqualTo(Reported(Encoding.UTF8.GetString(response.Body.Span))));
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private static long Reported(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetInt64();
    }

    [TestCase("{ branch { id } }", 1)]
    [TestCase("{ branch { events { title } } }", 1 + 10)]
    [TestCase("{ branch { rooms { title } } }", 1 + 3)]
    [TestCase("{ branch { rooms(first: 7) { title } } }", 1 + 7)]
    [TestCase("{ branch { rooms(first: 7) { title slow branch { id } } } }", 1 + (7 * (1 + 5 + 1)))]
    [TestCase("{ events { nodes { title } } }", 1 + 20)]
    [TestCase("{ events(first: 5) { totalCount nodes { title branch { events { title } } } } }", 1 + (5 * (1 + 1 + 10)))]
    [TestCase("{ events(first: null, last: 4) { nodes { title } } }", 1 + 4)]
    [TestCase("query($n: Int) { events(first: $n) { nodes { title } } }", 1 + 3, """{"n":3}""")]
    [TestCase("query($n: Int) { events(first: $n) { nodes { title } } }", 1 + 20, "{}")]
    [TestCase("query($n: Int = 6) { events(first: $n) { nodes { title } } }", 1 + 6, "{}")]
    [TestCase("query($y: Boolean!) { branch @include(if: $y) { events { title } } }", 0, """{"y":false}""")]
    [TestCase("{ branch { events { title } ...B } } fragment B on Branch { events { title slow } }", 1 + (10 * 6))]
    [TestCase("{ node { id ... on Event { branch { id } } ... on Branch { events { id } } } }", 1 + 10)]
    [TestCase("{ node { ... on Node { ... on Event { branch { id } } } } }", 1 + 1)]
    [TestCase("{ a: branch { id } b: branch { id } }", 2)]
    [TestCase("{ __schema { types { fields { name } } } }", 1)]
    public void Objects_are_counted(string document, long cost, string? variables = null) => Assert.That(Reported(Ask(document, variables)), Is.EqualTo(cost));

    [Test]
    public void What_costs_too_much_is_not_run()
    {
        const string Document = "query($n: Int) { events(first: $n) { nodes { branch { events { title } } } } }";
        var options = new EngineOptions { MaxCost = 121 };
        Assert.That(Ask(Document, """{"n":10}""", options), Does.StartWith("""{"data":"""));
        Assert.That(Ask(Document, """{"n":11}""", options), Is.EqualTo(
            """{"errors":[{"message":"The operation may cost 133, more than 121; ask for smaller pages or fewer lists inside lists.","locations":[{"line":1,"column":1}],"extensions":{"code":"TOO_COSTLY"}}],"extensions":{"cost":{"requested":133,"limit":121}}}"""));
    }

    [Test]
    public void No_size_is_so_large_that_it_becomes_small() => Assert.That(
        Reported(Ask("{ events(first: 2147483647) { nodes { branch { rooms(first: 2147483647) { branch { rooms(first: 2147483647) { id } } } } } } }")), Is.EqualTo(long.MaxValue));

    [Test]
    public void The_cost_is_told_only_when_asked_for() => Assert.That(Engine().Ask("{ branch { id } }", new object()), Is.EqualTo("""{"data":{"branch":{"id":"1"}}}"""));

    [Test]
    public void A_cost_is_given_to_a_field_that_is_there() =>
        Assert.That(() => new ObjectType<object>("A").Cost("b", new FieldCost()), Throws.ArgumentException.With.Message.StartWith("'A' has no field 'b' yet; add it before its cost."));
}
