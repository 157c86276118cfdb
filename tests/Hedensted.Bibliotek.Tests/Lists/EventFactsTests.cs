using System.Text.Json;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Lists;
using Hedensted.Content.Model;
using NodaTime;

namespace Hedensted.Bibliotek.Tests.Lists;

/// <summary>What a list of events knows of a draft, and which of its dates is meant.</summary>
public class EventFactsTests
{
    private static readonly LocalDateTime Now = new(2026, 11, 28, 12, 0);
    private static readonly SeriesContext Context = new(FreeDays.None, new LocalDate(2028, 12, 31));

    [Test]
    public void An_event_lasts_until_its_end_and_without_one_until_its_day_is_over()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Facts("event", ("startsAt", Moment("2026-11-28T10:00:00")), ("endsAt", Moment("2026-11-28T11:00:00"))).Dates.Single().End, Is.EqualTo(new LocalDateTime(2026, 11, 28, 11, 0)));
            Assert.That(Facts("event", ("startsAt", Moment("2026-11-28T10:00:00"))).Dates.Single().End, Is.EqualTo(new LocalDateTime(2026, 11, 29, 0, 0)));
            Assert.That(Facts("event", ("allDay", "true"), ("startsAt", Moment("2026-11-27T00:00:00")), ("endsAt", Moment("2026-11-28T00:00:00"))).Dates.Single().End, Is.EqualTo(new LocalDateTime(2026, 11, 29, 0, 0)));
            Assert.That(Facts("event", ("startsAt", "7"), ("place", "[]"), ("status", "{}")).Dates, Is.Empty, "what cannot be read is absent");
            Assert.That(EventFacts.Of("strategyPage", new NodeContent(), Context), Is.Null);
        });
    }

    [Test]
    public void A_series_has_the_dates_that_are_not_skipped_in_order_of_time()
    {
        var (late, early, skipped, skip) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        string Block(Guid key, string alias, string value) => $$"""{"key":"{{key}}","contentTypeKey":"{{Guid.Empty}}","values":[{"alias":"{{alias}}","value":{{value}}}]}""";
        var dates = $$"""
            {"layout":{"Umbraco.BlockList":[{"contentKey":"{{late}}"},{"contentKey":"{{early}}"},{"contentKey":"{{skipped}}"}]},
            "contentData":[{{Block(late, "startsAt", Moment("2026-12-05T10:00:00"))}},{{Block(early, "startsAt", Moment("2026-11-21T10:00:00"))}},{{Block(skipped, "startsAt", Moment("2026-11-28T13:00:00"))}}]}
            """;
        var without = $$"""{"layout":{"Umbraco.BlockList":[{"contentKey":"{{skip}}"}]},"contentData":[{{Block(skip, "date", Moment("2026-11-28"))}}]}""";
        var facts = Facts("eventSeries", ("extraDates", dates), ("skippedDates", without));
        Assert.Multiple(() =>
        {
            Assert.That(facts.Dates.Select(date => date.Start.Day), Is.EqualTo(new[] { 21, 5 }));
            Assert.That(Meant(facts, new EventFilter { When = EventTime.Upcoming })?.Start.Day, Is.EqualTo(5), "the next");
            Assert.That(Fits(facts, new EventFilter { When = EventTime.Past }), Is.False, "it goes on");
            Assert.That(Meant(facts, new EventFilter { Until = new LocalDate(2026, 11, 30) })?.Start.Day, Is.EqualTo(21), "the one in the period");
        });
    }

    [Test]
    public void A_series_that_repeats_has_the_dates_of_its_rule()
    {
        var facts = Facts("eventSeries", ("recurrence", """{"startsAt":"2026-11-24T19:00:00","endsAt":"2026-11-24T21:00:00","rule":"FREQ=WEEKLY;COUNT=3"}"""));
        Assert.That(facts.Dates.Select(date => date.Start.Day), Is.EqualTo(new[] { 24, 1, 8 }));
        var moved = facts.With([new DateChange(facts.Dates[1].Start, Onwards: true, facts.Dates[1].Start.PlusDays(1), null, null)]);
        Assert.That(moved.Dates.Select(date => (date.Start.Day, date.End.Hour)), Is.EqualTo(new[] { (24, 21), (2, 21), (9, 21) }));
    }

    [Test]
    public void A_date_that_is_moved_keeps_its_length_unless_it_has_a_new_end()
    {
        var (start, moved, other) = (new LocalDateTime(2026, 12, 5, 19, 0), new LocalDateTime(2026, 12, 6, 18, 0), new LocalDateTime(2026, 12, 12, 19, 0));
        EventFacts Series(LocalDateTime? end) => Facts("eventSeries") with { Dates = [PlannedDate.Of(start, end, allDay: false), PlannedDate.Of(other, other.PlusHours(2), allDay: false)] };
        PlannedDate First(LocalDateTime? end, DateChange change) => Series(end).With([change]).Dates[0];
        Assert.Multiple(() =>
        {
            Assert.That(First(start.PlusHours(2), new(start, false, moved, null, false)), Is.EqualTo(new PlannedDate(moved, moved.PlusHours(2), true)));
            Assert.That(First(start.PlusHours(2), new(start, false, null, start.PlusHours(3), false)), Is.EqualTo(new PlannedDate(start, start.PlusHours(3), true)));
            Assert.That(First(null, new(start, false, moved, null, false)).End, Is.EqualTo(new LocalDateTime(2026, 12, 7, 0, 0)), "no end was typed, so its day is over at midnight");
            Assert.That(First(start.PlusHours(2), new(start, false, moved, null, true)).End, Is.EqualTo(new LocalDateTime(2026, 12, 7, 0, 0)), "all day");
            Assert.That(First(start.PlusHours(2), new(moved, false, start, null, false)), Is.EqualTo(new PlannedDate(start, start.PlusHours(2), true)), "a date that the series does not have");
            Assert.That(Series(null).With([new(start, false, other.PlusDays(1), null, false)]).Dates.Select(date => date.Start.Day), Is.EqualTo(new[] { 12, 13 }), "in order of time");
        });
    }

    [Test]
    public void What_is_going_on_is_still_to_come_and_a_period_has_both_its_ends()
    {
        var exhibition = Facts("event", ("startsAt", Moment("2026-11-20T10:00:00")), ("endsAt", Moment("2026-12-20T17:00:00")));
        var undated = Facts("event");
        Assert.Multiple(() =>
        {
            Assert.That(Fits(exhibition, new EventFilter { When = EventTime.Upcoming }), Is.True);
            Assert.That(Fits(exhibition, new EventFilter { From = new LocalDate(2026, 12, 20) }), Is.True);
            Assert.That(Fits(exhibition, new EventFilter { From = new LocalDate(2026, 12, 21) }), Is.False);
            Assert.That(Fits(exhibition, new EventFilter { Until = new LocalDate(2026, 11, 20) }), Is.True);
            Assert.That(Fits(exhibition, new EventFilter { Until = new LocalDate(2026, 11, 19) }), Is.False);
            Assert.That(Fits(undated, new EventFilter { When = EventTime.Upcoming }), Is.True, "it must not be lost from sight");
            Assert.That(Fits(undated, new EventFilter { When = EventTime.Past }), Is.False);
            Assert.That(Fits(undated, new EventFilter { From = new LocalDate(2026, 1, 1) }), Is.False);
        });
    }

    [Test]
    public void A_copy_leaves_behind_what_belongs_to_the_old_event_alone()
    {
        var copy = EventCopy.Of(Content(("title", "\"Foredrag\""), ("STARTSAT", Moment("2026-11-28T10:00:00")), ("status", """["Aflyst"]"""), ("place", "\"x\"")));
        Assert.That(copy.Values.Select(value => value.Alias), Is.EqualTo(new[] { "title", "place" }));
        Assert.That(copy.NameIn(null), Is.EqualTo("Navn"));
    }

    private static bool Fits(EventFacts facts, EventFilter filter) => filter.TryDate(facts, Now, out _);

    private static PlannedDate? Meant(EventFacts facts, EventFilter filter)
    {
        Assert.That(filter.TryDate(facts, Now, out var date), Is.True);
        return date;
    }

    private static EventFacts Facts(string type, params (string Alias, string Json)[] values) => EventFacts.Of(type, Content(values), Context)!;

    private static NodeContent Content(params (string Alias, string Json)[] values) => new()
    {
        Names = [new VariantName(null, "Navn")],
        Values = [.. values.Select(value => new PropertyValue(value.Alias, null, null, JsonDocument.Parse(value.Json).RootElement))],
    };

    private static string Moment(string date) => $$"""{"date":"{{date}}","timeZone":null}""";
}
