using Hedensted.Content.Model;
using Hedensted.Content.Storage;

namespace Hedensted.Content.Users;

/// <summary>Tells a start whether there is anything to make, without waking what makes it.</summary>
public sealed class StartingUsers
{
    private readonly ContentDatabase _database;

    internal StartingUsers(ContentDatabase database) => _database = database;

    /// <summary>Whether there is at least one user, and each of these groups.</summary>
    public Task<bool> ExistAsync(IReadOnlyCollection<UserGroup> groups, CancellationToken cancellationToken) =>
        _database.ReadMomentAsync(
            async moment =>
            {
                var present = await moment.ReadAsync("SELECT \"Key\" FROM user_groups", row => row.GetGuid(0), cancellationToken);
                return groups.All(group => present.Contains(group.Key))
                    && (await moment.ReadAsync("SELECT EXISTS (SELECT 1 FROM users)", row => row.GetBoolean(0), cancellationToken)).Single();
            },
            cancellationToken);
}
