using Hedensted.Content.Changes;

namespace Hedensted.Content.Published;

/// <summary>Where readers get their edition. Follows the change feed in the background; swaps whole editions.</summary>
public sealed class EditionSource
{
    /// <summary>The newest edition; one volatile read.</summary>
    /// <exception cref="InvalidOperationException">The first edition is not made yet; see <see cref="IsReady"/>.</exception>
    public Edition Current => throw new NotImplementedException();

    /// <summary>Whether there is an edition to read.</summary>
    public bool IsReady => throw new NotImplementedException();

    /// <summary>The first edition at or after this position.</summary>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public Task<Edition> WaitForAsync(ChangePosition minimum, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The first edition after this position; for live updates.</summary>
    /// <exception cref="OperationCanceledException">The caller stopped waiting.</exception>
    public Task<Edition> WaitForNextAsync(ChangePosition after, CancellationToken cancellationToken) => throw new NotImplementedException();
}
