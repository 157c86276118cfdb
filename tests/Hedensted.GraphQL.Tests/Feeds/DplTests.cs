using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Import;
using Hedensted.GraphQL.Tests.Http;
using Hedensted.Testing;

namespace Hedensted.GraphQL.Tests.Feeds;

/// <summary>What Kultunaut, Place2book and the library app get: the shape that they fetch from every Danish library.</summary>
public class DplTests
{
    private FeedReaders _readers = null!;

    [OneTimeSetUp]
    public void StartReaders() => _readers = new FeedReaders();

    [OneTimeTearDown]
    public void StopReaders() => _readers.Dispose();

    [Test]
    public async Task An_event_that_was_fetched_from_dpl_is_told_under_the_name_that_it_has_there_also_when_it_goes()
    {
        var library = new Library();
        var (uuid, other) = (Guid.NewGuid(), Guid.NewGuid());
        var key = library.Add("event", "Hentet", new { title = "Hentet", startsAt = Library.Time("2026-12-03 19:00:00"), sourceId = uuid.ToString() }, key: ImportedEvents.KeyOf(uuid));
        var copied = library.Event("Med en andens navn", "2026-12-04 19:00:00", more: new { sourceId = other.ToString() });
        await using var api = new FeedApi(library);
        var events = JsonDocument.Parse(await api.ReadAsync("/api/v1/events")).RootElement.EnumerateArray().ToDictionary(one => one.At("title").GetString()!, one => one.At("uuid").GetGuid());
        Assert.That((events["Hentet"], events["Med en andens navn"]), Is.EqualTo((uuid, OccurrenceIds.Of(copied))));

        var first = library.Edition();
        library.Remove(key);
        library.Remove(copied);
        var changes = library.Next(first, schemaChanged: false, key, copied).Projection<CalendarChanges>();
        Assert.That((changes.Find(OccurrenceIds.Of(key))!.Uuid, changes.Find(OccurrenceIds.Of(copied))!.Uuid), Is.EqualTo(((Guid?)uuid, (Guid?)null)));
    }

