using Hedensted.Bibliotek.Calendar;
using Hedensted.Content.Editing.Outlines;
using NodaTime;

namespace Hedensted.Bibliotek.Lists;

/// <summary>Which events, by when they are.</summary>
public enum EventTime
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Kommende: not over yet, or without a date yet.</summary>
    Upcoming,

    /// <summary>Afholdte: all of it is over.</summary>
    Past,
}

/// <summary>What an editor looks for among events; what is null is not asked about.</summary>
public sealed record EventFilter
{
    /// <summary>When.</summary>
    public EventTime When { get; init; }

    /// <summary>The first day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, itself included.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The branch or place.</summary>
    public Guid? PlaceKey { get; init; }

    /// <summary>The document type.</summary>
    public Guid? ContentTypeKey { get; init; }

    /// <summary>The Danish word in the field «Type».</summary>
    public string? Kind { get; init; }

    /// <summary>The status.</summary>
    public OccurrenceStatus? Status { get; init; }

    /// <summary>Whether readers see it.</summary>
    public bool? Published { get; init; }

    /// <summary>Part of a name, or of the place's, in lower case; empty finds all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether everything but the time fits.</summary>
    /// <param name="document">The document.</param>
    /// <param name="facts">What it says.</param>
    /// <param name="placesNamed">The places whose name has the text in it.</param>
    internal bool Matches(OutlineNode document, EventFacts facts, IReadOnlySet<Guid> placesNamed) =>
        (PlaceKey is null || facts.PlaceKey == PlaceKey)
        && (ContentTypeKey is null || document.ContentTypeKey == ContentTypeKey)
        && (Kind is null || string.Equals(facts.Kind, Kind, StringComparison.OrdinalIgnoreCase))
        && (Status is null || facts.Status == Status)
        && (Published is null || document.IsPublished == Published)
        && (Text.Length == 0
            || document.Names.Contains(Text, StringComparison.Ordinal)
            || (facts.PlaceKey is { } place && placesNamed.Contains(place)));

    /// <summary>Whether the time fits, and which date is meant: the next of those that do, or the last of those that are over.</summary>
    internal bool TryDate(EventFacts facts, LocalDateTime now, out PlannedDate? date)
    {
        date = null;
        if (facts.Dates.IsEmpty)
        {
            // What has no date yet must not be lost from sight; it has none that could lie in a period.
            return When != EventTime.Past && From is null && Until is null;
        }

        PlannedDate? last = null;
        foreach (var each in facts.Dates)
        {
            var isOver = each.End <= now;
            if (When == EventTime.Past && !isOver)
            {
                return false;
            }

            if ((When == EventTime.Upcoming && isOver) || (From is { } from && each.End <= from.AtMidnight()) || (Until is { } until && each.Start >= until.PlusDays(1).AtMidnight()))
            {
                continue;
            }

            last = each;
            date ??= isOver ? null : each;
        }

        date ??= last;
        return date is not null;
    }
}
