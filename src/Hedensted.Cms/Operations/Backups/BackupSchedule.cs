using System.Diagnostics;
using Hedensted.Content;
using Hedensted.Content.Backups;
using Hedensted.Content.Sources;
using Hedensted.Content.Storage;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Operations.Backups;

/// <summary>Makes a backup every so often; of several servers one makes it.</summary>
internal sealed partial class BackupSchedule(Backup backup, SourceRuns turns, IOptions<BackupOptions> options, TimeProvider time, ILogger<BackupSchedule> logger)
    : PeriodicWork(TimeSpan.FromMinutes(1), time, logger, atStart: true)
{
    /// <summary>Whose turn it is, is kept beside those who fetch from other systems.</summary>
    private const string Turn = "backup";

    /// <summary>A server that dies with the turn holds up the others no longer than this; also how soon one that failed is tried again.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var every = options.Value.Every;
        if (every == TimeSpan.Zero || !await turns.TakeTurnAsync(Turn, Hold, Hold, every > Hold ? every : Hold, ifDue: true, cancellationToken))
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            var (path, manifest) = await backup.MakeAsync(null, cancellationToken);

            // Only now is the next one due a whole interval later.
            await turns.EndTurnAsync(Turn, cancellationToken);
            await turns.TakeTurnAsync(Turn, TimeSpan.Zero, every, null, ifDue: false, cancellationToken);
            var took = Stopwatch.GetElapsedTime(started);
            Log.Made(Logger, path, manifest.Database.Position, took);
        }
        catch (Exception failure) when (failure is BackupRefusedException or StorageUnavailableException)
        {
            Log.Refused(Logger, failure.Message);
            await turns.EndTurnAsync(Turn, CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 20, Level = LogLevel.Information, Message = "The backup {Path} of position {Position} was made in {Elapsed}")]
        public static partial void Made(ILogger logger, string path, long position, TimeSpan elapsed);

        [LoggerMessage(EventId = 21, Level = LogLevel.Error, Message = "No backup was made: {Reason} It is tried again in an hour")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
