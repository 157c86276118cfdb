using Hedensted.Bibliotek.Calendar;

namespace Hedensted.Bibliotek.Tests.Calendar;

/// <summary>A series and the documents that each change one of its dates.</summary>
public class SeriesTests
{
    private static readonly Guid First = Library.Key(11);
    private static readonly Guid Second = Library.Key(12);

    [Test]
    public void Each_date_inherits_from_the_series()
    {
        var dates = Series().Calendar().Of(Library.Key(1));
        Assert.That(dates.Select(date => date.Title), Is.EqualTo(new[] { "Læsekreds", "Læsekreds" }));
        Assert.That(dates.Select(date => date.Audiences.Single()), Is.All.EqualTo(Audience.VeryAdult));
    }

    [Test]
    public void What_is_changed_for_one_date_changes_only_that_date()
    {
        var library = Series();
        library.Put(2, "occurrenceOverride", new { originalStart = Library.Time("2026-11-12T19:00:00"), title = "Læsekreds på engelsk" }, parent: 1);
        Assert.That(library.Calendar().Of(Library.Key(1)).Select(date => date.Title), Is.EqualTo(new[] { "Læsekreds", "Læsekreds på engelsk" }));
    }

    [Test]
    public void A_moved_date_keeps_its_id_and_its_length()
    {
        var before = Series().Calendar().Of(Library.Key(1))[1];
        var library = Series();
        library.Put(2, "occurrenceOverride", new { originalStart = Library.Time("2026-11-12T19:00:00"), startsAt = Library.Time("2026-11-13T16:00:00") }, parent: 1);
        var after = library.Calendar().Of(Library.Key(1))[1];
        Assert.Multiple(() =>
        {
            Assert.That(after.Id, Is.EqualTo(before.Id));
            Assert.That(after.DisplayTime, Is.EqualTo("kl. 16.00–18.00"));
            Assert.That(after.LocalDate, Is.EqualTo(new DateOnly(2026, 11, 13)));
        });
    }

    [Test]
    public void A_cancelled_date_stays_in_the_calendar_as_cancelled()
    {
        var library = Series();
        library.Put(2, "occurrenceOverride", new { originalStart = Library.Time("2026-11-05T19:00:00"), cancelDate = true, statusReason = "Sygdom" }, parent: 1);
        var date = library.Calendar().Of(Library.Key(1))[0];
        Assert.That((date.Status, date.StatusReason), Is.EqualTo((OccurrenceStatus.Cancelled, "Sygdom")));
    }

    [Test]
    public void A_skipped_date_is_not_there()
    {
        var library = new Library();
        library.Put(1, "eventSeries", new
        {
            extraDates = Library.Dates((First, "2026-11-05T19:00:00", null), (Second, "2026-11-12T19:00:00", null)),
            skippedDates = new
            {
                layout = new Dictionary<string, object> { ["Umbraco.BlockList"] = new[] { new { contentKey = Library.Key(21) } } },
                contentData = new[] { new { key = Library.Key(21), contentTypeKey = Library.Key(98), values = new[] { new { alias = "date", value = Library.Time("2026-11-12") } } } },
            },
        });
        Assert.That(library.Calendar().All.Single().Id, Is.EqualTo(OccurrenceIds.Of(Library.Key(1), First)));
    }

    [Test]
    public void A_date_keeps_its_id_when_the_editor_changes_it_in_the_series()
    {
        var library = Series();
        var before = library.Calendar().Of(Library.Key(1))[0].Id;
        library.Put(1, "eventSeries", new { extraDates = Library.Dates((First, "2027-01-05T19:00:00", null)) });
        Assert.That(library.Calendar().All.Single().Id, Is.EqualTo(before));
    }

    private static Library Series()
    {
        var library = new Library();
        library.Put(1, "eventSeries", new
        {
            title = "Læsekreds",
            audiences = new[] { "Meget voksne" },
            extraDates = Library.Dates((First, "2026-11-05T19:00:00", "2026-11-05T21:00:00"), (Second, "2026-11-12T19:00:00", "2026-11-12T21:00:00")),
        });
        return library;
    }
}
