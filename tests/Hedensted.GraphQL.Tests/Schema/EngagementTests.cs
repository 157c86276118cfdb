using Hedensted.Bibliotek.Engagement;
using Hedensted.Content.Attendance;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>What came of a half-year: added up from the calendar and the counts, and nothing that a few people could be recognised by.</summary>
public class EngagementTests
{
    private const string Everything = """
        query ($period: HalfYear!) { engagement(period: $period) { period displayPeriod from to occurrencesHeld counted missingCounts outsideHouse citizenLed communities
          attendance { total children young adults veryAdult } feedback { n average } byFocusArea { focusArea { number } held attendance } } }
        """;

    private Library _library = null!;

    [SetUp]
    public void Fill() => _library = new Library();

    [Test]
    public void What_is_over_was_held_and_what_was_cancelled_or_is_to_come_was_not()
    {
        _library.Event("Holdt", "2026-07-01T00:00:00", "2026-07-01T02:00:00");
        _library.Event("Aflyst", "2026-09-01T10:00:00", "2026-09-01T12:00:00", new { status = new[] { "Aflyst" } });
        _library.Event("Udskudt", "2026-09-02T10:00:00", "2026-09-02T12:00:00", new { status = new[] { "Udskudt" } });
        _library.Event("I gang", "2026-11-25T12:00:00", "2026-11-25T15:00:00");
        _library.Event("Kommer", "2026-12-25T12:00:00", "2026-12-25T15:00:00");
        _library.Event("Halvåret før", "2026-06-30T23:00:00", "2026-07-01T01:00:00");
        Assert.Multiple(() =>
        {
            Assert.That(Ask("2026H2").At("occurrencesHeld").GetInt32(), Is.EqualTo(1));
            Assert.That(Ask("2026H1").At("occurrencesHeld").GetInt32(), Is.EqualTo(1), "where it began");
            Assert.That(Ask("2031H1").At("occurrencesHeld").GetInt32(), Is.Zero);
        });
    }

    [Test]
    public void Places_of_others_groups_of_citizens_and_series_that_meet_again_are_told_apart()
    {
        var school = _library.Add("outreachPlace", "Skolen", new { title = "Skolen" }, _library.Existing("placeFolder"));
        var choir = _library.Add("partner", "Koret", new { title = "Koret", partnerType = new[] { "Forening" } }, _library.Existing("partnerFolder"));
        var firm = _library.Add("partner", "Firmaet", new { title = "Firmaet", partnerType = new[] { "Virksomhed" } }, _library.Existing("partnerFolder"));
        _library.Event("På skolen", "2026-09-01T10:00:00", "2026-09-01T12:00:00", new { place = school.ToString(), organiser = firm.ToString() });
        _library.Event("Korets aften", "2026-09-02T10:00:00", "2026-09-02T12:00:00", new { organiser = choir.ToString() });
        Series("Læsekreds", 4);
        Series("Kortere", 3);
        var engagement = Ask("2026H2");
        Assert.That(
            (engagement.At("outsideHouse").GetInt32(), engagement.At("citizenLed").GetInt32(), engagement.At("communities").GetInt32(), engagement.At("occurrencesHeld").GetInt32()),
            Is.EqualTo((1, 1, 1, 9)));
    }

    [Test]
    public void Fewer_than_five_people_are_not_told_of_and_neither_are_fewer_than_five_answers()
    {
        var one = _library.Event("Lille", "2026-09-01T10:00:00", "2026-09-01T12:00:00");
        _library.Count(one, new AttendedBy(4, Children: 4));
        Assert.That(Ask("2026H2").At("attendance").GetRawText(), Is.EqualTo("""{"total":null,"children":null,"young":null,"adults":null,"veryAdult":null}"""));

        var two = _library.Event("Større", "2026-09-08T10:00:00", "2026-09-08T12:00:00");
        _library.Count(two, new AttendedBy(10, Children: 1, Adults: 9));
        Answered(two, (5, 3), (2, 1));
        Assert.Multiple(() =>
        {
            Assert.That(Ask("2026H2").At("attendance").GetRawText(), Is.EqualTo("""{"total":14,"children":5,"young":null,"adults":9,"veryAdult":null}"""));
            Assert.That(Ask("2026H2").At("feedback").GetRawText(), Is.EqualTo("""{"n":null,"average":null}"""));
        });
        Answered(two, (5, 3), (2, 3));
        Assert.That(Ask("2026H2").At("feedback").GetRawText(), Is.EqualTo("""{"n":6,"average":3.5}"""));
    }

