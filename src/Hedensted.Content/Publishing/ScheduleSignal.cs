namespace Hedensted.Content.Publishing;

/// <summary>Wakes the clock when something new is scheduled.</summary>
internal sealed class ScheduleSignal
{
    private volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes when something is scheduled. Take it before looking.</summary>
    public Task Next => _next.Task;

    /// <summary>Something was scheduled.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
