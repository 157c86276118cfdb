namespace Hedensted.GraphQL.Tests.Http;

/// <summary>A clock whose timers run when a test sets it forward, and not before.</summary>
internal sealed class SteppedClock(DateTimeOffset now) : TestClock(now)
{
    private readonly List<Timer> _timers = [];
    private readonly Lock _lock = new();
    private DateTimeOffset _now = now;

    public override DateTimeOffset Now
    {
        get => _now;
        set
        {
            Timer[] due;
            lock (_lock)
            {
                _now = value;
                due = [.. _timers.Where(timer => timer.Due <= value)];
            }

            foreach (var timer in due)
            {
                timer.Ring();
            }
        }
    }

    /// <summary>How much later it says it is than the time that its timers run by: a clock that was set.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>How many timers run.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count(timer => timer.Due is not null);
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => Now + Ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(SteppedClock clock, Action callback) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (Due, _period) = (dueTime == Timeout.InfiniteTimeSpan ? null : clock.Now + dueTime, period);
            return true;
        }

        public void Ring()
        {
            Due = _period == Timeout.InfiniteTimeSpan ? null : clock.Now + _period;
            callback();
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                Due = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
