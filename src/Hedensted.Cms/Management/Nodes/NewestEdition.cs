using Hedensted.Content.Changes;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Management.Nodes;

/// <summary>What readers see, for an editor who has just published.</summary>
internal sealed class NewestEdition(ChangeFeed feed, EditionSource editions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>The edition with all that is committed now; the one there is when that takes unusually long, null when there is none yet.</summary>
    /// <remarks>The backoffice asks right after publishing. Readers follow within a blink, so we wait for them rather than show the moment before.</remarks>
    public async Task<Edition?> FindAsync(CancellationToken cancellationToken) => await ReachedAsync(await feed.HeadAsync(cancellationToken), Patience, cancellationToken);

    /// <summary>The edition with this change in it; the one there is when it does not come in time, null when there is none yet.</summary>
    public async Task<Edition?> ReachedAsync(ChangePosition position, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        try
        {
            return await editions.WaitForAsync(position, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return editions.IsReady ? editions.Current : null;
        }
    }
}
