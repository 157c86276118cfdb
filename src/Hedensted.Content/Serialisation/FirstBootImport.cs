using Hedensted.Content.Editing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.Serialisation;

/// <summary>Fills an empty database from the site's uSync folder.</summary>
public sealed partial class FirstBootImport
{
    private readonly SiteStore _store;
    private readonly USync _uSync;
    private readonly IOptions<USyncOptions> _options;
    private readonly ILogger<FirstBootImport> _logger;

    internal FirstBootImport(SiteStore store, USync uSync, IOptions<USyncOptions> options, ILogger<FirstBootImport> logger)
    {
        _store = store;
        _uSync = uSync;
        _options = options;
        _logger = logger;
    }

    /// <summary>Imports when the database is empty and the settings allow it; every problem is logged with file and remedy.</summary>
    /// <returns>How it went; null when there was nothing to do. A start with problems should not go on.</returns>
    public async Task<USyncImport?> RunAsync(CancellationToken cancellationToken)
    {
        if (!_options.Value.ImportOnFirstBoot || !await _store.IsEmptyAsync(cancellationToken))
        {
            return null;
        }

        var import = await _uSync.ImportAsync(null, null, cancellationToken);
        foreach (var problem in import.Plan.Problems)
        {
            Log.Problem(_logger, problem.File, problem.What, problem.Remedy);
        }

        if (import.Position is { } position)
        {
            Log.Imported(_logger, import.Plan.Entries.Length, _uSync.DefaultFolder, position.Value);
        }

        return import;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "First start: imported {Count} things from {Folder}, position {Position}")]
        public static partial void Imported(ILogger logger, int count, string folder, long position);

        [LoggerMessage(2, LogLevel.Error, "uSync: {File}: {What} {Remedy}")]
        public static partial void Problem(ILogger logger, string file, string what, string remedy);
    }
}
