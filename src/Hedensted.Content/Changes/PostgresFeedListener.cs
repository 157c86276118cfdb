using Hedensted.Content.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hedensted.Content.Changes;

/// <summary>Passes PostgreSQL's notifications on to the signals in this process, over a connection of its own that one thread waits at.</summary>
internal sealed partial class PostgresFeedListener(StorageSettings settings, FeedSignal signal, SaveSignal saved, ILogger<PostgresFeedListener> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // How often it is asked whether the line is alive. One that died in silence says nothing, which is what a quiet evening says too.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    // How often it looks whether it is to stop.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);

    /// <summary>Listens until stopped; a lost connection is made again, and what was missed is found by looking. Holds its thread.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        var isLost = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                Listen(() => isLost = false, cancellationToken);
            }
            catch (Exception exception)
            {
                // Told once: a database that is away for an hour would fill the log.
                if (!isLost)
                {
                    isLost = true;
                    Log.Lost(logger, exception);
                }

                cancellationToken.WaitHandle.WaitOne(Pause);
            }
        }
    }

    private void Listen(Action listening, CancellationToken cancellationToken)
    {
        using var connection = new NpgsqlConnection(settings.ListeningConnectionString());
        connection.Notification += (_, _) =>
        {
            signal.Pulse();
            saved.Pulse();
        };
        connection.Open();
        Execute(connection, $"LISTEN {FeedSignal.Channel}");
        listening();

        // What was told while nobody listened.
        signal.Pulse();
        saved.Pulse();
        for (var silent = TimeSpan.Zero; !cancellationToken.IsCancellationRequested;)
        {
            silent = connection.Wait(Slice) ? TimeSpan.Zero : silent + Slice;
            if (silent >= Silence)
            {
                Execute(connection, "SELECT 1");
                silent = TimeSpan.Zero;
            }
        }
    }

    private static void Execute(NpgsqlConnection connection, string text)
    {
        using var command = new NpgsqlCommand(text, connection);
        command.ExecuteNonQuery();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Listening for changes was interrupted; looking each second until it works again")]
        public static partial void Lost(ILogger logger, Exception exception);
    }
}
