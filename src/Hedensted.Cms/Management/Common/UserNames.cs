using Hedensted.Content.Users;

namespace Hedensted.Cms.Management.Common;

/// <summary>What colleagues are called, for lists and messages.</summary>
internal sealed class UserNames(UserStore users)
{
    /// <summary>Names by key; a user who is gone has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(IEnumerable<Guid?> keys, CancellationToken cancellationToken)
    {
        Guid[] known = [.. keys.OfType<Guid>().Distinct()];
        return known.Length == 0
            ? new Dictionary<Guid, string>()
            : (await users.FindAsync(known, cancellationToken)).ToDictionary(user => user.Key, user => user.Name);
    }
}
