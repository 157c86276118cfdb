using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Tests.Calendar;

/// <summary>A series with a rule: its dates, what is skipped, and what changes one date or all from one on.</summary>
public class RepeatingSeriesTests
{
    private const string Tuesdays = "FREQ=WEEKLY;COUNT=4";

    [Test]
    public void The_rule_makes_the_dates_and_keeps_the_time_of_day_when_the_clock_changes()
    {
        var dates = Dates(Series("FREQ=WEEKLY;COUNT=3", start: "2026-10-20T19:00:00", end: "2026-10-20T21:00:00"));
        Assert.That(dates.Select(date => $"{date.StartsAt:O}"), Is.EqualTo(new[]
        {
            "2026-10-20T19:00:00.0000000+02:00", "2026-10-27T19:00:00.0000000+01:00", "2026-11-03T19:00:00.0000000+01:00",
        }));
        Assert.That(dates.Select(date => date.DisplayTime), Is.All.EqualTo("kl. 19.00–21.00"));
    }

    [Test]
    public void A_date_that_an_edited_rule_still_makes_keeps_its_id()
    {
        var before = Dates(Series(Tuesdays)).ToDictionary(date => date.LocalDate, date => date.Id);
        var after = Dates(Series("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261215", start: "2026-12-01T18:00:00")).ToDictionary(date => date.LocalDate, date => date.Id);
        Assert.Multiple(() =>
        {
            Assert.That(after, Has.Count.EqualTo(5));
            Assert.That(before.Where(date => after.ContainsKey(date.Key)).Select(date => after[date.Key]), Is.EqualTo(before.Where(date => after.ContainsKey(date.Key)).Select(date => date.Value)).And.Exactly(3).Items);
            Assert.That(after.Values.Concat(before.Values).Distinct().Count(), Is.EqualTo(6));
        });
    }

    [Test]
    public void Dates_that_an_editor_wrote_come_beside_those_of_the_rule_and_keep_their_own_id()
    {
        var (extra, same) = (Library.Key(11), Library.Key(12));
        var dates = Dates(Series(Tuesdays, more: Library.Dates((extra, "2026-12-05T10:00:00", null), (same, "2026-12-08T19:00:00", "2026-12-08T20:00:00"))));
        Assert.Multiple(() =>
        {
            Assert.That(dates.Select(date => date.LocalDate.Day), Is.EqualTo(new[] { 1, 5, 8, 15, 22 }));
            Assert.That(dates[1].Id, Is.EqualTo(OccurrenceIds.Of(Library.Key(1), extra)));
            Assert.That((dates[2].Id, dates[2].DisplayTime), Is.EqualTo((OccurrenceIds.Of(Library.Key(1), same), "kl. 19.00–20.00")));
        });
    }

    [Test]
    public void Closed_days_and_school_holidays_are_skipped_by_the_series_that_say_so()
    {
        var library = Series("FREQ=WEEKLY;COUNT=6", skipClosed: true);
        PutHome(library);
        Assert.That(Dates(library).Select(date => date.LocalDate.Day), Is.EqualTo(new[] { 1, 15, 22, 29, 5 }), "the 8th is closed");
        Series("FREQ=WEEKLY;COUNT=6", skipHolidays: true, library: library);
        Assert.That(Dates(library).Select(date => date.LocalDate.Day), Is.EqualTo(new[] { 1, 8, 15, 5 }), "the 22nd and the 29th are in the holidays");
        Series("FREQ=WEEKLY;COUNT=6", library: library);
        Assert.That(Dates(library), Has.Length.EqualTo(6));
    }

    [Test]
    public void When_the_free_days_change_the_dates_follow()
    {
        var library = Series("FREQ=WEEKLY;COUNT=6", skipClosed: true);
        var before = library.Edition();
        var calendar = Library.Project(new EditionChange(before, null, Keys(before), new HashSet<Guid>(), SchemaChanged: true), null);
        var home = PutHome(library);
        var next = Library.Project(new EditionChange(library.Edition(), before, new HashSet<Guid> { home }, new HashSet<Guid>(), SchemaChanged: false), calendar);
        Assert.That((calendar.All.Count, next.All.Count), Is.EqualTo((6, 5)));
    }

    [Test]
    public void A_rule_without_an_end_is_followed_to_the_end_of_the_year_after_the_next_and_further_when_that_year_comes()
    {
        var library = Series("FREQ=MONTHLY", start: "2026-11-15T19:00:00");
        var edition = library.Edition();
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        var calendar = Library.Project(new EditionChange(edition, null, Keys(edition), new HashSet<Guid>(), SchemaChanged: true), null, clock);
        Assert.That(calendar.All[^1].LocalDate, Is.EqualTo(new DateOnly(2028, 12, 15)));
        clock.Now = clock.Now.AddYears(1);
        var next = Library.Project(new EditionChange(edition, edition, new HashSet<Guid>(), new HashSet<Guid>(), SchemaChanged: false), calendar, clock);
        Assert.That(next.All[^1].LocalDate, Is.EqualTo(new DateOnly(2029, 12, 15)));
    }

