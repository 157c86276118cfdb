namespace Hedensted.Content.Changes;

/// <summary>Wakes those who follow everything that is saved, drafts too; a hint only. The feed tells of what readers see.</summary>
internal sealed class SaveSignal
{
    private volatile TaskCompletionSource _next = Fresh();
    private long _committed;

    /// <summary>Completes at the next save. Take it before looking, so that none falls between.</summary>
    public Task Next => _next.Task;

    /// <summary>The newest place in the save feed that this process has committed.</summary>
    public long Committed => Interlocked.Read(ref _committed);

    /// <summary>Something was saved.</summary>
    /// <param name="committed">Its place in the save feed; null when it has none.</param>
    public void Pulse(long? committed = null)
    {
        if (committed is { } place)
        {
            InterlockedMax(place);
        }

        Interlocked.Exchange(ref _next, Fresh()).TrySetResult();
    }

    // Two transactions may end in one order and get here in the other.
    private void InterlockedMax(long place)
    {
        var known = Interlocked.Read(ref _committed);
        while (known < place && Interlocked.CompareExchange(ref _committed, place, known) is var found && found != known)
        {
            known = found;
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
