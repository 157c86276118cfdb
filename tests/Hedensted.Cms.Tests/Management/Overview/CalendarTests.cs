using System.Net;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek;
using Hedensted.Testing;
using static Hedensted.Cms.Tests.Management.ManagementHost;
using static Hedensted.Cms.Tests.Management.People.Colleagues;

namespace Hedensted.Cms.Tests.Management.Overview;

/// <summary>The editors' calendar. Each test has a month of its own, so that nobody else's events stand in it.</summary>
public class CalendarTests
{
    private static readonly Guid Hedensted = StartingSite.HedenstedLibrary;
    private static readonly Guid Juelsminde = StartingSite.JuelsmindeLibrary;

    [Test]
    public async Task What_is_published_and_what_is_a_draft_stand_beside_each_other_and_tell_when_they_collide()
    {
        await Rikke.PublishedAsync("Udgivet", "2031-01-10T10:00", "2031-01-10T12:00", Hedensted);
        await Rikke.DraftAsync("Kladde", "2031-01-10T11:00", "2031-01-10T13:00", Hedensted);
        await Rikke.DraftAsync("Et andet sted", "2031-01-10T11:00", "2031-01-10T13:00", Juelsminde);
        await Rikke.DraftAsync("Bagefter", "2031-01-10T13:00", "2031-01-10T14:00", Hedensted);

        var entries = await EntriesAsync(Rikke, "2031-01");
        Assert.Multiple(async () =>
        {
            Assert.That(entries.Select(entry => $"{Text(entry, "title")} {Text(entry, "state")}"), Is.EqualTo(new[] { "Udgivet Published", "Et andet sted Draft", "Kladde Draft", "Bagefter Draft" }));
            Assert.That(Colliding(entries, "Udgivet"), Is.EqualTo(new[] { "Kladde False" }));
            Assert.That(Colliding(entries, "Kladde"), Is.EqualTo(new[] { "Udgivet False" }));
            Assert.That(Colliding(entries, "Et andet sted").Concat(Colliding(entries, "Bagefter")), Is.Empty);
            Assert.That(Text(entries[0]!, "place"), Is.EqualTo("Hedensted Bibliotek"));
            Assert.That((await EntriesAsync(Rikke, "2031-01", Juelsminde)).Select(entry => Text(entry, "title")), Is.EqualTo(new[] { "Et andet sted" }));
            Assert.That(await EntriesAsync(Rikke, "2031-02"), Is.Empty);
        });
    }

    [Test]
    public async Task Rooms_decide_and_what_is_cancelled_needs_none()
    {
        var (small, large) = (("room", (object?)Guid.NewGuid().ToString()), ("room", (object?)Guid.NewGuid().ToString()));
        await Rikke.DraftAsync("Lille sal", "2031-03-05T10:00", "2031-03-05T12:00", Hedensted, small);
        await Rikke.DraftAsync("Også lille sal", "2031-03-05T11:00", "2031-03-05T12:00", Hedensted, small);
        await Rikke.DraftAsync("Store sal", "2031-03-05T10:00", "2031-03-05T12:00", Hedensted, large);
        await Rikke.DraftAsync("Aflyst", "2031-03-05T10:00", "2031-03-05T12:00", Hedensted, small, ("status", new[] { "Aflyst" }));
        await Rikke.DraftAsync("Udstilling", "2031-03-01T00:00", "2031-03-09T00:00", Hedensted, ("allDay", true));

        var entries = await EntriesAsync(Rikke, "2031-03");
        Assert.Multiple(() =>
        {
            Assert.That(Colliding(entries, "Lille sal"), Is.EqualTo(new[] { "Også lille sal True" }));
            Assert.That(Colliding(entries, "Store sal"), Is.Empty);
            Assert.That(Colliding(entries, "Aflyst"), Is.Empty);
            Assert.That(Colliding(entries, "Udstilling"), Is.Empty, "it is there all day, beside what happens");
            Assert.That(Text(Of(entries, "Aflyst"), "status"), Is.EqualTo("Aflyst"));
            Assert.That(Text(Of(entries, "Udstilling"), "endDate"), Is.EqualTo("2031-03-09"));
        });
    }

