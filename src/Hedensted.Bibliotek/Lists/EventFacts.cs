using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Bibliotek.Calendar;
using Hedensted.Bibliotek.Calendar.Series;
using Hedensted.Bibliotek.Values;
using Hedensted.Content.Model;
using NodaTime;

namespace Hedensted.Bibliotek.Lists;

/// <summary>When a planned event is, in Danish wall time.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it is over; for whole days and where no end was typed the end of the day.</param>
/// <param name="EndIsKnown">Whether an end was typed that is a time of day.</param>
public readonly record struct PlannedDate(LocalDateTime Start, LocalDateTime End, bool EndIsKnown)
{
    /// <summary>A date of what was typed; an end before the start is none.</summary>
    public static PlannedDate Of(LocalDateTime start, LocalDateTime? end, bool allDay)
    {
        var last = end is { } typed && typed >= start ? typed : start;
        var known = !allDay && last > start;
        return new PlannedDate(start, known ? last : last.Date.PlusDays(1).AtMidnight(), known);
    }
}

/// <summary>What an editor looks for in a list of events, read from a draft: an unpublished change counts.</summary>
/// <param name="Dates">In order of time; those of a series as it says itself, until <see cref="With"/> has its changes.</param>
/// <param name="PlaceKey">The branch or the place outside; null when none is picked yet.</param>
/// <param name="Status">Planned when the field is empty or holds a word that nobody knows.</param>
/// <param name="Kind">The Danish word in the field «Type»; null when it is empty.</param>
public sealed record EventFacts(ImmutableArray<PlannedDate> Dates, Guid? PlaceKey, OccurrenceStatus Status, string? Kind)
{
    /// <summary>The facts of a draft; null for a type that makes no occurrences.</summary>
    /// <param name="typeAlias">The document's type.</param>
    /// <param name="draft">What was saved.</param>
    /// <param name="context">What the dates of a series depend on besides.</param>
    public static EventFacts? Of(string typeAlias, NodeContent draft, SeriesContext context) => EventTypes.SourceOf(typeAlias) is not { } source ? null : new EventFacts(
        [.. source == OccurrenceSource.Series ? Series(draft, context) : Single(draft)],
        draft.ValueOf("place").AsKeys() is [var place, ..] ? place : null,
        Vocabulary.Statuses.Find(draft.ValueOf("status").AsText()) ?? OccurrenceStatus.Scheduled,
        draft.ValueOf("kind").AsText());

    /// <summary>The facts of a series of which some dates are changed, each by a document of its own; of two that change the same date, the first counts.</summary>
    public EventFacts With(IEnumerable<DateChange> changes)
    {
        var known = changes.Select(change => (change, change)).ToArray();
        if (known.Length == 0)
        {
            return this;
        }

        var dates = Dates.Select(AsInSeries).ToArray();
        var layers = new SeriesChanges<DateChange>(known, dates);
        return this with { Dates = [.. dates.Select(date => Planned(date, layers.For(date))).OrderBy(date => date.Start)] };
    }

    /// <summary>The facts as they would be if nothing stood in these fields.</summary>
    public EventFacts Without(IReadOnlySet<string> aliases) => this with
    {
        Dates = aliases.Overlaps(["startsAt", Repetition.Alias, "extraDates", "skippedDates"]) ? []
            : aliases.Contains("endsAt") ? [.. Dates.Select(date => PlannedDate.Of(date.Start, null, allDay: false))]
            : Dates,
        PlaceKey = aliases.Contains("place") ? null : PlaceKey,
        Status = aliases.Contains("status") ? OccurrenceStatus.Scheduled : Status,
        Kind = aliases.Contains("kind") ? null : Kind,
    };

    private static IEnumerable<PlannedDate> Single(NodeContent draft) =>
        Planned(draft.ValueOf("startsAt"), draft.ValueOf("endsAt"), draft.ValueOf("allDay").AsFlag() ?? false) is { } date ? [date] : [];

    private static IEnumerable<PlannedDate> Series(NodeContent draft, SeriesContext context) => SeriesDates.Of(alias => draft.ValueOf(alias), context)
        .Where(date => date.SkippedFor is null)
        .Select(date => PlannedDate.Of(date.StartsAt, date.EndsAt, date.AllDay));

    // Whole days that are several keep their number when they are moved.
    private static SeriesDate AsInSeries(PlannedDate date)
    {
        var isDays = !date.EndIsKnown && date.End.PlusDays(-1) > date.Start;
        return new SeriesDate(date.Start, date.EndIsKnown ? date.End : isDays ? date.End.PlusDays(-1) : null, isDays, null, null, null);
    }

    private static PlannedDate Planned(SeriesDate date, ImmutableArray<SeriesChanges<DateChange>.Layer> layers)
    {
        var plan = DatePlan.Of(date, layers);
        return PlannedDate.Of(plan.Start, plan.End, layers.Select(layer => layer.Change.AllDay).FirstOrDefault(allDay => allDay is not null) ?? date.AllDay);
    }

    private static PlannedDate? Planned(JsonElement? startsAt, JsonElement? endsAt, bool allDay) =>
        WallTime.Read(startsAt) is { } start ? PlannedDate.Of(start, WallTime.Read(endsAt), allDay) : null;
}
