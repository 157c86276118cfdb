using Hedensted.Content.Published;
using Microsoft.Extensions.Hosting;

namespace Hedensted.Bibliotek.Search;

/// <summary>Makes the first index when the server listens, so that no citizen waits for it and neither does the start.</summary>
internal sealed class SearchWarmUp(EditionSource editions) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (editions.IsReady)
        {
            // That of the edition in all languages: those in one of them are made out of it.
            _ = editions.Current.Projection<PublishedSearch>().Index;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
