using System.Globalization;

namespace Hedensted.Bibliotek.Tests.Calendar;

/// <summary>What an editor's wall time means, also on the two nights when Danish clocks are changed.</summary>
public class TimeTests
{
    [TestCase("2026-07-01T19:00:00", "2026-07-01T19:00:00+02:00", Description = "summer")]
    [TestCase("2026-12-01T19:00:00", "2026-12-01T19:00:00+01:00", Description = "winter")]
    [TestCase("2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00", Description = "the hour that is skipped")]
    [TestCase("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00", Description = "the hour that comes twice: the first")]
    public void A_wall_time_is_an_instant_in_Denmark(string local, string instant)
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = Library.Time(local) });
        Assert.That(library.Calendar().All[0].StartsAt, Is.EqualTo(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
        Assert.That(library.Calendar().All[0].StartsAt.Offset, Is.EqualTo(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).Offset));
    }

    [Test]
    public void A_weekly_series_keeps_its_hour_when_the_clocks_change()
    {
        var library = new Library();
        library.Put(1, "eventSeries", new
        {
            extraDates = Library.Dates(
                (Library.Key(11), "2026-10-22T19:00:00", "2026-10-22T21:00:00"),
                (Library.Key(12), "2026-10-29T19:00:00", "2026-10-29T21:00:00")),
        });
        Assert.That(library.Calendar().All.Select(date => date.DisplayTime), Is.All.EqualTo("kl. 19.00–21.00"));
    }

    [Test]
    public void A_night_that_loses_an_hour_still_ends_after_it_starts()
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = Library.Time("2026-03-29T02:15:00"), endsAt = Library.Time("2026-03-29T02:45:00") });
        var date = library.Calendar().All[0];
        Assert.That(date.EndsAt - date.StartsAt, Is.EqualTo(TimeSpan.FromMinutes(30)));
    }

    [Test]
    public void What_lasts_all_day_lasts_until_the_next_midnight_also_when_the_day_has_25_hours()
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = Library.Time("2026-10-25T00:00:00"), allDay = true });
        var date = library.Calendar().All[0];
        Assert.Multiple(() =>
        {
            Assert.That(date.EndsAt - date.StartsAt, Is.EqualTo(TimeSpan.FromHours(25)));
            Assert.That(date.LocalEndDate, Is.EqualTo(new DateOnly(2026, 10, 25)));
            Assert.That(date.DisplayDate, Is.EqualTo("søndag 25. oktober 2026"));
            Assert.That(date.DisplayTime, Is.EqualTo("Hele dagen"));
            Assert.That(date.LocalTime, Is.Null);
        });
    }

    [TestCase("2026-11-27T18:00:00", "2026-11-29T12:00:00", "27.–29. november 2026")]
    [TestCase("2026-11-28T18:00:00", "2026-12-03T12:00:00", "28. november – 3. december 2026")]
    [TestCase("2026-12-30T18:00:00", "2027-01-02T12:00:00", "30. december 2026 – 2. januar 2027")]
    [TestCase("2026-11-28T20:00:00", "2026-11-29T01:30:00", "lørdag 28. november 2026", Description = "a night belongs to its evening")]
    public void A_date_reads_as_Danes_write_it(string start, string end, string text)
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = Library.Time(start), endsAt = Library.Time(end) });
        Assert.That(library.Calendar().All[0].DisplayDate, Is.EqualTo(text));
    }

    [Test]
    public void Without_an_end_only_the_start_is_shown()
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = Library.Time("2026-11-28T10:00:00") });
        Assert.That(library.Calendar().All[0].DisplayTime, Is.EqualTo("kl. 10.00"));
    }

    [Test]
    public void An_end_before_the_start_is_taken_as_no_end()
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = Library.Time("2026-11-28T10:00:00"), endsAt = Library.Time("2026-11-28T09:00:00") });
        var date = library.Calendar().All[0];
        Assert.That((date.EndIsKnown, date.EndsAt > date.StartsAt), Is.EqualTo((false, true)));
    }
}
