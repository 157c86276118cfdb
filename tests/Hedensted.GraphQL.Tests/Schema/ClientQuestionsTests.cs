using System.Text.Json;
using Hedensted.Content.Attendance;

namespace Hedensted.GraphQL.Tests.Schema;

/// <summary>What a front page, a calendar, an event's page, a branch, a screen and a partner ask, whole and as they ask it.</summary>
public class ClientQuestionsTests
{
    private Library _library = null!;
    private Guid _series;

    [SetUp]
    public void Fill()
    {
        _library = new Library();
        var toerring = _library.Existing("branch", "Tørring Bibliotek");
        var areas = new[] { new { type = "document", unique = _library.Existing("focusArea") } };
        _library.Event("Kor for alle", "2026-11-28T10:00:00", "2026-11-28T12:00:00", new
        {
            place = toerring,
            focusAreas = areas,
            audiences = new[] { "Børn" },
            teaser = "Kom og syng.",
            prices = Library.Blocks("priceBlock", new { name = "Voksne", amount = 50 }),
            booking = new[] { "Link" },
            ticketUrl = "https://billetter.example/kor",
            accessibility = new[] { "Teleslynge" },
        });
        _series = _library.Add("eventSeries", "Læsekreds", new
        {
            title = "Læsekreds",
            place = toerring,
            focusAreas = areas,
            extraDates = Library.Blocks("dateBlock", [.. Enumerable.Range(1, 8).Select(week => new { startsAt = Library.Time($"2026-12-{week:00}T19:00:00"), endsAt = Library.Time($"2026-12-{week:00}T21:00:00") })]),
        });
        _library.Add("dialogueMeeting", "Skal vi tale om vindmøller?", new
        {
            title = "Skal vi tale om vindmøller?",
            topic = "Vindmøller i kommunen",
            whyNow = "Planen er i høring.",
            startsAt = Library.Time("2026-12-10T19:00:00"),
            place = toerring,
            questions = Library.Blocks("questionBlock", new { question = "Hvad betyder udsigten?" }),
            facilitators = Library.Blocks("personBlock", new { name = "Anne Vært", role = "Ordstyrer", interest = "Ingen", consent = true }),
            groundRules = Library.Blocks("ruleBlock", new { rule = "Vi taler om sagen." }),
            sources = Library.Blocks("sourceBlock", new { title = "Høringssvar", url = "https://kommune.example", publisher = "Kommunen", stance = new[] { "For" } }),
        });
        var action = _library.Add("action", "Ny skolebus", new { title = "Ny skolebus", number = 7, status = new[] { "I gang" }, focusAreas = areas });
        _library.Add("dialogueMeeting", "Om skolebussen", new
        {
            title = "Om skolebussen",
            linkedActions = new[] { new { type = "document", unique = action } },
            topic = "Skolebussen",
            startsAt = Library.Time("2026-10-10T19:00:00"),
            followUp = Library.Blocks("noteBlock", new { date = "2026-10-20", agreements = "Bussen kører for sent.", disagreements = "Hvem der skal betale.", takeaways = "Ruten prøves i foråret." }),
        });
    }

    [Test]
    public void A_front_page_shows_one_row_a_series()
    {
        var rows = _library.Ask("""
            query Front { occurrences(first: 6, group: SERIES, where: { relative: UPCOMING, listed: { eq: true } }, order: [{ startsAt: ASC }]) {
              nodes { id startsAt displayDate status statusReason moreDates event { title slug teaser image { url(width: 640) alt focalPoint { x y } } }
                      place { title address { town } } focusAreas { shortName colour } isFree } } }
            """).At("occurrences", "nodes");
        Assert.That(rows.EnumerateArray().Select(row => $"{row.At("event", "title").GetString()} {row.At("moreDates").GetInt32()}"), Is.EqualTo(new[] { "Kor for alle 0", "Læsekreds 7", "Skal vi tale om vindmøller? 0" }));
    }

