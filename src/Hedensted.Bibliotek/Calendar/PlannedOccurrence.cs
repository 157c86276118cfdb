namespace Hedensted.Bibliotek.Calendar;

/// <summary>How far an occurrence is on its way to the citizens.</summary>
public enum PlanState
{
    /// <summary>Citizens see it.</summary>
    Published,

    /// <summary>Nobody but editors sees it.</summary>
    Draft,

    /// <summary>Citizens see the document, and this is how the date becomes when its draft is published.</summary>
    Changed,
}

/// <summary>An occurrence as editors plan with it.</summary>
/// <param name="Occurrence">What happens.</param>
/// <param name="State">Whether citizens see it.</param>
public sealed record PlannedOccurrence(Occurrence Occurrence, PlanState State)
{
    /// <summary>The picked room, published or not.</summary>
    public Guid? RoomKey { get; } = Values.PropertyReading.AsKeys(Occurrence.ValueOf("room")) is [var room, ..] ? room : null;

    /// <summary>Whether anything happens at its place then: what is cancelled, put off or held on the net needs no room.</summary>
    public bool TakesPlace =>
        Occurrence.Status is not (OccurrenceStatus.Cancelled or OccurrenceStatus.Postponed or OccurrenceStatus.MovedOnline)
        && Occurrence.AttendanceMode != AttendanceMode.Online;
}
