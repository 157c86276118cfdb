using System.Diagnostics;
using System.Text;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hedensted.GraphQL.Http.Documents;

/// <summary>Compiles the trusted documents while the server begins to listen, and tells of those that the schema does not know.</summary>
internal sealed partial class TrustedDocumentWarmUp(
    TrustedDocuments documents, PublicGraphQL api, EditionSource editions, ILogger<TrustedDocumentWarmUp> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever asks meanwhile has the document compiled at once; nobody waits for all of them.
        await Task.Yield();
        var edition = await editions.WaitForAsync(ChangePosition.Start, stoppingToken);
        var started = Stopwatch.GetTimestamp();
        var engine = api.EngineOf(edition.Schema);
        foreach (var document in documents.All)
        {
            stoppingToken.ThrowIfCancellationRequested();
            if (!engine.Warm(document))
            {
                Log.NotValid(logger, Encoding.UTF8.GetString(document.AsSpan(0, Math.Min(80, document.Length))), DocumentHash.Of(document));
            }
        }

        if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.Warm(logger, documents.All.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A trusted document is not valid for the schema and will be refused: {Beginning}… (sha256:{Hash})")]
        public static partial void NotValid(ILogger logger, string beginning, string hash);

        [LoggerMessage(2, LogLevel.Debug, "The schema and {Count} trusted documents were compiled in {Milliseconds} ms")]
        public static partial void Warm(ILogger logger, int count, double milliseconds);
    }
}
