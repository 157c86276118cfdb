using Hedensted.Content.Editing;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Takes files off the disk when what pointed at them is removed for good: soon after it, and at the next start when the server died in between.</summary>
internal sealed partial class RemovedFileCleanUp(RemovedFiles removed, StoredFiles stored, TimeProvider clock, ILogger<RemovedFileCleanUp> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var hint = removed.NextSave;
            var outcome = await TryAsync(stoppingToken);
            if (outcome is { Removed: > 0, Left: 0 })
            {
                continue; // there may be more than one round's worth
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var pause = Task.Delay(outcome.Left > 0 ? PauseAfterTrouble : LongestWait, clock, waiting.Token);
            await (outcome.Left > 0 ? Task.WhenAny(pause) : Task.WhenAny(hint, pause));
            await waiting.CancelAsync();
        }
    }

    private async Task<(int Removed, int Left)> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            var outcome = await removed.CleanAsync(stored.TryRemove, stoppingToken);
            if (outcome.Removed > 0)
            {
                Log.Removed(logger, outcome.Removed);
            }

            return outcome;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return default;
        }
        catch (Exception exception)
        {
            // What is noted stays noted.
            Log.Failed(logger, exception);
            return (0, 1);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2113, LogLevel.Information, "Removed {Count} files that nothing points at any more")]
        public static partial void Removed(ILogger logger, int count);

        [LoggerMessage(2114, LogLevel.Warning, "Files that nothing points at any more could not be removed; they are tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
