using System.Collections.Immutable;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Management.Overview;

/// <summary>Some days of the editors' calendar, at one place or all of them.</summary>
/// <param name="source">What the person may see.</param>
/// <param name="from">The first day.</param>
/// <param name="to">The last day.</param>
/// <param name="place">Only here.</param>
internal sealed class CalendarView(CalendarSource source, DateOnly from, DateOnly to, Guid? place)
{
    private readonly DateTimeOffset _starts = WallTime.StartOfDay(from);
    private readonly DateTimeOffset _ends = WallTime.StartOfDay(to.AddDays(1));

    /// <summary>Every published branch and outreach place, in the editors' order.</summary>
    public IReadOnlyList<CalendarPlace> Places() =>
    [
        .. new[] { EventTypes.Branch, EventTypes.OutreachPlace }
            .SelectMany(type => source.Edition.OfType(type).OrderBy(document => document.Level).ThenBy(document => document.ParentKey).ThenBy(document => document.SortOrder))
            .Select(document => new CalendarPlace(document.Key, document.NameIn())),
    ];

    /// <summary>What happens, by start.</summary>
    public IReadOnlyList<CalendarEntry> Entries()
    {
        var published = source.Published.Between(_starts, _ends).Where(IsShown).Select(date => new PlannedOccurrence(date, PlanState.Published)).ToList();
        var byId = published.ToDictionary(one => one.Occurrence.Id);
        var drafts = source.Drafts.Where(draft => IsShown(draft.Occurrence)).Where(draft => !byId.TryGetValue(draft.Occurrence.Id, out var now) || !IsSame(draft, now)).ToList();
        var drafted = source.Drafts.Select(draft => draft.Occurrence.Document.Key).ToHashSet();
        List<PlannedOccurrence> shown = [.. published, .. drafts];
        var collisions = Collisions.Of(shown);
        return
        [
            .. shown.OrderBy(one => one.Occurrence.StartsAt).ThenBy(one => one.Occurrence.Title, StringComparer.CurrentCulture)
                .Select(one => EntryOf(one, one.State == PlanState.Published && drafted.Contains(one.Occurrence.Document.Key), collisions[one])),
        ];
    }

    /// <summary>What is published and taken down by itself, by time.</summary>
    public IReadOnlyList<CalendarChange> Changes() =>
    [
        .. source.Scheduled
            .Where(node => place is not { } here || node.Key == here || DatesOf(node.Key).Any(date => date.PlaceKey == here))
            .SelectMany(node => new PlannedChanges(node, DatesOf(node.Key)).Between(_starts, _ends))
            .OrderBy(change => change.Date).ThenBy(change => change.Time, StringComparer.Ordinal),
    ];

    private bool IsShown(Occurrence occurrence) =>
        occurrence.EndsAt > _starts && occurrence.StartsAt < _ends && (place is not { } here || occurrence.PlaceKey == here);

    private static bool IsSame(PlannedOccurrence draft, PlannedOccurrence now) =>
        draft.Occurrence.StartsAt == now.Occurrence.StartsAt && draft.Occurrence.EndsAt == now.Occurrence.EndsAt && draft.Occurrence.AllDay == now.Occurrence.AllDay
        && draft.Occurrence.PlaceKey == now.Occurrence.PlaceKey && draft.RoomKey == now.RoomKey;

    private ImmutableArray<Occurrence> DatesOf(Guid document)
    {
        var published = source.Published.Of(document);
        return published.IsEmpty ? [.. source.Drafts.Select(draft => draft.Occurrence).Where(date => date.Document.Key == document)] : published;
    }

    private CalendarEntry EntryOf(PlannedOccurrence one, bool hasDraft, IEnumerable<Collision> collisions)
    {
        var occurrence = one.Occurrence;
        return new CalendarEntry(
            occurrence.Document.Key,
            occurrence.Title,
            occurrence.LocalDate,
            occurrence.LocalEndDate,
            occurrence.DisplayTime,
            NameOf(occurrence.PlaceKey),
            NameOf(one.RoomKey),
            one.State,
            hasDraft,
            occurrence.Status == OccurrenceStatus.Scheduled ? null : Vocabulary.Statuses.Of(occurrence.Status),
            [.. collisions.Select(collision => new CalendarCollision(collision.Other.Occurrence.Document.Key, collision.Other.Occurrence.Title, collision.Other.Occurrence.DisplayTime, collision.SameRoom))]);
    }

    private string? NameOf(Guid? key) => key is { } known && source.Edition.Find(known) is PublishedDocument document ? document.NameIn() : null;
}
