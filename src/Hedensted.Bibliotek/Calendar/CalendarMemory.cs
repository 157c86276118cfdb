namespace Hedensted.Bibliotek.Calendar;

/// <summary>What happened to the dates of the calendar before this server started; filled when the server has read it.</summary>
public sealed class CalendarMemory
{
    private volatile CalendarChanges? _changes;

    /// <summary>What is known of it; null until it has been read.</summary>
    internal CalendarChanges? Changes => _changes;

    internal void Open(CalendarChanges changes) => _changes = changes;
}