    [Test]
    public async Task Events_of_every_sort_have_the_shape_and_the_state_that_takers_know()
    {
        var library = new Library();
        var branch = library.Add("branch", "Testhuset", new { title = "Testhuset", addresses = Library.Blocks("addressBlock", new { street = "Gade 1", postalCode = "8722", town = "Hedensted" }) });
        var picture = library.AddMedia("/media/abc/bog.jpg", new { umbracoWidth = 2000, umbracoHeight = 1500 });
        var partner = library.Add("partner", "Egnsforeningen", new { title = "Egnsforeningen" });
        var full = library.Event("Fuldt", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new
        {
            teaser = "Manchet",
            description = new { markup = "<p>Se <a href=\"/strategi\">her</a><script>x</script></p>" },
            place = branch,
            meetingPoint = "Bagindgangen",
            organiser = partner,
            image = new[] { new { key = Guid.NewGuid(), mediaKey = picture } },
            audiences = new[] { "Voksne" },
            categories = new[] { "Musik" },
            capacity = 40,
            booking = "Link",
            ticketUrl = "https://billet.example/1",
            prices = Library.Blocks("priceBlock", new { name = "Voksne", amount = 75.5 }),
        });
        library.Event("Aflyst", "2026-12-03 19:00:00", more: new { status = "Aflyst", statusReason = "Sygdom.", teaser = "Manchet" });
        library.Event("Udskudt", "2026-12-03 19:00:00", more: new { status = "Udskudt" });
        library.Event("Udsolgt", "2026-12-03 19:00:00", more: new { status = "Udsolgt" });
        library.Event("Senere salg", "2026-12-03 19:00:00", more: new { bookingOpens = Library.Time("2026-12-01 10:00:00") });
        library.Event("Online", "2026-12-03 19:00:00", more: new { attendanceMode = "Online", place = branch });
        library.Event("Hele dagen", "2026-12-01 00:00:00", "2026-12-02 00:00:00", new { allDay = true });
        library.Event("Forbi", "2026-11-24 10:00:00", "2026-11-24 12:00:00");
        library.Event("Ulistet", "2026-12-03 19:00:00", more: new { listed = false });
        var series = library.Add("eventSeries", "Serie", new { title = "Serie", extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-12-04 19:00:00") }) });
        await using var api = new FeedApi(library);

        var text = await api.ReadAsync("/api/v1/events?_format=json&utm_source=taker");
        var earlier = JsonDocument.Parse(await api.ReadAsync("/api/v1/events?from_date=2026-11-24")).RootElement.EnumerateArray().ToList();
        await AssertShapeAsync(text, "event");
        var events = JsonDocument.Parse(text).RootElement.EnumerateArray().ToDictionary(one => one.At("title").GetString()!);
        var all = events["Fuldt"];
        Assert.Multiple(() =>
        {
            Assert.That(events.Keys, Is.EquivalentTo(new[] { "Fuldt", "Aflyst", "Udskudt", "Udsolgt", "Senere salg", "Online", "Hele dagen", "Serie" }));
            Assert.That(all.At("uuid").GetGuid(), Is.EqualTo(OccurrenceIds.Of(full)));
            Assert.That(all.At("date_time", "start").GetString(), Is.EqualTo("2026-12-03T19:00:00+01:00"));
            Assert.That(all.At("address").GetRawText(), Is.EqualTo("""{"locationType":"physical","location":"Testhuset","locationAdditional":"Bagindgangen","street":"Gade 1","zip_code":8722,"city":"Hedensted","country":"DK"}"""));
            Assert.That(all.At("branches")[0].GetString(), Is.EqualTo("Testhuset"));
            Assert.That(all.At("partners")[0].GetString(), Is.EqualTo("Egnsforeningen"));
            Assert.That(all.At("ticket_categories")[0].At("price", "value").GetInt32(), Is.EqualTo(7550));
            Assert.That(all.At("body").GetString(), Is.EqualTo("<p>Se <a href=\"https://bibliotek.example/strategi\">her</a></p>"));
            Assert.That(all.At("image", "url").GetString(), Is.EqualTo("https://bibliotek.example/media/abc/bog.jpg"));
            Assert.That(all.At("teaserImage", "url").GetString(), Does.StartWith("https://bibliotek.example/media/abc/bog.jpg?width=960&height=640"));
            Assert.That(all.At("ticket_manager_relevance").GetBoolean());
            Assert.That(all.At("external_data", "url").GetString(), Is.EqualTo("https://billet.example/1"));
            Assert.That(StateOf("Fuldt"), Is.EqualTo("Active"));
            Assert.That(StateOf("Aflyst"), Is.EqualTo("Cancelled"));
            Assert.That(StateOf("Udskudt"), Is.EqualTo("Cancelled"));
            Assert.That(StateOf("Udsolgt"), Is.EqualTo("SoldOut"));
            Assert.That(StateOf("Senere salg"), Is.EqualTo("TicketSaleNotOpen"));
            Assert.That(events["Aflyst"].At("description").GetString(), Is.EqualTo("Aflyst: Sygdom. Manchet"));
            Assert.That(events["Udskudt"].At("status").GetString(), Is.EqualTo("POSTPONED"));
            Assert.That(events["Online"].At("address", "locationType").GetString(), Is.EqualTo("online"));
            Assert.That(events["Hele dagen"].At("date_time", "end").GetString(), Is.EqualTo("2026-12-03T00:00:00+01:00"));
            Assert.That(events["Serie"].At("series", "uuid").GetGuid(), Is.EqualTo(series));
            Assert.That(earlier[0].At("title").GetString(), Is.EqualTo("Forbi"));
            Assert.That(earlier[0].At("state").GetString(), Is.EqualTo("Occurred"));
        });

        string? StateOf(string title) => events[title].At("state").GetString();
    }

    [Test]
    public async Task The_state_changes_when_booking_opens_and_no_answer_is_kept_past_it()
    {
        var library = new Library();
        library.Event("Koncert", "2026-12-03 19:00:00", more: new { bookingOpens = Library.Time("2026-11-25 13:00:04") });
        await using var api = new FeedApi(library);
        library.Clock.Now = Library.Now.AddSeconds(2);
        var before = await api.GetAsync("/api/v1/events");
        library.Clock.Now = Library.Now.AddSeconds(5);
        var after = await api.GetAsync("/api/v1/events");
        Assert.Multiple(() =>
        {
            Assert.That(FeedApi.TextOf(before), Does.Contain("TicketSaleNotOpen"));
            Assert.That(before.Headers.CacheControl.ToString(), Is.EqualTo("public, max-age=2"));
            Assert.That(FeedApi.TextOf(after), Does.Contain("\"Active\""));
            Assert.That(after.Headers.LastModified.ToString(), Is.EqualTo("Wed, 25 Nov 2026 12:00:04 GMT"));
        });
    }

    [TestCase("_format=xml", "_format", 400)]
    [TestCase("from_date=i-morgen", "from_date", 400)]
    [TestCase("modifiedSince=2026-11-25", "modifiedSince", 400)]
    [TestCase("modifiedSince=2026-11-25T12:00:00Z&from_date=2026-11-25", "modifiedSince", 400)]
    [TestCase("modifiedSince=2026-11-25T11:59:59Z", "modifiedSince", 410)]
    [TestCase("modifiedSince=2026-11-25T12:01:01Z", "modifiedSince", 410)]
    public async Task What_cannot_be_answered_is_told(string query, string parameter, int status)
    {
        await using var api = new FeedApi();
        var response = await api.GetAsync($"/api/v1/events?{query}");
        using var problem = HttpApi.Read(response);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(status));
            Assert.That(problem.RootElement.At("parameter").GetString(), Is.EqualTo(parameter));
        });
    }

    [Test]
    public async Task Nothing_has_changed_since_the_server_started()
    {
        await using var api = new FeedApi();
        Assert.Multiple(async () =>
        {
            Assert.That(await api.ReadAsync("/api/v1/events?modifiedSince=2026-11-25T12:00:00Z"), Is.EqualTo("[]"));
            Assert.That(await api.ReadAsync("/api/v1/events?modifiedSince=2026-11-25T12:01:00Z"), Is.EqualTo("[]"), "A clock that is a little ahead.");
            Assert.That(await api.ReadAsync("/api/v1/events?modifiedSince=2026-11-25T13:00:00+01:00"), Is.EqualTo("[]"), "A plus that was not escaped.");
        });
    }

    [Test]
    public async Task Opening_hours_are_reckoned_day_by_day()
    {
        var library = new Library();
        var week = Library.Blocks(
            "hoursBlock",
            new { category = "Betjent", weekdays = new[] { "Mandag", "Onsdag" }, opens = "10:00:00", closes = "18:00:00" },
            new { category = "Selvbetjent", weekdays = new[] { "Mandag" }, opens = "06:00:00", closes = "22:00:00", validTo = "2026-12-07" });
        var exceptions = Library.Blocks(
            "exceptionBlock",
            new { date = "2026-12-09", closed = true, text = "Personaledag" },
            new { date = "2026-12-13", closed = false, opens = "12:00:00", closes = "15:00:00", text = "Julemarked" });
        library.Add("branch", "A", new { title = "A", dplBranchId = "7", isil = "DK-776600", openingHours = week, exceptions });
        library.Add("branch", "B", new { title = "B", openingHours = week });
        library.Add("branch", "C", new { title = "C", status = "Lukket", openingHours = week });
        await using var api = new FeedApi(library);

        var text = await api.ReadAsync("/api/v1/opening_hours?_format=json&branch_id=7&from_date=2026-12-07&to_date=2026-12-14");
        var whole = JsonDocument.Parse(await api.ReadAsync("/api/v1/opening_hours")).RootElement.EnumerateArray().ToList();
        await AssertShapeAsync(text, "opening");
        var rows = JsonDocument.Parse(text).RootElement.EnumerateArray().Select(row =>
            $"{row.At("date").GetString()} {row.At("start_time").GetString()}-{row.At("end_time").GetString()} {row.At("category", "title").GetString()} {row.At("repetition", "type").GetString()}");
        Assert.Multiple(() =>
        {
            Assert.That(rows, Is.EqualTo(new[]
            {
                "2026-12-07 06:00-22:00 Selvbetjent weekly",
                "2026-12-07 10:00-18:00 Betjent weekly",
                "2026-12-13 12:00-15:00 Betjent none",
                "2026-12-14 10:00-18:00 Betjent weekly",
            }));
            Assert.That(JsonDocument.Parse(text).RootElement[0].At("repetition", "weekly_data", "end_date").GetString(), Is.EqualTo("2026-12-07"));
            Assert.That(JsonDocument.Parse(text).RootElement[0].At("branch_isil_id").GetString(), Is.EqualTo("DK-776600"));
            Assert.That(whole.ConvertAll(row => row.At("id").GetInt32()), Is.Unique);
            Assert.That(whole.Select(row => row.At("branch_id").GetInt32()).Distinct().Count(), Is.EqualTo(2), "One that is closed has no hours.");
            Assert.That(whole[0].At("date").GetString(), Is.EqualTo("2026-11-25"), "From today on.");
        });
    }

    [TestCase("branch_id=99999", "branch_id")]
    [TestCase("branch_id=hus", "branch_id")]
    [TestCase("from_date=2026-12-24&to_date=2026-12-23", "to_date")]
    [TestCase("from_date=2026-12-24&to_date=2028-12-23", "to_date")]
    [TestCase("from_date=1900-12-24", "from_date")]
    public async Task Opening_hours_that_cannot_be_told_are_refused_by_name(string query, string parameter)
    {
        await using var api = new FeedApi();
        var response = await api.GetAsync($"/api/v1/opening_hours?{query}");
        using var problem = HttpApi.Read(response);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(400));
            Assert.That(problem.RootElement.At("parameter").GetString(), Is.EqualTo(parameter));
        });
    }

    private async Task AssertShapeAsync(string text, string definition)
    {
        var schema = JsonNode.Parse(File.ReadAllText(SchemaFile()))!.AsObject();
        schema["type"] = "array";
        schema["minItems"] = 1;
        schema["items"] = new JsonObject { ["$ref"] = $"#/$defs/{definition}" };
        var found = await _readers.ReadAsync("jsonSchema", text, schema: JsonSerializer.SerializeToElement(schema));
        Assert.That(found.At("errors").EnumerateArray().Select(error => error.GetString()), Is.Empty);
    }

    private static string SchemaFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "dpl.schema.json");
}
