namespace Hedensted.Content.Changes;

/// <summary>Wakes all who wait for something.</summary>
internal class Signal
{
    private volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes the next time. Take it before looking, so that none falls between.</summary>
    public Task Next => _next.Task;

    /// <summary>It has happened.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