    [Test]
    public async Task A_date_that_is_moved_in_the_draft_is_shown_where_it_is_and_where_it_will_be()
    {
        var (id, _) = await Rikke.PublishedAsync("Flytter", "2031-04-05T10:00", "2031-04-05T12:00", Hedensted);
        await Rikke.SaveAsync(id, ("teaser", "En anden."));
        var entry = (await EntriesAsync(Rikke, "2031-04")).Single();
        Assert.That((Text(entry!, "state"), entry!["hasDraft"]!.GetValue<bool>()), Is.EqualTo(("Published", true)));

        await Rikke.SaveAsync(id, ("startsAt", Events.At("2031-04-05T10:30")));
        var entries = await EntriesAsync(Rikke, "2031-04");
        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(one => $"{Text(one, "time")} {Text(one, "state")}"), Is.EqualTo(new[] { "kl. 10.00–12.00 Published", "kl. 10.30–12.00 Changed" }));
            Assert.That(Colliding(entries, "Flytter"), Is.Empty, "it does not stand in its own way");
        });
    }

    [Test]
    public async Task Plans_are_shown_on_their_day_with_what_looks_wrong()
    {
        var twice = await Rikke.DraftAsync("To gange", "2031-05-20T10:00", "2031-05-20T12:00", Hedensted);
        await ScheduleAsync(twice, "2031-05-02T08:00:00Z", "2031-05-02T12:00:00Z");
        var early = await Rikke.DraftAsync("For tidligt ned", "2031-05-20T13:00", "2031-05-20T14:00", Juelsminde);
        await ScheduleAsync(early, "2031-05-03T08:00:00Z", "2031-05-10T12:00:00Z");
        var fine = await Rikke.DraftAsync("Godt", "2031-05-20T15:00", "2031-05-20T16:00", Hedensted);
        await ScheduleAsync(fine, "2031-05-04T08:00:00Z", null);

        var changes = (await CalendarAsync(Rikke, "2031-05"))["changes"]!.AsArray();
        string Told(string title, string action) => changes.Where(change => Text(change, "title") == title && Text(change, "action") == action)
            .Select(change => $"{Text(change, "date")} {Text(change, "time")} | {change!["note"]} | {change["problem"]}").Single();
        Assert.Multiple(() =>
        {
            Assert.That(Told("To gange", "Publish"), Is.EqualTo("2031-05-02 kl. 10.00 |  | To planlagte ændringer af samme side samme dag: tages ned fredag 2. maj 2031 kl. 14.00."));
            Assert.That(Told("For tidligt ned", "Unpublish"), Does.EndWith("| Tages ned, før det er slut (tirsdag 20. maj 2031 kl. 13.00–14.00)."));
            Assert.That(Told("For tidligt ned", "Publish"), Is.EqualTo("2031-05-03 kl. 10.00 | Planlagt for samme side: tages ned lørdag 10. maj 2031 kl. 14.00. | "));
            Assert.That(Told("Godt", "Publish"), Is.EqualTo("2031-05-04 kl. 10.00 |  | "));
        });
        Assert.That((await CalendarAsync(Rikke, "2031-05", Juelsminde))["changes"]!.AsArray().Select(change => Text(change, "title")).Distinct(), Is.EqualTo(new[] { "For tidligt ned" }));
    }

    [Test]
    public async Task Everybody_sees_what_they_may_read_and_nothing_else()
    {
        var own = await Rikke.DraftAsync("Mit eget", "2031-06-05T10:00", "2031-06-05T12:00", Hedensted);
        await ScheduleAsync(own, "2031-06-02T08:00:00Z", null);
        var other = await Rikke.DraftAsync("Andres kladde", "2031-06-05T10:00", "2031-06-05T12:00", Hedensted);
        await ScheduleAsync(other, "2031-06-02T08:00:00Z", null);
        await Rikke.PublishedAsync("Andres udgivne", "2031-06-06T10:00", "2031-06-06T12:00", Hedensted);

        var (reader, _, _) = await Rikke.InAsync(Host, Group(["Umb.Document.PropertyValue.Read"]).At(own, Reading));
        var (starter, _, _) = await Rikke.InAsync(Host, Group(Reading).With("documentRootAccess", false).With("documentStartNode", Reference(own)));
        foreach (var colleague in new[] { reader, starter })
        {
            var calendar = await CalendarAsync(colleague, "2031-06");
            Assert.Multiple(() =>
            {
                Assert.That(calendar["entries"]!.AsArray().Select(entry => Text(entry, "title")), Is.EqualTo(new[] { "Mit eget" }));
                Assert.That(calendar["changes"]!.AsArray().Select(change => Text(change, "title")), Is.EqualTo(new[] { "Mit eget" }));
                Assert.That(Colliding(calendar["entries"]!.AsArray(), "Mit eget"), Is.Empty, "a collision would tell what is not to be seen");
            });
        }

        var (blind, _, _) = await Rikke.InAsync(Host, Group([]));
        using var refused = await blind.SendAsync(HttpMethod.Get, Address("2031-06", null));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task What_stands_in_a_field_that_one_may_not_read_is_not_told_by_the_calendar()
    {
        var room = ("room", (object?)Guid.NewGuid().ToString());
        var (published, _) = await Rikke.PublishedAsync("Kun nogle felter", "2031-07-10T10:00", "2031-07-10T12:00", Hedensted, room);
        await Rikke.DraftAsync("Kladde med felter", "2031-07-10T11:00", "2031-07-10T13:00", Hedensted, room);
        await Rikke.SaveAsync(published, ("startsAt", Events.At("2031-07-11T10:00")), ("endsAt", Events.At("2031-07-11T12:00")));
        await ScheduleAsync(published, null, "2031-07-09T08:00:00Z");
        var type = (await Rikke.GetAsync($"document/{published}"))!["documentType"]!["id"]!.GetValue<Guid>();

        var (placeless, _, _) = await Rikke.InAsync(Host, await Group(Reading).AtFieldAsync(type, "place"));
        var (timeless, _, _) = await Rikke.InAsync(Host, await Group(Reading).AtFieldAsync(type, "startsAt"));
        var all = await EntriesAsync(Rikke, "2031-07");
        var places = await EntriesAsync(placeless, "2031-07");
        var times = await CalendarAsync(timeless, "2031-07");
        Assert.Multiple(async () =>
        {
            Assert.That(all.Select(entry => $"{Text(entry, "title")} {Text(entry, "place")}"), Is.EqualTo(new[] { "Kun nogle felter Hedensted Bibliotek", "Kladde med felter Hedensted Bibliotek", "Kun nogle felter Hedensted Bibliotek" }));
            Assert.That(places.Select(entry => $"{Text(entry, "title")} {Text(entry, "place")}"), Is.EqualTo(new[] { "Kun nogle felter ", "Kladde med felter ", "Kun nogle felter " }));
            Assert.That(Colliding(all, "Kladde med felter"), Is.EqualTo(new[] { "Kun nogle felter True" }));
            Assert.That(Colliding(places, "Kladde med felter"), Is.Empty, "a collision would tell where it is");
            Assert.That(await EntriesAsync(placeless, "2031-07", Hedensted), Is.Empty, "and so would a question for one place");
            Assert.That(times["entries"]!.AsArray(), Is.Empty);
            Assert.That(times["changes"]!.AsArray().Select(change => $"{Text(change, "title")} {Text(change, "problem")}"), Is.EqualTo(new[] { "Kun nogle felter " }), "that it is taken down too early would tell when it is");
        });
    }

    [Test]
    public async Task Without_days_it_is_this_month_and_too_many_days_are_refused_in_words()
    {
        var month = (await Rikke.GetAsync("hedensted/calendar"))!;
        Assert.That(Text(month, "from"), Is.EqualTo($"{Text(month, "today")[..8]}01"));

        using var refused = await Rikke.SendAsync(HttpMethod.Get, "hedensted/calendar?from=2031-01-01&to=2032-01-01");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(Text(problem, "detail"), Does.Contain("højst 92 dage"));
        });
    }

    private static async Task<JsonNode> CalendarAsync(Editor editor, string month, Guid? place = null) => (await editor.GetAsync(Address(month, place)))!;

    private static async Task<JsonArray> EntriesAsync(Editor editor, string month, Guid? place = null) => (await CalendarAsync(editor, month, place))["entries"]!.AsArray();

    private static string Address(string month, Guid? place) => $"hedensted/calendar?from={month}-01&to={month}-28{(place is { } key ? $"&place={key}" : "")}";

    private static string Text(JsonNode? node, string name) => node![name]?.GetValue<string>() ?? "";

    private static JsonNode Of(JsonArray entries, string title) => entries.First(entry => Text(entry, "title") == title)!;

    private static string[] Colliding(JsonArray entries, string title) =>
        [.. Of(entries, title)["collisions"]!.AsArray().Select(collision => $"{Text(collision, "title")} {collision!["sameRoom"]!.GetValue<bool>()}")];

    private static async Task ScheduleAsync(Guid id, string? publish, string? unpublish) => await Rikke.DoAsync(
        HttpMethod.Put,
        $"document/{id}/publish",
        new { publishSchedules = new[] { new { culture = (string?)null, schedule = new { publishTime = publish, unpublishTime = unpublish } } } });
}
