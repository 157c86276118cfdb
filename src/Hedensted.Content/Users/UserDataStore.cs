using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Users;

/// <summary>Something that an extension of the backoffice remembers about one user.</summary>
/// <param name="Key">Permanent identity.</param>
/// <param name="Group">The extension's name for a kind of thing.</param>
/// <param name="Identifier">Which of that kind; with the group unique for the user.</param>
/// <param name="Value">What is remembered.</param>
public sealed record UserData(Guid Key, string Group, string Identifier, string Value);

/// <summary>What extensions remember about users. Nobody reads or writes another's.</summary>
public sealed class UserDataStore
{
    private readonly UserDatabase _database;

    internal UserDataStore(UserDatabase database) => _database = database;

    /// <summary>A user's data, of these groups and identifiers where any are named.</summary>
    public async Task<IReadOnlyList<UserData>> FindAsync(
        Guid userKey, IReadOnlyCollection<string> groups, IReadOnlyCollection<string> identifiers, CancellationToken cancellationToken)
    {
        var rows = await _database.ReadAsync(context => context.UserData.AsNoTracking().Where(row => row.UserKey == userKey).ToListAsync(cancellationToken));
        return [.. rows
            .Where(row => (groups.Count == 0 || groups.Contains(row.Group)) && (identifiers.Count == 0 || identifiers.Contains(row.Identifier)))
            .OrderBy(row => row.Group, StringComparer.Ordinal).ThenBy(row => row.Identifier, StringComparer.Ordinal)
            .Select(row => new UserData(row.Key, row.Group, row.Identifier, row.Value))];
    }

    /// <summary>Remembers something new.</summary>
    /// <returns><c>AlreadyExists</c> or success.</returns>
    public Task<UserDataOperationStatus> AddAsync(Guid userKey, UserData data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return _database.WriteAsync(
            async context =>
            {
                if (await context.UserData.AnyAsync(
                    row => row.Key == data.Key || (row.UserKey == userKey && row.Group == data.Group && row.Identifier == data.Identifier), cancellationToken))
                {
                    return UserDataOperationStatus.AlreadyExists;
                }

                context.UserData.Add(new UserDataRow { Key = data.Key, UserKey = userKey, Group = data.Group, Identifier = data.Identifier, Value = data.Value });
                return UserDataOperationStatus.Success;
            },
            cancellationToken);
    }

    /// <summary>Replaces what is remembered.</summary>
    /// <returns><c>NotFound</c> or success.</returns>
    public Task<UserDataOperationStatus> UpdateAsync(Guid userKey, UserData data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ChangeAsync(userKey, data.Key, (_, row) => (row.Group, row.Identifier, row.Value) = (data.Group, data.Identifier, data.Value), cancellationToken);
    }

    /// <summary>Forgets.</summary>
    /// <returns><c>NotFound</c> or success.</returns>
    public Task<UserDataOperationStatus> DeleteAsync(Guid userKey, Guid key, CancellationToken cancellationToken) =>
        ChangeAsync(userKey, key, (context, row) => context.UserData.Remove(row), cancellationToken);

    private Task<UserDataOperationStatus> ChangeAsync(Guid userKey, Guid key, Action<UsersContext, UserDataRow> change, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async context =>
            {
                if (await context.UserData.SingleOrDefaultAsync(row => row.Key == key && row.UserKey == userKey, cancellationToken) is not { } row)
                {
                    return UserDataOperationStatus.NotFound;
                }

                change(context, row);
                return UserDataOperationStatus.Success;
            },
            cancellationToken);
}
