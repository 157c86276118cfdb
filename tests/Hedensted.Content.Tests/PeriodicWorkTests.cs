using Hedensted.Content.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content.Tests;

/// <summary>Work that comes again each hour.</summary>
public class PeriodicWorkTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public async Task Being_stopped_before_the_first_round_is_no_failure()
    {
        var log = new Log();
        var time = new ManualTime(Site.Start);
        using var work = new Counting(time, log);

        await work.StartAsync(default);
        await time.Waited();
        await work.StopAsync(default);

        Assert.That(work.ExecuteTask!.Status, Is.EqualTo(TaskStatus.RanToCompletion), "a host that fails to start would report anything else as a crash");
        Assert.That(log.Lines, Is.Empty);
        Assert.That(work.Rounds, Is.Zero);
    }

    [Test]
    public async Task A_round_that_fails_is_written_down_and_does_not_end_the_work()
    {
        var log = new Log();
        var time = new ManualTime(Site.Start);
        using var work = new Counting(time, log) { Failure = new UnauthorizedAccessException("not yours") };

        await work.StartAsync(default);
        await time.PassUntilAsync(work.NextRound, Hour);

        Assert.That(work.ExecuteTask!.IsCompleted, Is.False);
        await work.StopAsync(default);
        Assert.That(log.Lines, Has.Count.EqualTo(1));
        Assert.That(work.ExecuteTask.Status, Is.EqualTo(TaskStatus.RanToCompletion));
    }

    [Test]
    public async Task What_is_to_be_done_at_the_start_is_done_then()
    {
        using var work = new Counting(new ManualTime(Site.Start), new Log(), atStart: true);
        await work.StartAsync(default);
        await work.NextRound;
        await work.StopAsync(default);
        Assert.That(work.Rounds, Is.EqualTo(1));
    }

    private sealed class Counting(TimeProvider time, ILogger logger, bool atStart = false) : PeriodicWork(Hour, time, logger, atStart)
    {
        private readonly TaskCompletionSource _round = new();

        public Exception? Failure { get; init; }

        public int Rounds { get; private set; }

        public Task NextRound => _round.Task;

        protected override Task RunOnceAsync(CancellationToken cancellationToken)
        {
            Rounds++;
            _round.TrySetResult();
            return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
        }
    }

    private sealed class Log : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
