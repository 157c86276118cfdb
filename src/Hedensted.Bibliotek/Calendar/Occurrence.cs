using System.Collections.Immutable;
using System.Text.Json;
using Hedensted.Content.Published;

namespace Hedensted.Bibliotek.Calendar;

/// <summary>What kind of document an occurrence comes from.</summary>
public enum OccurrenceSource
{
    /// <summary>A single event.</summary>
    Event,

    /// <summary>One date of a series.</summary>
    Series,

    /// <summary>A dialogue meeting.</summary>
    DialogueMeeting,
}

/// <summary>Whether and how it takes place.</summary>
public enum OccurrenceStatus
{
    /// <summary>Planlagt.</summary>
    Scheduled,

    /// <summary>Få pladser.</summary>
    FewSeats,

    /// <summary>Udsolgt.</summary>
    SoldOut,

    /// <summary>Udskudt.</summary>
    Postponed,

    /// <summary>Flyttet til ny dato.</summary>
    Rescheduled,

    /// <summary>Flyttet online.</summary>
    MovedOnline,

    /// <summary>Aflyst.</summary>
    Cancelled,
}

/// <summary>Something that happens at a place on a date: what citizens see. Immutable.</summary>
/// <remarks>
/// The id is permanent: a changed date keeps it. Places and focus areas are keys, looked up in the edition when asked for, so
/// that a renamed branch does not touch its occurrences.
/// </remarks>
public sealed class Occurrence
{
    private string? _displayDate;
    private string? _displayTime;

    /// <summary>Permanent identity, also across re-publishing and changed dates.</summary>
    public required Guid Id { get; init; }

    /// <summary>The event, series or dialogue meeting that it comes from.</summary>
    public required PublishedDocument Document { get; init; }

    /// <summary>The documents that change this date of a series, the nearest first; their set values win over those of <see cref="Document"/>.</summary>
    public ImmutableArray<PublishedDocument> Changes { get; init; } = [];

    /// <summary>What kind of document <see cref="Document"/> is.</summary>
    public required OccurrenceSource Source { get; init; }

    /// <summary>Start, with the offset of <c>Europe/Copenhagen</c> then.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>End, after the start, with the offset of <c>Europe/Copenhagen</c> then. What lasts all day ends at the next midnight.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The start that it was moved from, with the offset of <c>Europe/Copenhagen</c> then; null when it was not moved.</summary>
    public DateTimeOffset? PreviousStart { get; init; }

    /// <summary>Whether the editor gave an end; else <see cref="EndsAt"/> is a guess of an hour.</summary>
    public bool EndIsKnown { get; init; } = true;

    /// <summary>Whether the time of day means nothing.</summary>
    public bool AllDay { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Teaser { get; init; }

    /// <summary>The last part of its page's address.</summary>
    public required string Slug { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it takes place as planned.</summary>
    public OccurrenceStatus Status { get; init; }

    /// <summary>Why not, and what one can do instead.</summary>
    public string? StatusReason { get; init; }

    /// <summary>What is special about this date of a series.</summary>
    public string? Note { get; init; }

    /// <summary>What kind of thing happens.</summary>
    public EventKind Kind { get; init; }

    /// <summary>How one takes part.</summary>
    public AttendanceMode AttendanceMode { get; init; }

    /// <summary>The picked branch or outreach place, published or not.</summary>
    public Guid? PlaceKey { get; init; }

    /// <summary>The picked partner that arranges it, published or not; null: the library.</summary>
    public Guid? OrganiserKey { get; init; }

    /// <summary>The picked focus areas, published or not.</summary>
    public ImmutableArray<Guid> FocusAreaKeys { get; init; } = [];

    /// <summary>Whom it is for.</summary>
    public ImmutableArray<Audience> Audiences { get; init; } = [];

    /// <summary>What it costs; empty: nothing.</summary>
    public ImmutableArray<Price> Prices { get; init; } = [];

    /// <summary>Where one gets a ticket or signs up.</summary>
    public string? TicketUrl { get; init; }

    /// <summary>Whether it belongs in public lists.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Whether info screens may show it by themselves.</summary>
    public bool ShowOnScreens { get; init; } = true;

    /// <summary>Whether it costs nothing.</summary>
    public bool IsFree => Prices.All(price => price.Amount == 0);

    /// <summary>The day it starts, in Denmark.</summary>
    public DateOnly LocalDate => DateOnly.FromDateTime(StartsAt.DateTime);

    /// <summary>The day it ends, in Denmark; the last day of what lasts all day.</summary>
    public DateOnly LocalEndDate => DateOnly.FromDateTime(AllDay ? EndsAt.DateTime.AddTicks(-1) : EndsAt.DateTime);

    /// <summary>The time of day it starts, in Denmark; null when that means nothing.</summary>
    public TimeOnly? LocalTime => AllDay ? null : TimeOnly.FromDateTime(StartsAt.DateTime);

    /// <summary>The time of day it ends, in Denmark; null when that means nothing or is not known.</summary>
    public TimeOnly? LocalEndTime => AllDay || !EndIsKnown ? null : TimeOnly.FromDateTime(EndsAt.DateTime);

    /// <summary>The date in Danish, e.g. <c>lørdag 28. november 2026</c>.</summary>
    public string DisplayDate => _displayDate ??= DanishDates.Period(LocalDate, LastEvening);

    /// <summary>The time in Danish, e.g. <c>kl. 10.00–12.30</c> or <c>Hele dagen</c>.</summary>
    public string DisplayTime => _displayTime ??= AllDay ? "Hele dagen" : DanishDates.Hours(LocalTime!.Value, LocalEndTime);

    /// <summary>When it was to be before it was moved, in Danish; null when it was not moved.</summary>
    public string? PreviousDisplay => PreviousStart is not { } previous ? null
        : AllDay ? DanishDates.Period(DateOnly.FromDateTime(previous.DateTime), DateOnly.FromDateTime(previous.DateTime))
        : $"{DanishDates.Period(DateOnly.FromDateTime(previous.DateTime), DateOnly.FromDateTime(previous.DateTime))} {DanishDates.Hours(TimeOnly.FromDateTime(previous.DateTime), null)}";

    /// <summary>The status in Danish; what keeps its day says that it is the time that is new.</summary>
    public string StatusText => Status == OccurrenceStatus.Rescheduled && PreviousStart is { } previous && DateOnly.FromDateTime(previous.DateTime) == LocalDate
        ? "Nyt klokkeslæt"
        : Vocabulary.Statuses.Of(Status);

    /// <summary>A property of this date: that of the nearest change that sets it, else the document's.</summary>
    public JsonElement? ValueOf(string alias) => ValueOf(Document, Changes, alias);

    internal static JsonElement? ValueOf(PublishedDocument document, ImmutableArray<PublishedDocument> changes, string alias)
    {
        foreach (var change in changes)
        {
            if (change.ValueOf(alias) is { } value)
            {
                return value;
            }
        }

        return document.ValueOf(alias);
    }

    // What ends before six in the morning belongs to the evening before.
    private DateOnly LastEvening => AllDay ? LocalEndDate : DateOnly.FromDateTime(EndsAt.DateTime.AddHours(-6));
}
