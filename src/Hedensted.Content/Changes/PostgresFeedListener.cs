using Hedensted.Content.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hedensted.Content.Changes;

/// <summary>Passes PostgreSQL's notifications on to the signals in this process, over a connection of its own.</summary>
internal sealed partial class PostgresFeedListener(StorageSettings settings, FeedSignal signal, SaveSignal saved, ILogger<PostgresFeedListener> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // How often it is asked whether the line is alive. One that died in silence says nothing, which is what a quiet evening says too.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    /// <summary>Listens until stopped; a lost connection is made again, and what was missed is found by looking.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var isLost = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => isLost = false, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Told once: a database that is away for an hour would fill the log.
                if (!isLost)
                {
                    isLost = true;
                    Log.Lost(logger, exception);
                }

                await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(Action listening, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(settings.ListeningConnectionString());
        connection.Notification += (_, _) =>
        {
            signal.Pulse();
            saved.Pulse();
        };
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {FeedSignal.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        listening();

        // What was told while nobody listened.
        signal.Pulse();
        saved.Pulse();
        while (true)
        {
            if (!await connection.WaitAsync(Silence, cancellationToken))
            {
                await using var alive = new NpgsqlCommand("SELECT 1", connection);
                await alive.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Listening for changes was interrupted; looking each second until it works again")]
        public static partial void Lost(ILogger logger, Exception exception);
    }
}
