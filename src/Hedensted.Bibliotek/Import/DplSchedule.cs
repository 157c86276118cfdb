using Hedensted.Content;
using Microsoft.Extensions.Logging;

namespace Hedensted.Bibliotek.Import;

/// <summary>Fetches when it is due. Every server looks; the first one fetches, and the others find that it is done.</summary>
internal sealed partial class DplSchedule(DplImport import, TimeProvider time, ILogger<DplSchedule> logger) : PeriodicWork(TimeSpan.FromMinutes(1), time, logger)
{
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (import.IsEnabled && await import.RunAsync(userKey: null, acceptVanished: false, ifDue: true, cancellationToken) is { } report)
        {
            if (report.Problem is null)
            {
                Log.Fetched(Logger, report.Read, report.Changes);
            }
            else
            {
                Log.Doubted(Logger);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Events} events from DPL CMS, {Changes} of them new or changed")]
        public static partial void Fetched(ILogger logger, int events, int changes);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What DPL CMS answered could not be used, and nothing was changed; the report in the backoffice says why")]
        public static partial void Doubted(ILogger logger);
    }
}
