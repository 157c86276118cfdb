using Hedensted.Content.Changes;
using Hedensted.Content.Editing;
using Hedensted.Content.Serialisation.Writing;
using Hedensted.Content.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Serialisation;

/// <summary>Writes what is saved to the uSync folder at once, so that a change made in the backoffice can be committed like code.</summary>
/// <remarks>
/// The site is compared with what it was at the last look, and only files of things that changed are touched: files that somebody
/// fetched and has not imported yet stay as they are.
/// </remarks>
internal sealed partial class ExportOnSave(
    SiteStore store, USync uSync, SaveSignal signal, IOptions<USyncOptions> options, IHostEnvironment? environment, ILogger<ExportOnSave> logger) : BackgroundService
{
    private readonly SaveSignal _looked = new();

    /// <summary>Completes when it has looked (and written) once more.</summary>
    public Task NextLook => _looked.Next;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!(options.Value.ExportOnSave ?? environment?.IsDevelopment() == true))
        {
            return;
        }

        var saved = signal.Next;
        ExportedSite? last = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = new ExportedSite(await store.ReadAsync(stoppingToken));
                // With a broken file in the way, what changed waits for the next save.
                if (last is null || Tell(await uSync.ExportChangesAsync(last, now, stoppingToken)).Succeeded)
                {
                    last = now;
                }

                _looked.Pulse();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StorageUnavailableException)
            {
                Log.Failed(logger, uSync.DefaultFolder, exception);
            }

            await saved.WaitAsync(stoppingToken);
            saved = signal.Next;
        }
    }

    private USyncExport Tell(USyncExport export)
    {
        foreach (var problem in export.Problems)
        {
            Log.Problem(logger, problem.File, problem.What, problem.Remedy);
        }

        foreach (var file in export.Written)
        {
            Log.Written(logger, file.File, file.Change);
        }

        return export;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "uSync: {File} written ({Change})")]
        public static partial void Written(ILogger logger, string file, USyncChange change);

        [LoggerMessage(2, LogLevel.Warning, "uSync: {File}: {What} {Remedy}")]
        public static partial void Problem(ILogger logger, string file, string what, string remedy);

        [LoggerMessage(3, LogLevel.Warning, "uSync: {Folder} could not be written; the next save tries again")]
        public static partial void Failed(ILogger logger, string folder, Exception exception);
    }
}
