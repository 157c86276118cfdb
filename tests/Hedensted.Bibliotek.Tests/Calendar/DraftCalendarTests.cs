using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Model;
using Hedensted.Content.Published;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hedensted.Bibliotek.Tests.Calendar;

/// <summary>What editors have saved becomes the dates that it will be when it is published.</summary>
public class DraftCalendarTests
{
    private static readonly DraftCalendar Drafts = new(TimeProvider.System, NullLogger<DraftCalendar>.Instance);

    [Test]
    public void A_draft_that_changes_one_date_changes_its_published_series_and_takes_the_place_of_the_published_change()
    {
        var library = new Library();
        library.Put(1, EventTypes.Series, new
        {
            title = "Læsekreds",
            extraDates = Library.Dates((Library.Key(11), "2026-11-05T19:00:00", "2026-11-05T21:00:00"), (Library.Key(12), "2026-11-12T19:00:00", "2026-11-12T21:00:00")),
        });
        library.Put(2, EventTypes.Override, new { originalStart = Library.Time("2026-11-12T19:00:00"), startsAt = Library.Time("2026-11-13T19:00:00") }, parent: 1);
        var draft = Node(2, 4, new { originalStart = Library.Time("2026-11-12T19:00:00"), startsAt = Library.Time("2026-11-14T19:00:00") }, parent: 1);

        var planned = Drafts.Occurrences(library.Edition(), [draft], AsItIs).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(planned.Select(one => one.Occurrence.LocalDate), Is.EqualTo(new[] { new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 14) }));
            Assert.That(planned.Select(one => one.State), Is.All.EqualTo(PlanState.Changed));
            Assert.That(planned[1].Occurrence.Id, Is.EqualTo(library.Calendar().Of(Library.Key(1))[1].Id), "it stays the same date");
        });
    }

    [Test]
    public void A_draft_nobody_sees_yet_is_a_draft_and_one_without_a_date_is_nothing()
    {
        var dated = Node(1, 2, new { title = "Kladde", startsAt = Library.Time("2026-11-05T19:00:00") });
        var undated = Node(2, 2, new { title = "Uden dato" });
        var planned = Drafts.Occurrences(new Library().Edition(), [dated, undated], AsItIs).Single();
        Assert.That((planned.Occurrence.Title, planned.State), Is.EqualTo(("Kladde", PlanState.Draft)));
    }

    private static PublishedDocument AsItIs(PublishedDocument document) => document;

    private static ContentNode Node(int key, int type, object values, int? parent = null) => new()
    {
        Key = Library.Key(key),
        Kind = NodeKind.Document,
        ContentTypeKey = Library.Key(type),
        ParentKey = parent is { } above ? Library.Key(above) : null,
        Draft = new NodeContent
        {
            Names = [new VariantName(null, "Kladde")],
            Values = [.. JsonSerializer.SerializeToElement(values).EnumerateObject().Select(value => new PropertyValue(value.Name, null, null, value.Value))],
        },
    };
}
