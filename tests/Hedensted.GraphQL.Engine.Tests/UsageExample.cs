using System.Text;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Tests;

/// <summary>The example of docs/design/graphql-engine.md, compiled and run.</summary>
public class UsageExample
{
    private sealed record Library(IReadOnlyList<Branch> Branches);

    private sealed record Branch(string Slug, string Name, IReadOnlyList<Event> Events);

    private sealed record Event(string Title, EventStatus Status, DateTimeOffset StartsAt);

    private enum EventStatus
    {
        Planned,
        SoldOut,
    }

    [Test]
    public void The_example_answers()
    {
        var library = new Library([new Branch("hedensted", "Hedensted", [
            new Event("Bogcafé", EventStatus.Planned, new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(1))),
            new Event("Julekoncert", EventStatus.SoldOut, new DateTimeOffset(2026, 12, 12, 19, 0, 0, TimeSpan.FromHours(1))),
        ])]);
        var engine = new GraphQLEngine(ExampleSchema());
        using var response = engine.Execute(GraphQLRequest.From(
            "query($skip: EventStatus) { branch(slug: \"hedensted\") { name events(where: { status: { neq: $skip } }) { totalCount nodes { title status startsAt } } } }",
            library,
            """{ "skip": "SOLD_OUT" }"""));
        Assert.That(Encoding.UTF8.GetString(response.Body.Span), Is.EqualTo(
            """{"data":{"branch":{"name":"Hedensted","events":{"totalCount":1,"nodes":[{"title":"Bogcafé","status":"PLANNED","startsAt":"2026-11-24T10:00:00+01:00"}]}}}}"""));
    }

    // begin-snippet: usage
    private static Schema ExampleSchema()
    {
        ObjectType<Branch> branch = null!; // two types that refer to each other: () => branch is asked when the schema is built
        var status = Enums.Of<EventStatus>(); // PLANNED, SOLD_OUT

        var @event = new ObjectType<Event>("Event", "Something that takes place at a branch.")
            .Field("title", Scalars.String.NonNull(), e => e.Title)
            .Field("status", status.NonNull(), e => e.Status)
            .Field("startsAt", Scalars.DateTime.NonNull(), e => e.StartsAt)
            .Field("branch", () => branch, (e, ctx) => ctx.State<Library>().Branches.FirstOrDefault(b => b.Events.Contains(e)));

        var connection = new ObjectType<EventPage>("EventsConnection")
            .Field("nodes", @event.NonNull().List(), page => page.Items)
            .Field("totalCount", Scalars.Int.NonNull(), page => page.TotalCount);

        var statusFilter = new InputObjectType("EventStatusOperationFilterInput").Field("eq", status).Field("neq", status);
        var filter = new InputObjectType("EventFilterInput").Field("status", statusFilter);
        filter.Field("and", filter.NonNull().List());

        branch = new ObjectType<Branch>("Branch")
            .Field("name", Scalars.String.NonNull(), b => b.Name)
            .Field("events", connection.NonNull(), Events, arguments:
            [
                new("first", Scalars.Int, defaultValue: "10"),
                new("where", filter),
            ]);

        var query = new ObjectType<Library>("Query")
            .Field("branches", branch.NonNull().List().NonNull(), library => library.Branches)
            .Field(
                "branch",
                branch,
                (library, ctx) => library.Branches.FirstOrDefault(b => b.Slug == ctx.Arguments.Get<string>("slug")),
                arguments: [new("slug", Scalars.String.NonNull())]);

        return new SchemaBuilder(query).Build();
    }

    private static EventPage Events(Branch branch, FieldContext ctx)
    {
        IEnumerable<Event> events = branch.Events;
        if (ctx.Arguments.TryGet<InputValues>("where", out var where)
            && where.TryGet<InputValues>("status", out var status)
            && status.TryGet<EventStatus>("neq", out var unwanted))
        {
            events = events.Where(e => e.Status != unwanted);
        }

        var total = ctx.Selects("totalCount") ? events.Count() : 0; // counted only on demand
        return new EventPage([.. events.Take(ctx.Arguments.Get<int>("first"))], total);
    }

    private sealed record EventPage(IReadOnlyList<Event> Items, int TotalCount);

    // end-snippet
}
