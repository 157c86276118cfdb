namespace Hedensted.Content.Changes;

/// <summary>The append-only sequence of what changed for readers, written in the transaction that changed it.</summary>
public sealed class ChangeFeed
{
    /// <summary>The newest committed position.</summary>
    public Task<ChangePosition> HeadAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>All rows after <paramref name="position"/>, in order.</summary>
    public Task<IReadOnlyList<Change>> ReadAfterAsync(ChangePosition position, CancellationToken cancellationToken) => throw new NotImplementedException();
}
