using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content.Publishing;

/// <summary>Publishes and unpublishes on time: waits until the next is due, or until something new is scheduled.</summary>
internal sealed partial class ScheduleRunner(Publisher publisher, ScheduleSignal signal, TimeProvider time, ILogger<ScheduleRunner> logger) : BackgroundService
{
    /// <summary>Looks at least this often, for what was scheduled on another server that died before its time came; nothing is later than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan WaitAfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var hint = signal.Next;
            var wait = LongestWait;
            try
            {
                if (await publisher.RunDueAsync(stoppingToken) is { } due && due - time.GetUtcNow() is var left && left < wait)
                {
                    wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database may be away for a while; what is due stays due.
                Log.Failed(logger, exception);
                wait = WaitAfterFailure;
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(hint, Task.Delay(wait, time, waiting.Token));
            await waiting.CancelAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be published; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
