using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Tests.Calendar;

/// <summary>The calendar from edition to edition.</summary>
public class CalendarProjectionTests
{
    [Test]
    public void A_calendar_made_step_by_step_equals_one_made_at_once()
    {
        var random = new Random(20261122);
        var library = new Library();
        library.Put(1, "branch", new { title = "Hedensted" });
        library.Put(2, "branch", new { title = "Tørring" });
        var edition = library.Edition();
        var calendar = Library.Project(new EditionChange(edition, null, new HashSet<Guid>(), new HashSet<Guid>(), true), null);
        for (var step = 0; step < 60; step++)
        {
            var changed = new HashSet<Guid>();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                changed.Add(Change(library, random));
            }

            var next = library.Edition();
            calendar = Library.Project(new EditionChange(next, edition, changed, new HashSet<Guid>(), false), calendar);
            edition = next;
            Assert.That(Describe(calendar), Is.EqualTo(Describe(library.Calendar())), $"after step {step}");
        }
    }

    [Test]
    public void A_change_that_is_not_about_dates_gives_the_same_calendar()
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = Library.Time("2026-11-28T10:00:00") });
        var before = library.Edition();
        var calendar = library.Calendar();
        var branch = library.Put(2, "branch", new { title = "Uldum" });
        var after = Library.Project(new EditionChange(library.Edition(), before, new HashSet<Guid> { branch }, new HashSet<Guid>(), false), calendar);
        Assert.That(after, Is.SameAs(calendar));
    }

    [TestCase("\"i morgen\"")]
    [TestCase("{\"date\":\"2026-13-45T10:00:00\"}")]
    [TestCase("{\"date\":\"0001-01-01T00:00:00\"}")]
    [TestCase("[1,2,3]")]
    [TestCase("42")]
    public void A_start_that_cannot_be_read_leaves_out_the_event_and_nothing_else(string start)
    {
        var library = new Library();
        library.Put(1, "event", new { startsAt = System.Text.Json.JsonDocument.Parse(start).RootElement });
        library.Put(2, "event", new { startsAt = Library.Time("2026-11-28T10:00:00") });
        Assert.That(library.Calendar().All.Select(date => date.Document.Key), Is.EqualTo(new[] { Library.Key(2) }));
    }

    [TestCase(EventTypes.Event)]
    [TestCase(EventTypes.DialogueMeeting)]
    public void What_may_not_leave_the_house_has_no_dates_until_it_may(string type)
    {
        var library = new Library();
        var (open, closed) = (new { startsAt = Library.Time("2026-11-28T10:00:00"), isPublic = true }, new { startsAt = Library.Time("2026-11-28T10:00:00"), isPublic = false });
        var key = library.Put(1, type, closed);
        var (edition, calendar) = (library.Edition(), library.Calendar());
        Assert.That(calendar.All.Count, Is.Zero);
        foreach (var (now, dates) in new[] { (open, 1), (closed, 0), (open, 1) })
        {
            library.Put(1, type, now);
            var next = library.Edition();
            calendar = Library.Project(new EditionChange(next, edition, new HashSet<Guid> { key }, new HashSet<Guid>(), false), calendar);
            edition = next;
            Assert.That((calendar.All.Count, calendar.Of(key).Length), Is.EqualTo((dates, dates)));
        }
    }

    [Test]
    public void Look_ups_by_start_and_end_agree_with_a_walk()
    {
        var library = new Library();
        var random = new Random(7);
        for (var key = 1; key <= 40; key++)
        {
            PutEvent(library, key, random);
        }

        var all = library.Calendar().All;
        foreach (var date in all)
        {
            Assert.That(all.IndexOfStart(date.StartsAt), Is.EqualTo(all.Items.ToList().FindIndex(other => other.StartsAt >= date.StartsAt)));
            Assert.That(all.Items.Take(all.IndexOfEndAfter(date.StartsAt)).Select(other => other.EndsAt), Is.All.LessThanOrEqualTo(date.StartsAt));
        }
    }

    private static Guid Change(Library library, Random random)
    {
        var key = random.Next(10, 40);
        switch (random.Next(4))
        {
            case 0:
                library.Remove(key);
                return Library.Key(key);
            case 1:
                return library.Put(key, "eventSeries", new
                {
                    place = Library.Key(random.Next(1, 3)),
                    extraDates = Library.Dates([.. Enumerable.Range(0, random.Next(4)).Select(date => (Library.Key((key * 100) + date), Moment(random), (string?)null))]),
                });
            default:
                return PutEvent(library, key, random);
        }
    }

    private static Guid PutEvent(Library library, int key, Random random) => library.Put(key, "event", new
    {
        startsAt = Library.Time(Moment(random)),
        endsAt = random.Next(5) == 0 ? Library.Time("2026-12-31T10:00:00") : null,
        place = Library.Key(random.Next(1, 3)),
        focusAreas = new[] { new { type = "document", unique = Library.Key(random.Next(5, 7)) } },
    });

    // Few different moments, so that equal starts are common.
    private static string Moment(Random random) => $"2026-{random.Next(3, 6):00}-{random.Next(1, 9):00}T10:00:00";

    private static string[] Describe(EventCalendar calendar) =>
    [
        .. calendar.All.Select(Line),
        .. new[] { 1, 2 }.SelectMany(place => calendar.At(Library.Key(place)).Select(date => $"at {place}: {Line(date)}")),
        .. new[] { 5, 6 }.SelectMany(area => calendar.Under(Library.Key(area)).Select(date => $"under {area}: {Line(date)}")),
        .. Enumerable.Range(10, 30).SelectMany(key => calendar.Of(Library.Key(key)).Select(date => $"of {key}: {Line(date)}")),
    ];

    private static string Line(Occurrence date) => $"{date.Id} {date.StartsAt:o} {date.EndsAt:o} {date.Document.Key}";
}
