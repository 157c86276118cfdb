using System.Globalization;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Bench;

/// <summary>A small library with the shape of the real one: events in branches with focus areas.</summary>
internal sealed class Events
{
    private sealed record FocusArea(string Slug, string Title, string Colour);

    private sealed record Branch(string Slug, string Name, string Address);

    private sealed record Event(int Number, string Title, string Teaser, DateTimeOffset StartsAt, Status Status, decimal Price, Branch Branch, IReadOnlyList<FocusArea> FocusAreas)
    {
        public Utf8Json TitleJson { get; } = Utf8Json.String(Title);

        public Utf8Json TeaserJson { get; } = Utf8Json.String(Teaser);

        public Utf8Json StartsAtJson { get; } = Utf8Json.String(StartsAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    private enum Status
    {
        Planned,
        SoldOut,
    }

    private readonly Event[] _all;

    private Events()
    {
        var areas = Enumerable.Range(1, 5).Select(i => new FocusArea($"omraade-{i}", $"Fokusområde {i}", "#1d6f42")).ToArray();
        var branches = Enumerable.Range(1, 6).Select(i => new Branch(i == 1 ? "hedensted" : $"filial-{i}", $"Filial {i}", $"Bibliotekspladsen {i}, 8722 Hedensted")).ToArray();
        _all = [.. Enumerable.Range(0, 1_000).Select(i => new Event(
            i,
            $"Strikkecafé på biblioteket nr. {i}",
            "Kom og strik sammen med andre; vi giver kaffe og te, og du behøver ikke at kunne noget i forvejen.",
            new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(1)).AddHours(i),
            i % 7 == 0 ? Status.SoldOut : Status.Planned,
            i % 3 * 50,
            branches[i % branches.Length],
            [areas[i % 5], areas[(i + 2) % 5]]))];
    }

    public static Events Data { get; } = new();

    /// <param name="isFinished">Whether texts and instants are finished JSON since the data were loaded, as an edition has them.</param>
    public static Schema Schema(bool isFinished)
    {
        var status = Enums.Of<Status>("EventStatus");
        var area = new ObjectType<FocusArea>("FocusArea").Field("slug", Scalars.String.NonNull(), a => a.Slug).Field("title", Scalars.String.NonNull(), a => a.Title).Field("colour", Scalars.String, a => a.Colour);
        var branch = new ObjectType<Branch>("Branch").Field("slug", Scalars.String.NonNull(), b => b.Slug).Field("name", Scalars.String.NonNull(), b => b.Name).Field("address", Scalars.String, b => b.Address);
        var @event = new ObjectType<Event>("Event")
            .Field("id", Scalars.Id.NonNull(), e => e.Number)
            .Field("status", status.NonNull(), e => e.Status)
            .Field("price", Scalars.Decimal.NonNull(), e => e.Price)
            .Field("place", Scalars.String, e => e.Branch.Name)
            .Field("branch", branch.NonNull(), e => e.Branch)
            .Field("focusAreas", area.NonNull().List().NonNull(), e => e.FocusAreas);
        _ = isFinished
            ? @event.Field("title", Scalars.String.NonNull(), e => e.TitleJson).Field("teaser", Scalars.String, e => e.TeaserJson).Field("startsAt", Scalars.DateTime.NonNull(), e => e.StartsAtJson)
            : @event.Field("title", Scalars.String.NonNull(), e => e.Title).Field("teaser", Scalars.String, e => e.Teaser).Field("startsAt", Scalars.DateTime.NonNull(), e => e.StartsAt);
        var connection = new ObjectType<ArraySegmentPage>("EventsConnection")
            .Field("nodes", @event.NonNull().List(), page => page.Items)
            .Field("totalCount", Scalars.Int.NonNull(), page => page.Total);
        var query = new ObjectType<Events>("Query").Field(
            "events",
            connection,
            (data, ctx) => new ArraySegmentPage(new ArraySegment<Event>(data._all, 0, ctx.Arguments.Get<int>("first")), data._all.Length),
            arguments: [new("branch", Scalars.String), new("from", Scalars.String), new("first", Scalars.Int.NonNull(), defaultValue: "10")])
            .Cost("events", new FieldCost { SizeArguments = ["first"], SizedFields = ["nodes"] });
        return new SchemaBuilder(query).Build();
    }

    private sealed record ArraySegmentPage(IReadOnlyList<Event> Items, int Total);
}
