namespace Hedensted.Bibliotek.Calendar;

/// <summary>What happened to the dates of the calendar before this server started; filled when the server has read it.</summary>
public sealed class CalendarMemory
{
    private volatile CalendarChanges? _changes;
    private long _latest;

    /// <summary>What is known of it; null until it has been read.</summary>
    internal CalendarChanges? Changes => _changes;

    /// <summary>The latest moment that the clock has shown or that anything happened at. Somebody may have been told it, so it never goes back.</summary>
    internal DateTimeOffset Latest => new(Volatile.Read(ref _latest), TimeSpan.Zero);

    internal void Open(CalendarChanges changes) => _changes = changes;

    /// <summary>This moment has been.</summary>
    internal void Note(DateTimeOffset moment)
    {
        var latest = Volatile.Read(ref _latest);
        while (moment.UtcTicks > latest && Interlocked.CompareExchange(ref _latest, moment.UtcTicks, latest) is var found && found != latest)
        {
            latest = found;
        }
    }
}
