using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;

namespace Hedensted.Cms.Management.Overview;

/// <summary>What is planned for one document, and what looks wrong about it.</summary>
/// <param name="node">The document.</param>
/// <param name="dates">When it takes place; none for what is no event.</param>
internal sealed class PlannedChanges(NodeSummary node, IReadOnlyList<Occurrence> dates)
{
    private readonly List<Change> _changes =
    [
        .. node.Variants.SelectMany(variant => new[]
        {
            variant.ScheduledPublishDate is { } publish ? new Change(variant, PlannedAction.Publish, WallTime.InDenmark(publish)) : null,
            variant.ScheduledUnpublishDate is { } unpublish ? new Change(variant, PlannedAction.Unpublish, WallTime.InDenmark(unpublish)) : null,
        }).OfType<Change>(),
    ];

    /// <summary>What falls in a time, its end not included.</summary>
    public IEnumerable<CalendarChange> Between(DateTimeOffset from, DateTimeOffset to) => _changes
        .Where(change => change.At >= from && change.At < to)
        .Select(change => new CalendarChange(
            node.Key, change.Variant.Name, change.Variant.Culture, change.Action, change.Date, DanishDates.Hours(TimeOnly.FromDateTime(change.At.DateTime), null), NoteOn(change), ProblemOf(change)));

    private string? NoteOn(Change change)
    {
        var others = _changes.Where(other => other != change && other.Date != change.Date).ToList();
        return others.Count == 0 ? null : $"Planlagt for samme side: {string.Join("; ", others.Select(Describe))}.";
    }

    private string? ProblemOf(Change change)
    {
        if (_changes.Where(other => other != change && other.Date == change.Date).ToList() is { Count: > 0 } others)
        {
            return $"To planlagte ændringer af samme side samme dag: {string.Join("; ", others.Select(Describe))}.";
        }

        if (dates.Count == 0)
        {
            return null;
        }

        var last = dates.MaxBy(date => date.EndsAt)!;
        var first = dates.MinBy(date => date.StartsAt)!;
        return change.Action switch
        {
            PlannedAction.Unpublish when change.At < last.EndsAt => $"Tages ned, før det er slut ({last.DisplayDate} {last.DisplayTime}).",
            PlannedAction.Publish when !node.IsPublished && change.At > first.StartsAt => $"Udgives først, efter at det er begyndt ({first.DisplayDate} {first.DisplayTime}).",
            _ => null,
        };
    }

    private static string Describe(Change change)
    {
        var what = change.Action == PlannedAction.Publish ? "udgives" : "tages ned";
        var language = change.Variant.Culture is { } culture ? $" ({culture})" : "";
        return $"{what}{language} {DanishDates.Long(change.Date)} {DanishDates.Hours(TimeOnly.FromDateTime(change.At.DateTime), null)}";
    }

    private sealed record Change(NodeVariant Variant, PlannedAction Action, DateTimeOffset At)
    {
        public DateOnly Date => DateOnly.FromDateTime(At.DateTime);
    }
}
