using Hedensted.Content.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content.Changes;

/// <summary>Ends the process when its database has become another one: a backup was restored under it, and nothing that it holds in memory counts any more.</summary>
/// <remarks>Whoever started it starts it again; from the first edition on it reads the database that there is now.</remarks>
internal sealed partial class EpochWatch(
    DatabaseEpoch epoch, ContentDatabase database, IHostApplicationLifetime? host, TimeProvider time, ILogger<EpochWatch> logger)
    : PeriodicWork(TimeSpan.FromSeconds(2), time, logger)
{
    /// <inheritdoc/>
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!epoch.IsKnown)
        {
            return; // a server that only delivers still waits for its database
        }

        var secret = Convert.FromHexString(await database.ReadMomentAsync(moment => DatabaseEpoch.SecretAsync(moment, cancellationToken), cancellationToken));
        if (DatabaseEpoch.IdOf(secret) != epoch.Id)
        {
            Log.Replaced(Logger);
            host?.StopApplication();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Critical, "The database was restored from a backup while this server was running; it stops, and must be started again to read it")]
        public static partial void Replaced(ILogger logger);
    }
}
