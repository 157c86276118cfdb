using System.Diagnostics;

namespace Hedensted.Content.Changes;

/// <summary>Wakes the one thread that follows the feed in this process; a hint only, for it also looks by itself.</summary>
internal sealed class FeedSignal
{
    /// <summary>The name that PostgreSQL carries the hint under, between processes.</summary>
    public const string Channel = "hedensted_changes";

    private readonly object _gate = new();

    // From a pulse to the next wait, so that no pulse falls between.
    private bool _isPulsed;
    private long _told;

    /// <summary>There may be something new.</summary>
    public void Pulse()
    {
        Interlocked.CompareExchange(ref _told, Stopwatch.GetTimestamp(), 0);
        Wake();
    }

    /// <summary>Waits for a pulse since the last wait, for a while at most, or for the end.</summary>
    public void Wait(TimeSpan most, TimeProvider time, CancellationToken ended)
    {
        using var enough = time.CreateTimer(signal => ((FeedSignal)signal!).Wake(), this, most, Timeout.InfiniteTimeSpan);
        using var end = ended.Register(Wake);
        lock (_gate)
        {
            while (!_isPulsed)
            {
                Monitor.Wait(_gate);
            }

            _isPulsed = false;
        }
    }

    /// <summary>When the first pulse came that nobody has taken yet, by <see cref="Stopwatch.GetTimestamp"/>; 0 when none did. Take it before looking.</summary>
    public long TakeTold() => Interlocked.Exchange(ref _told, 0);

    // The thread itself, with nobody in between.
    private void Wake()
    {
        lock (_gate)
        {
            _isPulsed = true;
            Monitor.Pulse(_gate);
        }
    }
}
