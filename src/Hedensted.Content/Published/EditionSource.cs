using System.Diagnostics;
using Hedensted.Content.Changes;
using Hedensted.Content.Instrumentation;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content.Published;

/// <summary>Where readers get their edition. Follows the change feed in the background; swaps whole editions.</summary>
public sealed partial class EditionSource : IAsyncDisposable
{
    /// <summary>How often to look without a hint: hints can get lost, and another process on SQLite sends none.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How soon to look again when the database did not answer.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a stop waits for the last question.</summary>
    private static readonly TimeSpan Leave = TimeSpan.FromSeconds(5);

    private readonly EditionReader _reader;
    private readonly IReadOnlyList<IEditionProjection> _projections;
    private readonly FeedSignal _signal;
    private readonly PostgresFeedListener? _listener;
    private readonly TimeProvider _time;
    private readonly ILogger<EditionSource> _logger;
    private readonly Signal _swapped = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _rehearsed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _following = Task.CompletedTask;
    private Edition? _current;
    private bool _behind;
    private long _head;
    private long _confirmed;
    private long _told;

    internal EditionSource(
        EditionReader reader,
        IEnumerable<IEditionProjection> projections,
        FeedSignal signal,
        PostgresFeedListener? listener,
        TimeProvider time,
        ILogger<EditionSource> logger)
    {
        (_reader, _projections, _signal, _listener, _time, _logger) = (reader, [.. projections], signal, listener, time, logger);
    }

    /// <summary>The newest edition; one volatile read.</summary>
    /// <exception cref="InvalidOperationException">The first edition is not made yet; see <see cref="IsReady"/>.</exception>
    public Edition Current => Volatile.Read(ref _current) ?? throw new InvalidOperationException("The first edition is not made yet.");

    /// <summary>Whether there is an edition to read.</summary>
    public bool IsReady => Volatile.Read(ref _current) is not null;

    /// <summary>Completes when the step from one edition to the next has been taken once for practice: from then on what is published is seen at once.</summary>
    public Task Rehearsed => _rehearsed.Task;

    /// <summary>The newest position that the database was seen at.</summary>
    public ChangePosition Head => new(Volatile.Read(ref _head));

    /// <summary>Since the database last said that there is nothing newer than readers see; while it does not answer, this grows.</summary>
    public TimeSpan SinceConfirmed => IsReady ? Stopwatch.GetElapsedTime(Volatile.Read(ref _confirmed)) : TimeSpan.Zero;

    /// <summary>Makes the first edition, and from then on follows the feed. Call it once, when the database is migrated and filled.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsReady)
        {
            return;
        }

        var asked = Stopwatch.GetTimestamp();
        Swap(EditionBuilder.Build(null, await _reader.ReadAllAsync(cancellationToken), _projections));
        Confirm(Current.Position, asked);
        _following = Task.WhenAll(
            OnItsOwn(Follow),
            _listener is null ? Task.CompletedTask : OnItsOwn(() => _listener.Run(_stopping.Token)));
    }

    /// <summary>The first edition at or after this position.</summary>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public Task<Edition> WaitForAsync(ChangePosition minimum, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _current) is not { } edition || !edition.Position.Includes(minimum))
        {
            // The caller knows of a change that we were not told of yet, on another server perhaps.
            _signal.Pulse();
        }

        return WaitAsync(next => next.Position.Includes(minimum), cancellationToken);
    }

    /// <summary>The first edition after this position; for live updates.</summary>
    /// <exception cref="OperationCanceledException">The caller stopped waiting.</exception>
    public Task<Edition> WaitForNextAsync(ChangePosition after, CancellationToken cancellationToken) =>
        WaitAsync(edition => edition.Position > after, cancellationToken);

    /// <summary>Stops following.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        try
        {
            await _following.WaitAsync(Leave);
            _stopping.Dispose();
        }
        catch (TimeoutException)
        {
            // A question to a database that has fallen silent holds the one who follows; the process need not wait for the answer.
        }
    }

    private async Task<Edition> WaitAsync(Predicate<Edition> enough, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before looking, so that no swap falls in between.
            var next = _swapped.Next;
            if (Volatile.Read(ref _current) is { } edition && enough(edition))
            {
                return edition;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    // The first step after the first edition is the one that would be compiled while readers wait for it.
    private void Rehearse(Edition first)
    {
        try
        {
            if (_reader.ReadLast(first) is { } last)
            {
                EditionBuilder.Build(first, last, _projections);
            }
        }
        catch (Exception)
        {
            // Whatever is wrong, the first real step meets it, too, and tells of it.
        }

        _rehearsed.SetResult();
    }

    // Where many readers are answered at once, each step that has to find a free thread is late.
    private static Task OnItsOwn(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Follow()
    {
        Rehearse(Current);
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                CatchUp();
                if (_behind)
                {
                    _behind = false;
                    Log.CaughtUp(_logger, Current.Position);
                }
            }
            catch (Exception exception)
            {
                // Readers keep the edition they have; whatever is wrong, the next round tries again.
                // It is told once: a database that is away for an hour would fill the log.
                if (!_behind)
                {
                    _behind = true;
                    Log.Behind(_logger, Current.Position, exception);
                }

                // Soon, for readers are behind; and whatever the hints say, for those who wait for what was published give one each time.
                _stopping.Token.WaitHandle.WaitOne(Retry);
                continue;
            }

            _signal.Wait(Poll, _time, _stopping.Token);
        }
    }

    private void CatchUp()
    {
        _told = _told == 0 ? _signal.TakeTold() : _told; // kept while the database does not answer: the delay is what it is
        var asked = Stopwatch.GetTimestamp();
        _reader.ReadAfter(Current, Step);
        Confirm(Current.Position, asked);
        _told = 0;
    }

    private void Step(EditionInput input)
    {
        var started = _time.GetTimestamp();
        Volatile.Write(ref _head, input.Position.Value);
        var next = EditionBuilder.Build(Current, input, _projections);
        Swap(next);
        if (_told != 0)
        {
            ContentInstruments.Seen(_told);
        }

        if (_logger.IsEnabled(LogLevel.Debug))
        {
            var elapsed = _time.GetElapsedTime(started).TotalMilliseconds;
            Log.Swapped(_logger, next.Position, next.DocumentCount, elapsed);
        }
    }

    private void Confirm(ChangePosition head, long asked)
    {
        Volatile.Write(ref _head, head.Value);
        Volatile.Write(ref _confirmed, asked);
    }

    internal void Swap(Edition next)
    {
        Volatile.Write(ref _current, next);
        _swapped.Pulse();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Edition {Position} with {Documents} documents was made in {Milliseconds} ms")]
        public static partial void Swapped(ILogger logger, ChangePosition position, int documents, double milliseconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "The next edition could not be made; readers stay at {Position}")]
        public static partial void Behind(ILogger logger, ChangePosition position, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Readers follow again, from {Position}")]
        public static partial void CaughtUp(ILogger logger, ChangePosition position);
    }
}
