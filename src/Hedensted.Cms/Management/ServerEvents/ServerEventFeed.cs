using Hedensted.Content.Changes;

namespace Hedensted.Cms.Management.ServerEvents;

/// <summary>Follows the save feed and tells the listeners of this server, in the feed's order. All news comes this way, whoever saved it and where.</summary>
internal sealed partial class ServerEventFeed(SaveFeed feed, ServerEventListeners listeners, TimeProvider time, ILogger<ServerEventFeed> logger) : BackgroundService
{
    /// <summary>How often to look without a hint: another server on SQLite sends none.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private volatile TaskCompletionSource _told = Fresh();
    private long _place;

    /// <summary>
    /// Returns when everything that this server has saved is told. The backoffice asks anew as soon as its save is answered, and must by then have
    /// forgotten what it kept; if telling takes unusually long, the answer is not held back more than a second.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (!listeners.Any)
        {
            return;
        }

        var wanted = feed.Committed;
        using var patience = new CancellationTokenSource(Patience, time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            while (true)
            {
                var next = _told.Task;
                if (Interlocked.Read(ref _place) >= wanted)
                {
                    return;
                }

                await next.WaitAsync(waiting.Token);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.Late(logger, Patience);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var place = -1L;
        while (!stoppingToken.IsCancellationRequested)
        {
            var hint = feed.Next;
            try
            {
                place = place < 0 ? await feed.HeadAsync(stoppingToken) : await TellAsync(place, stoppingToken);
                await listeners.CloseEndedAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, exception);
                hint = Task.Delay(Poll, TimeProvider.System, stoppingToken);
            }

            Interlocked.Exchange(ref _place, place);
            Interlocked.Exchange(ref _told, Fresh()).TrySetResult();
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(hint, Task.Delay(Poll, time, waiting.Token));
            await waiting.CancelAsync();
        }
    }

    private async Task<long> TellAsync(long place, CancellationToken cancellationToken)
    {
        var (things, head) = await feed.ReadAfterAsync(place, cancellationToken);
        await listeners.TellAsync(things, cancellationToken);
        return head;
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Open backoffices could not be told what was saved; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "Open backoffices were not told within {Patience} what was saved")]
        public static partial void Late(ILogger logger, TimeSpan patience);
    }
}
