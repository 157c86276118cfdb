namespace Hedensted.Cms.Management.Common;

/// <summary>What colleagues are called, for lists and messages.</summary>
#pragma warning disable CA1822
internal sealed class UserNames
{
    /// <summary>Names by key; a user who is gone has none.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> FindAsync(IEnumerable<Guid?> keys, CancellationToken cancellationToken)
    {
        _ = keys;
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());
    }
}
