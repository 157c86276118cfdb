using Hedensted.Content;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Media.Storage;

/// <summary>Removes uploads that nobody used in time, and what an interrupted upload left.</summary>
internal sealed partial class TemporaryFileCleanUp(
    MediaFolders folders, IOptions<MediaOptions> options, TimeProvider clock, ILogger<TemporaryFileCleanUp> logger)
    : PeriodicWork(TimeSpan.FromHours(1), clock, logger, atStart: true)
{
    /// <summary>Removes every piece that was last written longer ago than an upload may wait.</summary>
    public void Sweep()
    {
        var oldest = Clock.GetUtcNow().AddHours(-options.Value.TemporaryFileHours).UtcDateTime;
        var removed = 0;
        foreach (var file in new DirectoryInfo(folders.Temporary).EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest))
        {
            file.Delete();
            removed++;
        }

        if (removed > 0)
        {
            Log.Removed(Logger, removed);
        }
    }

    /// <inheritdoc/>
    protected override Task RunOnceAsync(CancellationToken cancellationToken)
    {
        Sweep();
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(2111, LogLevel.Information, "Removed {Count} pieces of uploads that nobody used")]
        public static partial void Removed(ILogger logger, int count);
    }
}
