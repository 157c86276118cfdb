using Hedensted.Content.Editing;
using Hedensted.Content.Serialisation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.Content.StartProfile;

/// <summary>How the first start filled the database.</summary>
public enum FirstFillResult
{
    /// <summary>There was something in it already, or the settings say to leave it empty.</summary>
    NothingToDo,

    /// <summary>It holds the site's own types and content.</summary>
    Imported,

    /// <summary>It holds what a fresh Umbraco has.</summary>
    Blank,

    /// <summary>The files have problems; they stand in the log, and the start should not go on.</summary>
    Refused,
}

/// <summary>Fills an empty database as <see cref="ProfileOptions.Profile"/> says.</summary>
public sealed partial class FirstFill
{
    private readonly SiteStore _store;
    private readonly FirstBootImport _import;
    private readonly IOptions<ProfileOptions> _options;
    private readonly ILogger<FirstFill> _logger;

    internal FirstFill(SiteStore store, FirstBootImport import, IOptions<ProfileOptions> options, ILogger<FirstFill> logger) =>
        (_store, _import, _options, _logger) = (store, import, options, logger);

    /// <summary>Does it; a database that has something in it is never touched.</summary>
    public async Task<FirstFillResult> RunAsync(CancellationToken cancellationToken)
    {
        if (_options.Value.Profile == Profile.Hedensted)
        {
            return await _import.RunAsync(cancellationToken) switch
            {
                null => FirstFillResult.NothingToDo,
                { Succeeded: true } => FirstFillResult.Imported,
                _ => FirstFillResult.Refused,
            };
        }

        if (!await _store.IsEmptyAsync(cancellationToken))
        {
            return FirstFillResult.NothingToDo;
        }

        await _store.ApplyAsync(BlankSite.Everything, null, cancellationToken);
        Log.Filled(_logger);
        return FirstFillResult.Blank;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "First start: the site has what a fresh Umbraco has, and an empty tree")]
        public static partial void Filled(ILogger logger);
    }
}
