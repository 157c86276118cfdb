using Hedensted.Content.Changes;
using Hedensted.Content.Published;
using Microsoft.Extensions.Hosting;

namespace Hedensted.Bibliotek.Search;

/// <summary>Makes the first index when the server listens, so that no citizen waits for it and neither does the start.</summary>
internal sealed class SearchWarmUp(EditionSource editions) : BackgroundService, IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (editions.IsReady)
        {
            Warm(editions.Current);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A server that only delivers listens before it has an edition.
        if (!editions.IsReady)
        {
            Warm(await editions.WaitForAsync(ChangePosition.Start, stoppingToken));
        }
    }

    // That of the edition in all languages: those in one of them are made out of it.
    private static void Warm(Edition edition) => _ = edition.Projection<PublishedSearch>().Index;
}
