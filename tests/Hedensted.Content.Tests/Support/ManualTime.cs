namespace Hedensted.Content.Tests.Support;

/// <summary>A clock that stands until a test moves it; timers run when their time comes.</summary>
internal sealed class ManualTime(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = now;
    private TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time go by, whenever somebody waits for it, until the task is done.</summary>
    public async Task PassUntilAsync(Task done, TimeSpan step)
    {
        while (!done.IsCompleted)
        {
            await Task.WhenAny(done, Waited());
            Advance(step);
        }
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
            if (_timers.Count == 0 && _waited.Task.IsCompleted)
            {
                _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Completes when somebody waits for time to go by.</summary>
    public Task Waited()
    {
        lock (_lock)
        {
            return _waited.Task;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = time._now + dueTime;
                    time._timers.Add(this);
                    time._waited.TrySetResult();
                }
            }

            if (dueTime == TimeSpan.Zero)
            {
                time.Advance(TimeSpan.Zero);
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
