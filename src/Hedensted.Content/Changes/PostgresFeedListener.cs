using Hedensted.Content.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hedensted.Content.Changes;

/// <summary>Passes PostgreSQL's notifications on to the signals in this process, over a connection of its own.</summary>
internal sealed partial class PostgresFeedListener(StorageSettings settings, FeedSignal signal, SaveSignal saved, ILogger<PostgresFeedListener> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Listens until stopped; a lost connection is made again, and what was missed is found by looking.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.Lost(logger, exception);
                await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
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

        signal.Pulse();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Listening for changes was interrupted; looking each second until it works again")]
        public static partial void Lost(ILogger logger, Exception exception);
    }
}
