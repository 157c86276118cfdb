using Hedensted.Bibliotek.Calendar;

namespace Hedensted.Cms.Management.Overview;

/// <summary>What happens and what is planned, in some days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Today">Today in Denmark.</param>
/// <param name="Places">Branches and outreach places to choose between.</param>
/// <param name="Entries">What happens, by start.</param>
/// <param name="Changes">What is published or taken down by itself, by time.</param>
internal sealed record CalendarResponse(
    DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<CalendarPlace> Places, IReadOnlyList<CalendarEntry> Entries, IReadOnlyList<CalendarChange> Changes);

/// <summary>A place to narrow the calendar to.</summary>
internal sealed record CalendarPlace(Guid Id, string Name);

/// <summary>One date of an event, published or not.</summary>
/// <param name="DocumentId">What to open.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Date">Its first day in Denmark.</param>
/// <param name="EndDate">Its last day.</param>
/// <param name="Time">Ready to show, e.g. <c>kl. 10.00–12.00</c>.</param>
/// <param name="Place">Where; null when no published place is picked.</param>
/// <param name="Room">In which room.</param>
/// <param name="State">Whether citizens see it.</param>
/// <param name="HasDraft">Whether something about a published one is saved and not published.</param>
/// <param name="Status">In Danish, when it does not simply take place; else null.</param>
/// <param name="Collisions">What is at the same place at the same time.</param>
internal sealed record CalendarEntry(
    Guid DocumentId,
    string Title,
    DateOnly Date,
    DateOnly EndDate,
    string Time,
    string? Place,
    string? Room,
    PlanState State,
    bool HasDraft,
    string? Status,
    IReadOnlyList<CalendarCollision> Collisions);

/// <summary>What else is there.</summary>
/// <param name="DocumentId">What to open.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Time">Ready to show.</param>
/// <param name="SameRoom">Whether it is certain; else one of the two has no room yet.</param>
internal sealed record CalendarCollision(Guid DocumentId, string Title, string Time, bool SameRoom);

/// <summary>What a plan does.</summary>
internal enum PlannedAction
{
    /// <summary>Citizens get to see it.</summary>
    Publish,

    /// <summary>It is taken down.</summary>
    Unpublish,
}

/// <summary>A planned publishing or unpublishing.</summary>
/// <param name="DocumentId">What to open.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Culture">The language, when the document has several.</param>
/// <param name="Action">What is done.</param>
/// <param name="Date">The day in Denmark.</param>
/// <param name="Time">Ready to show, e.g. <c>kl. 10.00</c>.</param>
/// <param name="Note">What else is planned for the document; null when nothing.</param>
/// <param name="Problem">What looks wrong, and why; null when nothing does.</param>
internal sealed record CalendarChange(Guid DocumentId, string Title, string? Culture, PlannedAction Action, DateOnly Date, string Time, string? Note, string? Problem);
