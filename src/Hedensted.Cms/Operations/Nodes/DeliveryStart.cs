using Hedensted.Content;
using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Hedensted.Content.Storage;

namespace Hedensted.Cms.Operations.Nodes;

/// <summary>
/// Starts a server that only delivers: waits until there is a database that it can read, makes the first edition, and from then on needs the database
/// for what is new and nothing else. It changes nothing in it; a server with a backoffice migrates and fills it.
/// </summary>
internal sealed partial class DeliveryStart(IServiceProvider services, ChangeFeed feed, EditionSource editions, TimeProvider time, ILogger<DeliveryStart> logger) : BackgroundService
{
    private const string Unreachable = "Databasen svarer ikke; venter på den. Se efter, at den kører, og at ConnectionStrings__umbracoDbDSN er rigtig.";
    private const string Behind = "Databasen mangler noget, som denne udgave læser; venter på, at en server med backoffice (Hedensted:Role Cms eller All) af samme udgave starter og gør den klar.";

    private const string Empty = "Databasen er tom; venter på, at en server med backoffice (Hedensted:Role Cms eller All) har fyldt den.";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private volatile string? _waitsFor = "Starter.";

    /// <summary>What it waits for, in a sentence for operators; null when it is ready.</summary>
    public string? WaitsFor => _waitsFor;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && await TryAsync(stoppingToken) is { } missing)
        {
            if (missing != _waitsFor)
            {
                _waitsFor = missing;
                Log.Waits(logger, missing);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string?> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            var fit = await ContentStartup.LookAsync(services, stoppingToken);
            if (fit != SchemaFit.Fits)
            {
                return fit == SchemaFit.Behind ? Behind : new SchemaTooNewException().Message;
            }

            if (await feed.HeadAsync(stoppingToken) == ChangePosition.Start)
            {
                return Empty;
            }

            await editions.StartAsync(stoppingToken);
            await editions.Rehearsed.WaitAsync(stoppingToken);
            _waitsFor = null;
            Log.Ready(logger, editions.Current.Position.Value);
            return null;
        }
        catch (StorageUnavailableException)
        {
            return Unreachable;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Missing}")]
        public static partial void Waits(ILogger logger, string missing);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Ready to deliver, from position {Position}")]
        public static partial void Ready(ILogger logger, long position);
    }
}
