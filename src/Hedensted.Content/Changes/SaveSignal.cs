namespace Hedensted.Content.Changes;

/// <summary>Wakes those who follow everything that is saved in this process, drafts too; the feed tells of what readers see.</summary>
internal sealed class SaveSignal
{
    private volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next save. Take it before looking, so that none falls between.</summary>
    public Task Next => _next.Task;

    /// <summary>Something was saved.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
