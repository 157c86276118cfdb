using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content.Servers;

/// <summary>Tells the other servers how far this one's readers are: when that changes, and every five seconds.</summary>
internal sealed partial class ServerAnnouncement(ServerRegister register, EditionSource editions, TimeProvider time, ILogger<ServerAnnouncement> logger) : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (register.IsShared && editions.IsReady)
        {
            await TryAsync(register.LeaveAsync, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!register.IsShared)
        {
            return;
        }

        try
        {
            var told = true;
            for (var edition = await editions.WaitForAsync(ChangePosition.Start, stoppingToken); ; edition = await NextAsync(edition.Position, stoppingToken))
            {
                var tells = await TryAsync(cancellation => register.AnnounceAsync(edition.Position, cancellation), stoppingToken);
                if (told && !tells)
                {
                    Log.Unheard(logger);
                }

                told = tells;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    // Editions that come while one is told of are told of together.
    private async Task<Edition> NextAsync(ChangePosition after, CancellationToken stoppingToken)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, heartbeat.Token);
        try
        {
            return await editions.WaitForNextAsync(after, either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return editions.Current;
        }
    }

    private static async Task<bool> TryAsync(Func<CancellationToken, Task> tell, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await tell(patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is Storage.StorageUnavailableException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database does not take what this server tells of itself; the backoffice leaves it out until it does")]
        public static partial void Unheard(ILogger logger);
    }
}