    [Test]
    public void A_calendar_page_asks_for_rows_facets_and_the_place_to_go_on_from()
    {
        var answer = _library.Ask(
            """
            query Calendar($w: OccurrenceFilterInput!, $after: String) {
              occurrences(first: 25, after: $after, where: $w, order: [{ startsAt: ASC }]) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { ...Card } } }
              facets(where: $w) { branches { value label count } focusAreas { value label count } audiences { value label count } months { value count } }
            }
            fragment Card on Occurrence { id title displayDate displayTime status statusText price branch { title } }
            """,
            new
            {
                w = new
                {
                    overlaps = new { from = "2026-11-01", to = "2026-11-30" },
                    branch = new { slug = new { @in = new[] { "toerring" } } },
                    audiences = new { some = new { @in = new[] { "CHILDREN" } } },
                    weekday = new { @in = new[] { "SATURDAY", "SUNDAY" } },
                },
            });
        Assert.Multiple(() =>
        {
            Assert.That(answer.At("occurrences", "edges").EnumerateArray().Single().At("node", "title").GetString(), Is.EqualTo("Kor for alle"));
            Assert.That(answer.At("occurrences", "totalCount").GetInt32(), Is.EqualTo(1));
            Assert.That(answer.At("facets", "branches").EnumerateArray().Single(branch => branch.At("value").GetString() == "toerring").At("count").GetInt32(), Is.EqualTo(1));
        });
    }

    [Test]
    public void An_events_page_has_all_its_dates_and_what_search_engines_read()
    {
        var (single, series) = (Page("kor-for-alle"), Page("laesekreds"));
        Assert.Multiple(() =>
        {
            Assert.That(single.At("prices")[0].At("text").GetString(), Is.EqualTo("50 kr."));
            Assert.That(single.At("booking", "url").GetString(), Is.EqualTo("https://billetter.example/kor"));
            Assert.That(single.At("accessibility")[0].GetString(), Is.EqualTo("Teleslynge"));
            Assert.That(JsonDocument.Parse(single.At("jsonLd").GetString()!).RootElement.GetRawText(), Does.Contain("Kor for alle"));
            Assert.That(series.At("occurrences", "nodes").GetArrayLength(), Is.EqualTo(8));
            Assert.That(series.At("occurrences", "nodes")[0].At("calendarUrl").GetString(), Does.Match("^/feeds/occurrences/[0-9a-f-]{36}\\.ics$"));
        });

        JsonElement Page(string slug) => _library.Ask(
            """
            query EventPage($slug: String!) { event(slug: $slug) { title description { html } accessibility prices { label amount text }
              booking { mode url phone opens closes capacity } partners { title path } occurrences(first: 50) { nodes { id startsAt endsAt status room calendarUrl } } jsonLd } }
            """,
            new { slug }).At("event");
    }

