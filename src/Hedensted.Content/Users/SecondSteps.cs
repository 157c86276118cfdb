using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>The second step of signing in: a sealed secret for each user who wants one, and the hashes of recovery codes.</summary>
public sealed class SecondSteps
{
    private readonly UserDatabase _database;

    internal SecondSteps(UserDatabase database) => _database = database;

    /// <summary>A user's sealed secret; null when they sign in with the password alone.</summary>
    public Task<string?> FindAsync(Guid userKey, CancellationToken cancellationToken) => _database.ReadAsync(context =>
        context.SecondSteps.Where(row => row.UserKey == userKey).Select(row => row.Secret).SingleOrDefaultAsync(cancellationToken));

    /// <summary>Begins to ask for a second step.</summary>
    /// <param name="userKey">Of whom.</param>
    /// <param name="sealedSecret">Readable by its writer only.</param>
    /// <param name="step">The step that proved it; it does not work again.</param>
    /// <param name="recoveryHashes">Each opens once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was begun; false when it was asked for already.</returns>
    public Task<bool> EnableAsync(Guid userKey, string sealedSecret, long step, IReadOnlyCollection<string> recoveryHashes, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                if (await context.SecondSteps.AnyAsync(row => row.UserKey == userKey, cancellationToken))
                {
                    return false;
                }

                context.SecondSteps.Add(new SecondStepRow { UserKey = userKey, Secret = sealedSecret, LastStep = step });
                context.RecoveryCodes.AddRange(recoveryHashes.Select(hash => new RecoveryCodeRow { Hash = hash, UserKey = userKey }));
                return true;
            },
            cancellationToken);

    /// <summary>Asks for no second step any more.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DisableAsync(Guid userKey, CancellationToken cancellationToken) => _database.WriteAsync(
        async (context, notes) =>
        {
            await context.RecoveryCodes.Where(row => row.UserKey == userKey).ExecuteDeleteAsync(cancellationToken);
            var wasOn = await context.SecondSteps.Where(row => row.UserKey == userKey).ExecuteDeleteAsync(cancellationToken) == 1;
            if (wasOn)
            {
                notes.Add(UserEvent.TwoStepsOff, userKey);
            }

            return wasOn;
        },
        cancellationToken);

    /// <summary>Uses a step up, and every step before it.</summary>
    /// <returns>Whether this was the call that did it.</returns>
    public Task<bool> UseAsync(Guid userKey, long step, CancellationToken cancellationToken) => _database.WriteAsync(
        async context => await context.SecondSteps
            .Where(row => row.UserKey == userKey && row.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastStep, step), cancellationToken) == 1,
        cancellationToken);

    /// <summary>Uses a recovery code up.</summary>
    /// <returns>Whether this was the call that did it.</returns>
    public Task<bool> UseRecoveryAsync(Guid userKey, string hash, CancellationToken cancellationToken) => _database.WriteAsync(
        async context => await context.RecoveryCodes.Where(row => row.UserKey == userKey && row.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1,
        cancellationToken);
}
