using Hedensted.Bibliotek.Calendar;

namespace Hedensted.GraphQL.Tests.Reading;

/// <summary>What a server remembers of its calendar: which dates came, changed and went, and since when it knows.</summary>
public class CalendarChangesTests
{
    [Test]
    public void Dates_that_come_change_and_go_are_remembered_with_their_moment()
    {
        var library = new Library();
        var (stays, goes) = (library.Event("Bliver", "2026-12-01 10:00:00"), library.Event("Går", "2026-12-02 10:00:00"));
        var extraDates = Library.Blocks("dateBlock", new { startsAt = Library.Time("2026-12-03 10:00:00") }, new { startsAt = Library.Time("2026-12-04 10:00:00") });
        var series = library.Add("eventSeries", "Serie", new { title = "Serie", extraDates });
        var first = library.Edition(1);
        var dates = first.Projection<EventCalendar>().Of(series);

        library.Clock.Now = Library.Now.AddMinutes(1);
        library.PublishedAt = library.Clock.Now;
        library.Remove(goes);
        library.Add("eventSeries", "Serie", new { title = "Serie", extraDates, skippedDates = Library.Blocks("skippedDateBlock", new { date = "2026-12-04" }) }, key: series);
        var comes = library.Event("Kommer", "2026-12-05 10:00:00");
        var second = library.Next(first, false, goes, series, comes);
        var changes = second.Projection<CalendarChanges>();
        Assert.Multiple(() =>
        {
            Assert.That(changes.Since, Is.EqualTo(Library.Now));
            Assert.That(changes.MadeAt, Is.EqualTo(Library.Now.AddMinutes(1)));
            Assert.That(changes.Find(OccurrenceIds.Of(stays)), Is.Null);
            Assert.That(changes.Find(OccurrenceIds.Of(goes)), Is.EqualTo(new OccurrenceChange(OccurrenceIds.Of(goes), Library.Now.AddMinutes(1), goes, OccurrenceSource.Event, IsGone: true)));
            Assert.That(changes.Find(OccurrenceIds.Of(comes)), Has.Property("IsGone").False);
            Assert.That(changes.Find(dates[0].Id), Has.Property("IsGone").False, "The series was published anew.");
            Assert.That(changes.Find(dates[1].Id), Has.Property("IsGone").True);
            Assert.That(changes.From(Library.Now.AddMinutes(1)), Has.Count.EqualTo(4));
            Assert.That(changes.From(Library.Now.AddMinutes(2)), Has.Count.EqualTo(4), "Answers overlap by a minute.");
            Assert.That(changes.From(Library.Now.AddMinutes(2).AddTicks(1)), Is.Empty);
        });

        library.Clock.Now = Library.Now.AddMinutes(3);
        library.Add("event", "Går", new { title = "Går", startsAt = Library.Time("2026-12-02 10:00:00") }, key: goes);
        var third = library.Next(second, false, goes).Projection<CalendarChanges>();
        Assert.That(third.Find(OccurrenceIds.Of(goes)), Is.EqualTo(new OccurrenceChange(OccurrenceIds.Of(goes), Library.Now.AddMinutes(3), goes, OccurrenceSource.Event, IsGone: false)), "What comes back is not gone.");
    }

    [Test]
    public void A_changed_place_changes_what_happens_there_and_a_new_type_changes_nothing()
    {
        var library = new Library();
        var place = library.Add("branch", "Huset", new { title = "Huset" });
        var (there, past) = (library.Event("Der", "2026-12-01 10:00:00", more: new { place }), library.Event("Før", "2026-11-01 10:00:00", more: new { place }));
        var first = library.Edition(1);
        var moved = library.Next(first, false, place).Projection<CalendarChanges>();
        var retyped = library.Next(first, schemaChanged: true).Projection<CalendarChanges>();
        Assert.Multiple(() =>
        {
            Assert.That(moved.Find(OccurrenceIds.Of(there)), Is.Not.Null);
            Assert.That(moved.Find(OccurrenceIds.Of(past)), Is.Null, "What is over nobody needs to hear again.");
            Assert.That(retyped.From(DateTimeOffset.MinValue), Is.Empty);
        });
    }
}
