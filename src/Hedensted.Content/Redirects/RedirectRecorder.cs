using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hedensted.Content.Redirects;

/// <summary>Follows the editions and notes what has moved: by a new name, to another place, in an import, and also while no server ran.</summary>
internal sealed partial class RedirectRecorder(AddressBook addresses, ChangeFeed feed, EditionSource editions, TimeProvider time, ILogger<RedirectRecorder> logger)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // All documents are looked at once, which must not compete with what readers wait for at a start.
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ChangePosition? looked = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var edition = looked is { } position
                    ? await editions.WaitForNextAsync(position, stoppingToken)
                    : await editions.WaitForAsync(ChangePosition.Start, stoppingToken);
                await addresses.RecordAsync(edition, await ChangedAsync(looked, stoppingToken), stoppingToken);
                looked = edition.Position;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, Pause, exception);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // Null is everything: at the start, and when types changed.
    private async Task<IReadOnlyCollection<Guid>?> ChangedAsync(ChangePosition? looked, CancellationToken cancellationToken)
    {
        if (looked is { } position)
        {
            var changes = await feed.ReadAfterAsync(position, cancellationToken);
            if (changes.All(change => change.Subject != ChangeSubject.Schema))
            {
                return [.. changes.Where(change => change.Subject == ChangeSubject.Document).Select(change => change.Key).Distinct()];
            }
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Addresses that documents left could not be noted; it is tried again in {Pause}")]
        public static partial void Failed(ILogger logger, TimeSpan pause, Exception exception);
    }
}
