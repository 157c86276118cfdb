using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Tests.Http;
using Hedensted.Testing;
using Ical.Net.CalendarComponents;

namespace Hedensted.GraphQL.Tests.Feeds;

/// <summary>The calendar as calendars read it: by ical.js and by Ical.Net.</summary>
public class IcalendarTests
{
    private FeedReaders _readers = null!;

    [OneTimeSetUp]
    public void StartReaders() => _readers = new FeedReaders();

    [OneTimeTearDown]
    public void StopReaders() => _readers.Dispose();

    [Test]
    public async Task An_event_is_what_it_is_on_the_site()
    {
        var library = new Library();
        var branch = library.Existing("branch", "Hedensted Bibliotek");
        library.Event("Brætspil, strik & kaffe; æøå", "2026-12-03 19:00:00", "2026-12-03 21:30:00", new
        {
            teaser = "Kom med: alle kan\\være med.",
            description = new { markup = "<p>Første afsnit, med komma.</p><p>Andet <strong>afsnit</strong>.</p>" },
            place = branch,
            audiences = new[] { "Voksne", "Familier" },
            categories = new[] { "Spil, leg" },
        });
        await using var api = new FeedApi(library);
        var text = await api.ReadAsync("/feeds/events.ics");

        var (theirs, ical) = await ReadAsync(text, "Brætspil");
        Assert.Multiple(() =>
        {
            Assert.That(theirs.At("summary").GetString(), Is.EqualTo("Brætspil, strik & kaffe; æøå"));
            Assert.That(theirs.At("start").GetString(), Is.EqualTo("2026-12-03T18:00:00.000Z"));
            Assert.That(theirs.At("end").GetString(), Is.EqualTo("2026-12-03T20:30:00.000Z"));
            Assert.That(theirs.At("description").GetString(), Does.StartWith("Kom med: alle kan\\være med.\n\nFørste afsnit, med komma.\nAndet afsnit."));
            Assert.That(theirs.At("location").GetString(), Does.StartWith("Hedensted Bibliotek"));
            Assert.That(theirs.At("categories").EnumerateArray().Select(one => one.GetString()), Is.EqualTo(new[] { "Arrangement", "Voksne", "Familier", "Spil, leg" }));
            Assert.That(theirs.At("status").GetString(), Is.EqualTo("CONFIRMED"));
            Assert.That(theirs.At("url").GetString(), Does.StartWith("https://bibliotek.example/arrangementer/"));
            Assert.That(ical.Summary, Is.EqualTo("Brætspil, strik & kaffe; æøå"));
            Assert.That(ical.Description, Is.EqualTo(theirs.At("description").GetString()));
            Assert.That(ical.DtStart!.AsUtc, Is.EqualTo(new DateTime(2026, 12, 3, 18, 0, 0, DateTimeKind.Utc)));
            Assert.That(ical.DtEnd!.AsUtc, Is.EqualTo(new DateTime(2026, 12, 3, 20, 30, 0, DateTimeKind.Utc)));
            Assert.That(ical.Uid, Is.EqualTo(theirs.At("uid").GetString()));
        });
    }

