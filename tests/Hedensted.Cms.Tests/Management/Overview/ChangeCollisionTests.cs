using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Content.Editing;
using Hedensted.Content.Model;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.Overview;

/// <summary>Whether the room is taken, asked while «Ret denne dato» stands open and is not published.</summary>
public class ChangeCollisionTests
{
    private static readonly Guid Hedensted = StartingSite.HedenstedLibrary;

    [Test]
    public async Task A_date_that_is_moved_onto_something_else_warns_and_what_it_leaves_does_not()
    {
        await Rikke.PublishedAsync("Foredraget", "2033-05-10T19:00", "2033-05-10T21:00", Hedensted);
        await Rikke.PublishedAsync("Hvor den var", "2033-05-03T19:00", "2033-05-03T21:00", Hedensted);
        var change = await ChangeAsync("2033-05-03", "2033-05-17");

        Assert.That(await FoundAsync(Rikke, change, ("originalStart", Events.At("2033-05-03T19:00")), ("startsAt", Events.At("2033-05-10T20:00"))), Is.EqualTo(new[] { "Foredraget" }));
        Assert.That(await FoundAsync(Rikke, change, ("originalStart", Events.At("2033-05-03T19:00")), ("startsAt", Events.At("2033-05-11T20:00"))), Is.Empty);
        Assert.That(await FoundAsync(Rikke, change, ("originalStart", Events.At("2033-05-03T19:00"))), Is.EqualTo(new[] { "Hvor den var" }), "where it is now");
        Assert.That(await FoundAsync(Rikke, change, ("originalStart", Events.At("2033-05-03T19:00")), ("cancelDate", true)), Is.Empty, "what is cancelled needs no room");
    }

    [Test]
    public async Task Somebody_who_may_not_see_the_series_is_told_nothing()
    {
        await Rikke.PublishedAsync("Foredraget", "2034-05-10T19:00", "2034-05-10T21:00", Hedensted);
        var (own, _) = await Rikke.PublishedAsync("Min egen aften", "2034-06-10T19:00", "2034-06-10T21:00", Hedensted);
        var change = await ChangeAsync("2034-05-10");
        var (starter, _, _) = await Rikke.InAsync(Host, Group(Reading).With("documentRootAccess", false).With("documentStartNode", Reference(own)));
        Assert.That(await FoundAsync(starter, change, ("originalStart", Events.At("2034-05-10T19:00"))), Is.Empty);
        Assert.That(await FoundAsync(Rikke, change, ("originalStart", Events.At("2034-05-10T19:00"))), Is.EqualTo(new[] { "Foredraget" }));
    }

    // Of the first date of a published series.
    private static async Task<Guid> ChangeAsync(params string[] days)
    {
        var dates = await TypeAsync("dateBlock");
        var keys = days.Select(_ => Guid.NewGuid()).ToArray();
        var blocks = new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = keys.Select(key => new { contentKey = key }).ToArray() },
            contentData = days.Select((day, at) => new
            {
                key = keys[at],
                contentTypeKey = dates,
                values = new object[] { new { alias = "startsAt", value = Events.At($"{day}T19:00") }, new { alias = "endsAt", value = Events.At($"{day}T21:00") } },
            }).ToArray(),
            settingsData = Array.Empty<object>(),
            expose = keys.Select(key => new { contentKey = key, culture = (string?)null, segment = (string?)null }).ToArray(),
        };
        var (series, _) = await Rikke.CreateAndPublishAsync(
            await TypeAsync("eventSeries"),
            "Læsekreds",
            StartingSite.Events,
            ("title", "Læsekreds"),
            ("teaser", "En prøve."),
            ("extraDates", blocks),
            ("place", Hedensted.ToString()),
            ("focusAreas", new[] { new { type = "document", unique = StartingSite.JoyOfReading } }),
            ("audiences", new[] { "Voksne" }),
            ("listed", true));
        return await Rikke.CreateAsync(await TypeAsync("occurrenceOverride"), "Rettelse", series, ("originalStart", Events.At($"{days[0]}T19:00")));
    }

    private static async Task<string[]> FoundAsync(Editor editor, Guid change, params (string Alias, object? Value)[] values)
    {
        var body = new { id = change, type = await TypeAsync("occurrenceOverride"), values = values.ToDictionary(value => value.Alias, value => value.Value) };
        using var response = await editor.SendAsync(HttpMethod.Post, "hedensted/collisions", body);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), answer);
        return [.. JsonNode.Parse(answer)!["collisions"]!.AsArray().Select(one => one!["title"]!.GetValue<string>())];
    }

    private static async Task<Guid> TypeAsync(string alias) => (await Host.Service<SchemaSource>().CurrentAsync(CancellationToken.None)).FindType(NodeKind.Document, alias)!.Key;
}
