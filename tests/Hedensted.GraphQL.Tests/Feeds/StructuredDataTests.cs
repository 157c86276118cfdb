using System.Text.Json;
using Hedensted.Testing;

namespace Hedensted.GraphQL.Tests.Feeds;

/// <summary>The calendar in schema.org's words: every property held against schema.org's vocabulary (schema-dts), and read as JSON-LD (jsonld).</summary>
public class StructuredDataTests
{
    private FeedReaders _readers = null!;

    [OneTimeSetUp]
    public void StartReaders() => _readers = new FeedReaders();

    [OneTimeTearDown]
    public void StopReaders() => _readers.Dispose();

    [Test]
    public async Task The_list_is_what_schema_org_says_an_ItemList_of_events_is()
    {
        var library = new Library();
        var branch = library.Add("branch", "Testhuset", new
        {
            title = "Testhuset",
            addresses = Library.Blocks("addressBlock", new { street = "Gade 1", postalCode = "8722", town = "Hedensted", latitude = 55.77, longitude = 9.7 }),
        });
        library.Event("Koncert", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new
        {
            place = branch,
            teaser = "Musik",
            audiences = new[] { "Unge", "Voksne" },
            ageFrom = 12,
            categories = new[] { "Musik" },
            focusAreas = new[] { library.Existing("focusArea") },
            capacity = 80,
            ticketUrl = "https://billet.example/1",
            bookingOpens = Library.Time("2026-12-01 10:00:00"),
            status = "Udsolgt",
            attendanceMode = "Både fysisk og online",
            prices = Library.Blocks("priceBlock", new { name = "Voksne", amount = 75 }, new { name = "Unge", amount = 12.5 }),
        });
        library.Event("Udstilling", "2026-12-01 00:00:00", "2026-12-13 00:00:00", new { allDay = true, kind = "Udstilling" });
        library.Event("Aflyst foredrag", "2026-12-04 19:00:00", more: new { status = "Aflyst", statusReason = "Sygdom" });
        library.Event("Webinar", "2026-12-05 19:00:00", more: new { status = "Flyttet online" });
        await using var api = new FeedApi(library);
        var text = await api.ReadAsync("/feeds/events.json");

        var errors = (await _readers.ReadAsync("schemaOrg", text, type: "ItemList")).At("errors");
        var linked = await _readers.ReadAsync("jsonLd", text);
        var events = JsonDocument.Parse(text).RootElement.At("itemListElement").EnumerateArray().Select(item => item.At("item")).ToDictionary(one => one.At("name").GetString()!);
        var concert = events["Koncert"];
        Assert.Multiple(() =>
        {
            Assert.That(errors.EnumerateArray().Select(error => error.GetString()), Is.Empty);
            Assert.That(linked.At("subjects").EnumerateArray().Count(subject => subject.GetString()!.StartsWith("urn:uuid:", StringComparison.Ordinal)), Is.EqualTo(4));
            Assert.That(concert.At("offers").Texts("price"), Is.EqualTo(new[] { "75", "12.50" }));
            Assert.That(concert.At("offers")[0].At("availability").GetString(), Is.EqualTo("https://schema.org/SoldOut"));
            Assert.That(concert.At("offers")[0].At("validFrom").GetString(), Is.EqualTo("2026-12-01T10:00:00+01:00"));
            Assert.That(concert.At("location").Texts("@type"), Is.EqualTo(new[] { "Place", "VirtualLocation" }));
            Assert.That(concert.At("location")[0].At("geo", "latitude").GetDecimal(), Is.EqualTo(55.77m));
            Assert.That(concert.At("typicalAgeRange").GetString(), Is.EqualTo("12-"));
            Assert.That(events["Udstilling"].At("endDate").GetString(), Is.EqualTo("2026-12-13"));
            Assert.That(events["Udstilling"].At("isAccessibleForFree").GetBoolean());
            Assert.That(events["Aflyst foredrag"].At("eventStatus").GetString(), Is.EqualTo("https://schema.org/EventCancelled"));
            Assert.That(events["Aflyst foredrag"].At("description").GetString(), Is.EqualTo("Aflyst: Sygdom"));
            Assert.That(events["Aflyst foredrag"].TryGetProperty("endDate", out _), Is.False, "Nobody said when it ends.");
            Assert.That(events["Webinar"].At("eventStatus").GetString(), Is.EqualTo("https://schema.org/EventMovedOnline"));
            Assert.That(events["Webinar"].At("eventAttendanceMode").GetString(), Is.EqualTo("https://schema.org/OnlineEventAttendanceMode"));
        });
    }

    [Test]
    public async Task A_moved_date_says_when_it_would_have_begun()
    {
        var library = new Library();
        var series = library.Add("eventSeries", "Læsekreds", new
        {
            title = "Læsekreds",
            extraDates = Library.Blocks(
                "dateBlock", new { startsAt = Library.Time("2026-12-02 19:00:00") }, new { startsAt = Library.Time("2026-12-16 19:00:00") }),
        });
        library.Add("occurrenceOverride", "Flyttet", new { originalStart = Library.Time("2026-12-02 19:00:00"), startsAt = Library.Time("2026-12-09 18:00:00"), status = "Flyttet til ny dato" }, series);

        var text = library.Ask("query($id: ID!) { event(id: $id) { jsonLd(origin: \"https://bibliotek.example/\") } }", new { id = series }).At("event", "jsonLd").GetString()!;
        var events = JsonDocument.Parse(text).RootElement.EnumerateArray().ToList();
        foreach (var one in events)
        {
            var errors = (await _readers.ReadAsync("schemaOrg", one.GetRawText(), type: "Event")).At("errors");
            Assert.That(errors.EnumerateArray().Select(error => error.GetString()), Is.Empty);
        }

        Assert.Multiple(() =>
        {
            Assert.That(events.ConvertAll(one => one.At("startDate").GetString()), Is.EqualTo(new[] { "2026-12-09T18:00:00+01:00", "2026-12-16T19:00:00+01:00" }));
            Assert.That(events[0].At("eventStatus").GetString(), Is.EqualTo("https://schema.org/EventRescheduled"));
            Assert.That(events[0].At("previousStartDate").GetString(), Is.EqualTo("2026-12-02T19:00:00+01:00"));
            Assert.That(events[0].At("superEvent", "@id").GetString(), Is.EqualTo($"urn:uuid:{series}"));
            Assert.That(events[0].At("url").GetString(), Does.StartWith("https://bibliotek.example/arrangementer/"));
        });
    }

    [Test]
    public void A_page_says_nothing_that_ends_its_script_element()
    {
        var library = new Library();
        var key = library.Event("</script><script>alert(1)</script><!--", "2026-12-03 19:00:00", more: new { teaser = "<!-- & ' \" \u2028 ]]>" });

        var text = library.Ask("query($id: ID!) { event(id: $id) { jsonLd } }", new { id = key }).At("event", "jsonLd").GetString()!;

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Not.Match("[<>&'\u2028]"));
            Assert.That(JsonDocument.Parse(text).RootElement.At("name").GetString(), Is.EqualTo("</script><script>alert(1)</script><!--"));
            Assert.That(library.Refused("query($id: ID!) { event(id: $id) { jsonLd(origin: \"javascript:x\") } }", new { id = key }), Is.EqualTo("INVALID_ORIGIN"));
        });
    }
}
