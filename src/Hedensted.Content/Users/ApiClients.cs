using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Users;

/// <summary>The keys that programs sign in with. A program may have several, so that one can be exchanged while another works.</summary>
public sealed class ApiClients
{
    private readonly UserDatabase _database;

    internal ApiClients(UserDatabase database) => _database = database;

    /// <summary>The client ids of a user, in order.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Guid userKey, CancellationToken cancellationToken)
    {
        var ids = await _database.ReadAsync(context => context.ApiClients.Where(client => client.UserKey == userKey).Select(client => client.ClientId).ToListAsync(cancellationToken));
        return [.. ids.Order(StringComparer.Ordinal)];
    }

    /// <summary>Gives a program a key.</summary>
    /// <returns><c>InvalidUser</c> (no such user, or a person), <c>DuplicateClientId</c> or success.</returns>
    public Task<UserClientCredentialsOperationStatus> AddAsync(Guid userKey, string clientId, string secretHash, CancellationToken cancellationToken) => _database.WriteAsync(
        async context =>
        {
            await _database.LockAsync(context, cancellationToken);
            if (!await context.Users.AnyAsync(user => user.Key == userKey && user.Kind == nameof(UserKind.Api), cancellationToken))
            {
                return UserClientCredentialsOperationStatus.InvalidUser;
            }

            if (await context.ApiClients.AnyAsync(client => client.ClientId == clientId, cancellationToken))
            {
                return UserClientCredentialsOperationStatus.DuplicateClientId;
            }

            context.ApiClients.Add(new ApiClientRow { ClientId = clientId, UserKey = userKey, SecretHash = secretHash });
            return UserClientCredentialsOperationStatus.Success;
        },
        cancellationToken);

    /// <summary>Takes a key away, and ends what the program does with it and its other keys: it signs in again with those.</summary>
    /// <returns><c>InvalidClientId</c> or success.</returns>
    public Task<UserClientCredentialsOperationStatus> RemoveAsync(Guid userKey, string clientId, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async (context, notes) =>
        {
            if (await context.ApiClients.Where(client => client.ClientId == clientId && client.UserKey == userKey).ExecuteDeleteAsync(cancellationToken) != 1)
            {
                return UserClientCredentialsOperationStatus.InvalidClientId;
            }

            notes.Add(UserEvent.KeyRemoved, userKey, clientId);
            await UserAdministration.EndSessionsAsync(context, [userKey], now.ToUnixTimeMilliseconds(), cancellationToken);
            return UserClientCredentialsOperationStatus.Success;
        },
        cancellationToken);

    /// <summary>The program of a client id, and the hash of its secret; null when there is none.</summary>
    public async Task<UserCredentials?> FindAsync(string clientId, CancellationToken cancellationToken)
    {
        var found = await _database.ReadAsync(context => context.ApiClients.AsNoTracking()
            .Where(client => client.ClientId == clientId)
            .Join(context.Users, client => client.UserKey, user => user.Key, (client, user) => new { user, client.SecretHash })
            .SingleOrDefaultAsync(cancellationToken));
        return found is null ? null : new UserCredentials(found.user.ToUser(), found.SecretHash);
    }
}