    [Test]
    public void A_moved_date_says_where_it_was_moved_from()
    {
        var library = Series(Tuesdays);
        library.Put(2, "occurrenceOverride", new { originalStart = Library.Time("2026-12-08T19:00:00"), startsAt = Library.Time("2026-12-09T19:00:00") }, parent: 1);
        library.Put(3, "occurrenceOverride", new { originalStart = Library.Time("2026-12-15T19:00:00"), startsAt = Library.Time("2026-12-15T20:00:00") }, parent: 1);
        var dates = Dates(library);
        Assert.Multiple(() =>
        {
            Assert.That(dates.Select(date => date.Status), Is.EqualTo(new[] { OccurrenceStatus.Scheduled, OccurrenceStatus.Rescheduled, OccurrenceStatus.Rescheduled, OccurrenceStatus.Scheduled }));
            Assert.That(dates.Select(date => date.StatusText), Is.EqualTo(new[] { "Planlagt", "Flyttet til ny dato", "Nyt klokkeslæt", "Planlagt" }));
            Assert.That(dates.Select(date => date.PreviousDisplay), Is.EqualTo(new[] { null, "tirsdag 8. december 2026 kl. 19.00", "tirsdag 15. december 2026 kl. 19.00", null }));
            Assert.That(dates[1].Id, Is.EqualTo(Dates(Series(Tuesdays))[1].Id));
        });
    }

    [Test]
    public void What_is_changed_from_a_date_on_holds_for_it_and_all_later_ones_and_a_later_change_for_its_own()
    {
        var library = Series(Tuesdays);
        library.Put(2, "occurrenceOverride", new { originalStart = Library.Time("2026-12-08T19:00:00"), appliesTo = new[] { "Herfra og frem" }, startsAt = Library.Time("2026-12-09T18:00:00"), title = "Om onsdagen", teaser = "Ny dag" }, parent: 1);
        library.Put(3, "occurrenceOverride", new { originalStart = Library.Time("2026-12-15T19:00:00"), appliesTo = new[] { "Herfra og frem" }, title = "Uden undertitel" }, parent: 1);
        library.Put(4, "occurrenceOverride", new { originalStart = Library.Time("2026-12-22T19:00:00"), title = "Juleafslutning", startsAt = Library.Time("2026-12-22T15:00:00") }, parent: 1);
        var dates = Dates(library);
        Assert.Multiple(() =>
        {
            Assert.That(dates.Select(date => $"{date.LocalDate:dd} {date.DisplayTime}"), Is.EqualTo(new[] { "01 kl. 19.00–21.00", "09 kl. 18.00–20.00", "16 kl. 18.00–20.00", "22 kl. 15.00–17.00" }));
            Assert.That(dates.Select(date => date.Title), Is.EqualTo(new[] { "Læsekreds", "Om onsdagen", "Uden undertitel", "Juleafslutning" }));
            Assert.That(dates.Select(date => date.Teaser), Is.EqualTo(new[] { null, "Ny dag", "Ny dag", "Ny dag" }));
            Assert.That(dates.Select(date => date.Status), Is.EqualTo(new[] { OccurrenceStatus.Scheduled, OccurrenceStatus.Scheduled, OccurrenceStatus.Scheduled, OccurrenceStatus.Rescheduled }));
        });
    }

    [Test]
    public void A_change_still_meets_its_day_when_the_series_has_a_new_time()
    {
        var library = Series(Tuesdays, start: "2026-12-01T17:00:00");
        library.Put(2, "occurrenceOverride", new { originalStart = Library.Time("2026-12-08T19:00:00"), cancelDate = true }, parent: 1);
        Assert.That(Dates(library).Select(date => date.Status == OccurrenceStatus.Cancelled), Is.EqualTo(new[] { false, true, false, false }));
    }

    [Test]
    public void A_rule_that_cannot_be_read_leaves_what_an_editor_wrote() =>
        Assert.That(Dates(Series("FREQ=SOMETIMES", more: Library.Dates((Library.Key(11), "2026-12-05T10:00:00", null)))), Has.Length.EqualTo(1));

    private static Occurrence[] Dates(Library library) => [.. library.Calendar().Of(Library.Key(1))];

    private static HashSet<Guid> Keys(Edition edition) => [.. edition.Documents.Select(document => document.Key)];

    private static Library Series(
        string rule, string start = "2026-12-01T19:00:00", string? end = null, object? more = null, bool skipClosed = false, bool skipHolidays = false, Library? library = null)
    {
        library ??= new Library();
        library.Put(1, "eventSeries", new
        {
            title = "Læsekreds",
            recurrence = new { startsAt = start, endsAt = end ?? start.Replace("19:00", "21:00", StringComparison.Ordinal).Replace("18:00", "20:00", StringComparison.Ordinal).Replace("17:00", "19:00", StringComparison.Ordinal), rule, skipClosedDays = skipClosed, skipSchoolHolidays = skipHolidays },
            extraDates = more,
        });
        return library;
    }

    private static Guid PutHome(Library library) => library.Put(50, "home", new
    {
        closedDays = Blocks(new { date = new { date = "2026-12-08" }, name = "Mariæ undfangelse" }),
        schoolHolidays = Blocks(new { name = "Juleferie", validFrom = new { date = "2026-12-19" }, validTo = new { date = "2027-01-03" } }),
    });

    private static object Blocks(object values)
    {
        var key = Guid.NewGuid();
        return new
        {
            layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = new[] { new { contentKey = key } } },
            contentData = new[] { new { key, contentTypeKey = Library.Key(97), values = values.GetType().GetProperties().Select(value => new { alias = value.Name, value = value.GetValue(values) }) } },
        };
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