    [Test]
    public void A_count_outlives_its_event_and_stays_what_it_was()
    {
        var areas = new[] { new { type = "document", unique = _library.Existing("focusArea") } };
        var key = _library.Event("Slettes", "2026-09-01T10:00:00", "2026-09-01T12:00:00", new { focusAreas = areas });
        _library.Count(key, new AttendedBy(12));
        _library.Put(key, new { title = "Flyttes", startsAt = Library.Time("2026-03-01T10:00:00"), endsAt = Library.Time("2026-03-01T12:00:00") });
        Assert.That((Ask("2026H2").At("counted").GetInt32(), Ask("2026H1").At("occurrencesHeld").GetInt32()), Is.EqualTo((1, 0)));

        _library.Remove(key);
        var engagement = Ask("2026H2");
        Assert.Multiple(() =>
        {
            Assert.That((engagement.At("occurrencesHeld").GetInt32(), engagement.At("counted").GetInt32(), engagement.At("missingCounts").GetInt32()), Is.EqualTo((1, 1, 0)));
            Assert.That(engagement.At("byFocusArea").EnumerateArray().Count(area => area.At("held").GetInt32() == 1 && area.At("attendance").GetInt32() == 12), Is.EqualTo(1));
        });
    }

    [Test]
    public void The_answer_is_kept_until_the_counts_are_read_again_and_no_longer()
    {
        var key = _library.Event("Kor", "2026-09-01T10:00:00", "2026-09-01T12:00:00");
        _ = _library.Book;
        var edition = _library.Edition();
        Assert.That((Counted(), Counted()), Is.EqualTo((0, 0)), "what is asked for twice is kept");
        _library.Count(key, new AttendedBy(30));
        Assert.That(Counted(), Is.Zero, "what was answered is good for a minute");
        _library.Clock.Now += EngagementBook.Pause;
        Assert.That(Counted(), Is.EqualTo(1));

        // The database is out of order: what was read last is answered, anew each minute.
        _library.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.That(Counted(), Is.EqualTo(1));

        int Counted()
        {
            using var answer = _library.Api.Execute(edition, Everything, new { period = "2026H2" });
            return answer.RootElement.At("data", "engagement", "counted").GetInt32();
        }
    }

    [TestCase("2026-2")]
    [TestCase("2026H3")]
    [TestCase("26H1")]
    [TestCase("+026H1")]
    [TestCase("0000H1")]
    [TestCase("2026H10")]
    public void Anything_else_than_a_half_year_is_refused(string period) => Assert.That(_library.Refused(Everything, new { period }), Is.Not.Null);

    [Test]
    public void Until_the_counts_are_read_the_client_is_told_to_ask_again() =>
        Assert.That(_library.Refused("{ engagement(period: \"2026H2\") { counted } }"), Is.EqualTo("ENGAGEMENT_NOT_READY"));

    private System.Text.Json.JsonElement Ask(string period)
    {
        _ = _library.Book;
        return _library.Ask(Everything, new { period }).At("engagement");
    }

    private void Answered(Guid key, params (int Score, int Answers)[] answers)
    {
        var page = _library.Book.Page!;
        var date = page.Counts.Values.Single(count => count.Date.EventKey == key).Date;
        _library.Book.Open(new EngagementPage(
            [.. page.Counts.Values], [.. answers.Select(answer => new FeedbackTally(date.OccurrenceId, date.StartsAt, answer.Score, answer.Answers))], _library.Clock.Now));
    }

    private void Series(string title, int dates) => _library.Add("eventSeries", title, new
    {
        title,
        extraDates = Library.Blocks("dateBlock", [.. Enumerable.Range(1, dates).Select(day => new { startsAt = Library.Time($"2026-10-{day:00}T19:00:00"), endsAt = Library.Time($"2026-10-{day:00}T21:00:00") })]),
    });
}
