using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Removes uploads that nobody used in time, and what an interrupted upload left.</summary>
internal sealed partial class TemporaryFileCleanUp(
    MediaFolders folders, IOptions<MediaOptions> options, TimeProvider clock, ILogger<TemporaryFileCleanUp> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Removes every piece that was last written longer ago than an upload may wait.</summary>
    public void Sweep()
    {
        var oldest = clock.GetUtcNow().AddHours(-options.Value.TemporaryFileHours).UtcDateTime;
        var removed = 0;
        foreach (var file in new DirectoryInfo(folders.Temporary).EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest))
        {
            file.Delete();
            removed++;
        }

        if (removed > 0)
        {
            Log.Removed(logger, removed);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                Sweep();
            }
            catch (IOException busy)
            {
                Log.Failed(logger, busy);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(2111, LogLevel.Information, "Removed {Count} pieces of uploads that nobody used")]
        public static partial void Removed(ILogger logger, int count);

        [LoggerMessage(2112, LogLevel.Warning, "Old uploads could not be removed; the next try is in an hour")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
