using System.Diagnostics;

namespace Hedensted.Content.Changes;

/// <summary>Wakes the one thread that follows the feed in this process; a hint only, for it also looks by itself.</summary>
internal sealed class FeedSignal : IDisposable
{
    /// <summary>The name that PostgreSQL carries the hint under, between processes.</summary>
    public const string Channel = "hedensted_changes";

    // Set from a pulse to the next wait, so that no pulse falls between; the thread itself is woken, with nobody in between.
    private readonly AutoResetEvent _pulsed = new(false);
    private long _told;

    /// <summary>There may be something new.</summary>
    public void Pulse()
    {
        Interlocked.CompareExchange(ref _told, Stopwatch.GetTimestamp(), 0);
        _pulsed.Set();
    }

    /// <summary>Waits for a pulse since the last wait, for a while at most, or for the end.</summary>
    public void Wait(TimeSpan most, TimeProvider time, CancellationToken ended)
    {
        using var enough = time.CreateTimer(pulsed => ((AutoResetEvent)pulsed!).Set(), _pulsed, most, Timeout.InfiniteTimeSpan);
        WaitHandle.WaitAny([_pulsed, ended.WaitHandle]);
    }

    /// <summary>When the first pulse came that nobody has taken yet, by <see cref="Stopwatch.GetTimestamp"/>; 0 when none did. Take it before looking.</summary>
    public long TakeTold() => Interlocked.Exchange(ref _told, 0);

    /// <inheritdoc/>
    public void Dispose() => _pulsed.Dispose();
}
