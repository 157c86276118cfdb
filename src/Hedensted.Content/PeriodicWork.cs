using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content;

/// <summary>Work that is done once every <paramref name="pause"/> while the host runs.</summary>
/// <remarks>A round that fails is written down and tried again at the next; being stopped, also while the host is still starting, is no failure.</remarks>
/// <param name="pause">From one round to the next.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are written.</param>
/// <param name="atStart">Whether the first round comes at once; else it comes after the first pause.</param>
public abstract partial class PeriodicWork(TimeSpan pause, TimeProvider time, ILogger logger, bool atStart = false) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Clock { get; } = time;

    /// <summary>Where it is written what was done.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>One round.</summary>
    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        try
        {
            if (atStart)
            {
                await TryAsync(stoppingToken);
            }

            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunOnceAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(Logger, GetType().Name, pause, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed; it is tried again in {Pause}")]
        public static partial void Failed(ILogger logger, string work, TimeSpan pause, Exception exception);
    }
}
