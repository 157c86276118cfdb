namespace Hedensted.Content.Published;

/// <summary>Wakes those who wait for an edition.</summary>
internal sealed class SwapSignal
{
    private volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next swap. Take it before looking, so that none falls between.</summary>
    public Task Next => _next.Task;

    /// <summary>There is a new edition.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