    [Test]
    public async Task Lines_are_at_most_75_octets_and_no_character_is_torn()
    {
        var library = new Library();
        var title = string.Concat(Enumerable.Repeat("rødgrød på ålegræs 🎉 ", 30)).Trim();
        library.Event(title, "2026-12-03 19:00:00", "2026-12-03 20:00:00");
        await using var api = new FeedApi(library);
        var response = await api.GetAsync("/feeds/events.ics");
        var octets = ((MemoryStream)response.Body).ToArray();

        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var lines = Lines(octets);
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(line => line.Length), Has.All.LessThanOrEqualTo(75));
            Assert.That(lines.Count(line => line.Length == 75), Is.GreaterThan(1), "Lines that could be full are full.");
            Assert.DoesNotThrow(() => lines.ForEach(line => strict.GetString(line)), "A line alone is UTF-8.");
        });
        var (theirs, ical) = await ReadAsync(FeedApi.TextOf(response), "rødgrød");
        Assert.Multiple(() =>
        {
            Assert.That(theirs.At("summary").GetString(), Is.EqualTo(title));
            Assert.That(ical.Summary, Is.EqualTo(title));
        });
    }

    [TestCase("2027-03-28 01:30:00", "2027-03-28 03:30:00", "2027-03-28T00:30:00.000Z", "2027-03-28T01:30:00.000Z", TestName = "Over the hour that spring skips")]
    [TestCase("2027-03-27 20:00:00", "2027-03-28 10:00:00", "2027-03-27T19:00:00.000Z", "2027-03-28T08:00:00.000Z", TestName = "Over the night in spring")]
    [TestCase("2027-03-28 02:30:00", "2027-03-28 05:00:00", "2027-03-28T01:30:00.000Z", "2027-03-28T03:00:00.000Z", TestName = "In the hour that spring skips")]
    [TestCase("2027-10-31 01:00:00", "2027-10-31 02:30:00", "2027-10-30T23:00:00.000Z", "2027-10-31T00:30:00.000Z", TestName = "Into the hour that autumn repeats")]
    [TestCase("2027-10-30 20:00:00", "2027-10-31 10:00:00", "2027-10-30T18:00:00.000Z", "2027-10-31T09:00:00.000Z", TestName = "Over the night in autumn")]
    [TestCase("2027-07-01 10:00:00", "2027-07-01 12:00:00", "2027-07-01T08:00:00.000Z", "2027-07-01T10:00:00.000Z", TestName = "In summer")]
    public async Task Times_are_the_same_instant_for_every_calendar(string start, string end, string startsAt, string endsAt)
    {
        var library = new Library();
        library.Event("Nattens bibliotek", start, end);
        await using var api = new FeedApi(library);

        var (theirs, ical) = await ReadAsync(await api.ReadAsync("/feeds/events.ics"), "Nattens");
        Assert.Multiple(() =>
        {
            Assert.That(theirs.At("start").GetString(), Is.EqualTo(startsAt));
            Assert.That(theirs.At("end").GetString(), Is.EqualTo(endsAt));
            Assert.That(new DateTimeOffset(ical.DtStart!.AsUtc), Is.EqualTo(DateTimeOffset.Parse(startsAt, null)));
            Assert.That(new DateTimeOffset(ical.DtEnd!.AsUtc), Is.EqualTo(DateTimeOffset.Parse(endsAt, null)));
        });
    }

    [Test]
    public async Task The_zone_is_Denmarks_for_a_hundred_years()
    {
        await using var api = new FeedApi();
        var text = await api.ReadAsync("/feeds/events.ics");
        var zone = NodaTime.DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];
        var starts = Enumerable.Range(1997, 100).SelectMany(year => Enumerable.Range(1, 12).Select(month => new NodaTime.LocalDateTime(year, month, 29 - (month == 2 ? 1 : 0), 12, 0))).ToList();
        var probes = string.Concat(starts.Select((start, i) =>
            $"BEGIN:VEVENT\r\nUID:{i}\r\nDTSTAMP:20200101T000000Z\r\nDTSTART;TZID=Europe/Copenhagen:{start.ToString("uuuuMMdd'T'HHmmss", null)}\r\nEND:VEVENT\r\n"));
        var calendar = text[..text.IndexOf("END:VCALENDAR", StringComparison.Ordinal)] + probes + "END:VCALENDAR\r\n";

        var found = (await _readers.ReadAsync("ics", calendar)).At("events").Texts("start");

        Assert.That(found, Is.EqualTo(starts.Select(start => zone.AtStrictly(start).ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null))));
    }

    [Test]
    public async Task What_lasts_all_day_ends_on_the_first_day_without_it()
    {
        var library = new Library();
        library.Event("Udstilling om Bjerre", "2026-12-01 00:00:00", "2026-12-13 00:00:00", new { allDay = true, kind = "Udstilling" });
        await using var api = new FeedApi(library);

        var (theirs, ical) = await ReadAsync(await api.ReadAsync("/feeds/events.ics?kind=EXHIBITION"), "Udstilling");
        Assert.Multiple(() =>
        {
            Assert.That(theirs.At("isDate").GetBoolean());
            Assert.That(theirs.At("start").GetString(), Is.EqualTo("2026-12-01"));
            Assert.That(theirs.At("end").GetString(), Is.EqualTo("2026-12-14"));
            Assert.That(ical.IsAllDay);
        });
    }

    [Test]
    public async Task What_is_cancelled_stays_until_it_would_have_ended_and_says_why()
    {
        var library = new Library();
        library.Event("Forfatteraften", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new { status = "Aflyst", statusReason = "Forfatteren er syg, og billetter refunderes." });
        library.Event("Uden forklaring", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new { status = "Aflyst" });
        await using var api = new FeedApi(library);
        library.Clock.Now = new(2026, 12, 3, 19, 59, 59, TimeSpan.Zero);
        var before = await api.ReadAsync("/feeds/events.ics");
        library.Clock.Now = new(2026, 12, 3, 20, 0, 0, TimeSpan.Zero);
        var after = await api.ReadAsync("/feeds/events.ics");

        var (theirs, ical) = await ReadAsync(before, "Aflyst: Forfatteraften");
        Assert.Multiple(() =>
        {
            Assert.That(theirs.At("status").GetString(), Is.EqualTo("CANCELLED"));
            Assert.That(theirs.At("description").GetString(), Does.StartWith("Aflyst: Forfatteren er syg, og billetter refunderes."));
            Assert.That(ical.Status, Is.EqualTo("CANCELLED"));
            Assert.That(before, Does.Contain("SUMMARY:Aflyst: Uden forklaring"));
            Assert.That(after, Does.Not.Contain("Forfatteraften"));
        });
    }

    [TestCase("Udskudt", "TENTATIVE", "Udskudt: Foredrag")]
    [TestCase("Flyttet online", "CONFIRMED", "Flyttet online: Foredrag")]
    [TestCase("Udsolgt", "CONFIRMED", "Udsolgt: Foredrag")]
    [TestCase("Få pladser", "CONFIRMED", "Foredrag")]
    [TestCase("Planlagt", "CONFIRMED", "Foredrag")]
    public async Task Every_status_is_told(string status, string expected, string summary)
    {
        var library = new Library();
        library.Event("Foredrag", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new { status });
        await using var api = new FeedApi(library);

        var (theirs, _) = await ReadAsync(await api.ReadAsync("/feeds/events.ics"), summary);

        Assert.Multiple(() =>
        {
            Assert.That(theirs.At("status").GetString(), Is.EqualTo(expected));
            Assert.That(theirs.At("description").GetString(), status == "Planlagt" ? Does.Not.Contain(status) : Does.StartWith(status));
        });
    }

    [Test]
    public async Task A_moved_date_keeps_its_name_and_counts_up()
    {
        var library = new Library();
        var series = library.Add("eventSeries", "Læsekreds", new
        {
            title = "Læsekreds",
            extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-12-02 19:00:00"), endsAt = Library.Time("2026-12-02 21:00:00") }),
        });
        await using var api = new FeedApi(library);
        var (before, _) = await ReadAsync(await api.ReadAsync("/feeds/events.ics"), "Læsekreds");
        library.Add("occurrenceOverride", "Flyttet", new { originalStart = Library.Time("2026-12-02 19:00:00"), startsAt = Library.Time("2026-12-09 18:00:00"), status = "Flyttet til ny dato" }, series);
        library.PublishedAt = Library.Now.AddHours(1);
        library.Touch(series);
        api.Publish(8);

        var (after, _) = await ReadAsync(await api.ReadAsync("/feeds/events.ics"), "Flyttet til ny dato: Læsekreds");
        Assert.Multiple(() =>
        {
            Assert.That(after.At("uid").GetString(), Is.EqualTo(before.At("uid").GetString()));
            Assert.That(after.At("sequence").GetInt64(), Is.GreaterThan(before.At("sequence").GetInt64()));
            Assert.That(after.At("start").GetString(), Is.EqualTo("2026-12-09T17:00:00.000Z"));
            Assert.That(after.At("end").GetString(), Is.EqualTo("2026-12-09T19:00:00.000Z"));
        });
    }

    [Test]
    public async Task A_sequence_never_falls_when_the_change_of_a_date_is_changed_to_another_date_or_taken_back()
    {
        var library = new Library();
        var series = library.Add("eventSeries", "Læsekreds", new
        {
            title = "Læsekreds",
            extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-12-02 19:00:00"), endsAt = Library.Time("2026-12-02 21:00:00") }),
        });
        library.PublishedAt = Library.Now.AddHours(1);
        var change = library.Add("occurrenceOverride", "Aflyst", new { originalStart = Library.Time("2026-12-02 19:00:00"), cancelDate = true }, series);
        await using var api = new FeedApi(library);
        var (cancelled, _) = await ReadAsync(await api.ReadAsync("/feeds/events.ics"), "Aflyst: Læsekreds");

        library.PublishedAt = Library.Now.AddHours(2);
        library.Put(change, new { originalStart = Library.Time("2026-12-03 19:00:00"), cancelDate = true });
        api.Publish(8);
        var (elsewhere, _) = await ReadAsync(await api.ReadAsync("/feeds/events.ics"), "Læsekreds");

        library.PublishedAt = Library.Now.AddHours(3);
        library.Remove(change);
        api.Publish(9);
        var (back, _) = await ReadAsync(await api.ReadAsync("/feeds/events.ics"), "Læsekreds");
        Assert.Multiple(() =>
        {
            Assert.That(new[] { cancelled, elsewhere, back }.Select(one => one.At("sequence").GetInt64()), Is.Ordered.And.Unique);
            Assert.That(new[] { cancelled, elsewhere, back }.Select(one => one.At("uid").GetString()).Distinct().Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_text_cannot_add_lines_of_its_own()
    {
        var library = new Library();
        library.Event("Fest\r\nEND:VEVENT\r\nBEGIN:VALARM\u0007", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new
        {
            teaser = "Linje\rDTSTART:20000101T000000Z\nENDE\u2028X-EVIL:1",
            meetingPoint = "Ved\r\nATTACH:http://evil.example",
            ticketUrl = "https://billet.example/a\r\nX:1",
            booking = "Link",
        });
        await using var api = new FeedApi(library);
        var text = await api.ReadAsync("/feeds/events.ics");

        var (theirs, _) = await ReadAsync(text, "Fest");
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Not.Match("(?m)^(BEGIN:VALARM|DTSTART:2000|ATTACH|X-EVIL|X:1)"));
            Assert.That(text.Replace("\r\n", "", StringComparison.Ordinal).Any(char.IsControl), Is.False);
            Assert.That(theirs.At("summary").GetString()!.Any(character => character == '\u0007'), Is.False);
        });
    }

    [Test]
    public async Task One_date_is_there_by_its_id_also_when_it_is_not_listed()
    {
        var library = new Library();
        var hidden = library.Event("Lukket selskab", "2026-12-03 19:00:00", "2026-12-03 21:00:00", new { listed = false });
        await using var api = new FeedApi(library);
        var id = Bibliotek.Calendar.OccurrenceIds.Of(hidden);

        var one = await api.GetAsync($"/feeds/occurrences/{id}.ics");
        var all = await api.ReadAsync("/feeds/events.ics");
        var none = await api.GetAsync($"/feeds/occurrences/{Guid.NewGuid()}.ics");
        var wrong = await api.GetAsync("/feeds/occurrences/noget.ics");

        var (theirs, _) = await ReadAsync(FeedApi.TextOf(one), "Lukket selskab");
        Assert.Multiple(() =>
        {
            Assert.That(theirs.At("uid").GetString(), Is.EqualTo(id.ToString()));
            Assert.That(one.Headers.ContentDisposition.ToString(), Is.EqualTo("attachment; filename=\"arrangement.ics\""));
            Assert.That(all, Does.Not.Contain("Lukket selskab"));
            Assert.That(none.StatusCode, Is.EqualTo(404));
            Assert.That(wrong.StatusCode, Is.EqualTo(404));
            Assert.That(HttpApi.Read(none).RootElement.At("parameter").GetString(), Is.EqualTo("id"));
        });
    }

    // Each reader finds exactly one event with this title; both find as many events.
    private async Task<(JsonElement IcalJs, CalendarEvent IcalNet)> ReadAsync(string text, string title)
    {
        var theirs = (await _readers.ReadAsync("ics", text)).At("events").EnumerateArray().ToList();
        var ical = Ical.Net.Calendar.Load(text)!;
        Assert.That(ical.Events.Select(one => one.Uid), Is.EquivalentTo(theirs.Select(one => one.At("uid").GetString())));
        return (theirs.Single(one => one.At("summary").GetString()!.StartsWith(title, StringComparison.Ordinal)),
            ical.Events.Single(one => one.Summary!.StartsWith(title, StringComparison.Ordinal)));
    }

    private static List<byte[]> Lines(byte[] octets)
    {
        var lines = new List<byte[]>();
        for (var rest = octets.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf("\r\n"u8);
            Assert.That(end, Is.GreaterThan(0), "Every line ends with CRLF, and none is empty.");
            lines.Add(rest[..end].ToArray());
            rest = rest[(end + 2)..];
        }

        return lines;
    }
}
