using System.Diagnostics;

namespace Hedensted.Content.Changes;

/// <summary>Wakes those who follow the feed in this process; a hint only, for they also look by themselves.</summary>
internal sealed class FeedSignal
{
    /// <summary>The name that PostgreSQL carries the hint under, between processes.</summary>
    public const string Channel = "hedensted_changes";

    private volatile TaskCompletionSource _next = Fresh();
    private long _told;

    /// <summary>Completes at the next pulse. Take it before looking, so that no pulse falls between.</summary>
    public Task Next => _next.Task;

    /// <summary>There may be something new.</summary>
    public void Pulse()
    {
        Interlocked.CompareExchange(ref _told, Stopwatch.GetTimestamp(), 0);
        Interlocked.Exchange(ref _next, Fresh()).TrySetResult();
    }

    /// <summary>When the first pulse came that nobody has taken yet, by <see cref="Stopwatch.GetTimestamp"/>; 0 when none did. Take it before looking.</summary>
    public long TakeTold() => Interlocked.Exchange(ref _told, 0);

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