    [Test]
    public void Coming_dialogue_meetings_come_with_questions_people_rules_and_sources()
    {
        var meeting = _library.Ask("""
            query Dialogues { dialogueMeetings(first: 10, where: { relative: UPCOMING }) { nodes { title topic whyNow
              questions { text } facilitators { name role interest } groundRules sources { title url publisher stance } nextOccurrence { startsAt place { title } } } } }
            """).At("dialogueMeetings", "nodes").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(meeting.At("topic").GetString(), Is.EqualTo("Vindmøller i kommunen"));
            Assert.That(meeting.At("questions")[0].At("text").GetString(), Is.EqualTo("Hvad betyder udsigten?"));
            Assert.That(meeting.At("facilitators")[0].At("interest").GetString(), Is.EqualTo("Ingen"));
            Assert.That(meeting.At("sources")[0].At("stance").GetString(), Is.EqualTo("FOR"));
            Assert.That(meeting.At("nextOccurrence", "place", "title").GetString(), Does.Contain("Tørring"));
        });
    }

    [Test]
    public void A_held_dialogue_tells_what_was_agreed_what_was_not_and_what_it_became()
    {
        var meeting = _library.Ask(
            "query FollowUp($slug: String!) { dialogueMeeting(slug: $slug) { topic followUp { date agreements disagreements taken } linkedActions { number title status } } }",
            new { slug = "om-skolebussen" }).At("dialogueMeeting");
        Assert.Multiple(() =>
        {
            Assert.That(meeting.At("followUp")[0].At("disagreements").GetString(), Is.EqualTo("Hvem der skal betale."));
            Assert.That(meeting.At("linkedActions")[0].At("title").GetString(), Is.EqualTo("Ny skolebus"));
        });
    }

    [Test]
    public void A_focus_areas_page_has_its_promise_its_actions_and_what_comes_next()
    {
        var area = _library.Ask("""
            query Focus { focusAreas { title promise indicatorText body { __typename } actions { number title status dueDate }
              occurrences(first: 5, where: { relative: UPCOMING }) { nodes { title displayDate } } } }
            """).At("focusAreas").EnumerateArray().Single(found => found.At("occurrences", "nodes").GetArrayLength() > 0);
        Assert.Multiple(() =>
        {
            Assert.That(area.At("actions").EnumerateArray().Select(action => $"{action.At("number").GetInt32()} {action.At("title").GetString()} {action.At("status").GetString()}"), Is.EqualTo(new[] { "7 Ny skolebus I gang" }));
            Assert.That(area.At("occurrences", "nodes").GetArrayLength(), Is.EqualTo(5));
        });
    }

    [Test]
    public void A_branch_tells_its_week_whether_it_is_open_and_its_rooms()
    {
        var branch = _library.Ask(
            """
            query Branch($slug: String!) { branch(slug: $slug) { title status statusText address { street postalCode town latitude longitude } accessibility
              openNow hours(days: 7) { date closed note intervals { category opens closes } } rooms { title capacity bookableBy } } }
            """,
            new { slug = "toerring" }).At("branch");
        Assert.That((branch.At("hours").GetArrayLength(), branch.At("title").GetString()), Is.EqualTo((7, "Tørring Bibliotek")));
    }

    [Test]
    public void A_screen_asks_what_to_show_and_until_when()
    {
        var program = _library.Ask("""
            query Program { screenProgram(slug: "hedensted") { position validUntil serverTime
              campaigns { urgency title message until } regions { name slides { __typename id seconds showFrom showUntil weekdays title text } } fallbackImage { url } } }
            """).At("screenProgram");
        Assert.That(program.At("validUntil").GetDateTimeOffset(), Is.GreaterThan(program.At("serverTime").GetDateTimeOffset()));
    }

    [Test]
    public void A_partner_asks_what_has_changed()
    {
        var first = _library.Edition();
        _library.Clock.Now = Library.Now.AddMinutes(5);
        _library.PublishedAt = _library.Clock.Now;
        _library.Remove(_series);
        using var answer = _library.Api.Execute(
            _library.Next(first, schemaChanged: false, _series),
            """
            query Changes($since: DateTime!, $after: String) { changes(since: $since, first: 100, after: $after) { until pageInfo { endCursor hasNextPage }
              nodes { id at source deleted occurrence { id status startsAt previousStart } } } }
            """,
            new { since = Library.Now });
        var changes = answer.RootElement.At("data", "changes", "nodes").EnumerateArray().ToList();
        Assert.That(changes, Has.Count.EqualTo(8).And.All.Matches<JsonElement>(change => change.At("deleted").GetBoolean() && change.At("source").GetString() == "SERIES"));
    }

    [Test]
    public void The_council_asks_what_came_of_a_half_year()
    {
        var kor = _library.Event("Efterårskor", "2026-09-05T10:00:00", "2026-09-05T12:00:00", new { focusAreas = new[] { new { type = "document", unique = _library.Existing("focusArea") } } });
        _library.Event("Ikke talt", "2026-10-05T10:00:00", "2026-10-05T12:00:00");
        _library.Count(kor, new AttendedBy(34, Children: 20, VeryAdult: 4));
        var engagement = _library.Ask(
            """
            query Engagement($p: HalfYear!) { engagement(period: $p) { occurrencesHeld counted attendance { total children young adults veryAdult }
              outsideHouse citizenLed communities feedback { n average } byFocusArea { focusArea { number } held attendance } missingCounts } }
            """,
            new { p = "2026H2" }).At("engagement");
        Assert.Multiple(() =>
        {
            Assert.That(engagement.At("occurrencesHeld").GetInt32(), Is.EqualTo(3), "a choir that was counted, another date, and the dialogue about the school bus");
            Assert.That((engagement.At("counted").GetInt32(), engagement.At("missingCounts").GetInt32()), Is.EqualTo((1, 2)));
            Assert.That(engagement.At("attendance").GetRawText(), Is.EqualTo("""{"total":34,"children":20,"young":null,"adults":null,"veryAdult":null}"""));
            Assert.That(engagement.At("byFocusArea").GetArrayLength(), Is.EqualTo(4));
        });
    }
}
