using System.Collections.Immutable;
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
/// <remarks>The id is permanent: a changed date keeps it.</remarks>
public sealed class Occurrence
{
    /// <summary>Permanent identity, also across re-publishing and changed dates.</summary>
    public required Guid Id { get; init; }

    /// <summary>The event, series or dialogue meeting that it comes from.</summary>
    public required PublishedDocument Document { get; init; }

    /// <summary>What kind of document that is.</summary>
    public required OccurrenceSource Source { get; init; }

    /// <summary>Start in UTC, from local wall time in <c>Europe/Copenhagen</c>.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>End, after the start.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Whether the time of day means nothing.</summary>
    public bool AllDay { get; init; }

    /// <summary>Whether it takes place as planned.</summary>
    public OccurrenceStatus Status { get; init; }

    /// <summary>The branch or outreach place; null when none is given or it is not published.</summary>
    public PublishedDocument? Place { get; init; }

    /// <summary>The branch that <see cref="Place"/> is; null for an outreach place.</summary>
    public PublishedDocument? Branch { get; init; }

    /// <summary>Focus areas in number order.</summary>
    public ImmutableArray<PublishedDocument> FocusAreas { get; init; } = [];

    /// <summary>Audiences as API enum names, e.g. <c>CHILDREN</c>.</summary>
    public ImmutableArray<string> Audiences { get; init; } = [];

    /// <summary>Whether it belongs in public lists.</summary>
    public bool Listed { get; init; } = true;
}
