using System.Security.Claims;
using Hedensted.Cms.Auth;
using Hedensted.Cms.Management.Common;
using Hedensted.Content.Users;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Cms.Management.User;

/// <summary>What an administrator does to several users at once. Whoever is affected feels it at the next click.</summary>
internal sealed partial class UserChanges(
    UserStore users, UserAdministration administration, LoginAttempts attempts, UserJournal journal, Delegation delegation, SignedInUsers signedIn, TimeProvider time, ILogger<UserChanges> logger)
{
    public async Task<IResult> DeleteAsync(IReadOnlyCollection<Guid> keys, ClaimsPrincipal actor, CancellationToken cancellationToken) =>
        keys.Contains(actor.UserKey())
            ? UserProblems.From(UserOperationStatus.CannotDeleteSelf)
            : await ChangeAsync("deleted", keys, actor, () => administration.DeleteAsync(keys, cancellationToken), cancellationToken);

    public Task<IResult> EnableAsync(IReadOnlyCollection<Guid> keys, ClaimsPrincipal actor, CancellationToken cancellationToken) =>
        ChangeAsync("enabled", keys, actor, () => administration.EnableAsync(keys, time.GetUtcNow(), cancellationToken), cancellationToken);

    public async Task<IResult> DisableAsync(IReadOnlyCollection<Guid> keys, ClaimsPrincipal actor, CancellationToken cancellationToken) =>
        keys.Contains(actor.UserKey())
            ? UserProblems.From(UserOperationStatus.CannotDisableSelf)
            : await ChangeAsync("disabled", keys, actor, () => administration.DisableAsync(keys, time.GetUtcNow(), cancellationToken), cancellationToken);

    public Task<IResult> UnlockAsync(IReadOnlyCollection<Guid> keys, ClaimsPrincipal actor, CancellationToken cancellationToken) => ChangeAsync(
        "unlocked",
        keys,
        actor,
        async () =>
        {
            var found = await users.FindAsync(keys, cancellationToken);
            if (found.Count == 0 || found.Count != keys.Distinct().Count())
            {
                return UserOperationStatus.UserNotFound;
            }

            foreach (var user in found)
            {
                await attempts.SucceedAsync(user.Email, cancellationToken);
            }

            await journal.NoteAsync(UserEvent.Unlocked, keys, cancellationToken);
            return UserOperationStatus.Success;
        },
        cancellationToken);

    public async Task<IResult> SetGroupsAsync(
        IReadOnlyCollection<Guid> keys, IReadOnlyCollection<Guid> groups, ClaimsPrincipal actor, CancellationToken cancellationToken) =>
        groups.Count == 0 ? UserProblems.From(UserOperationStatus.NoUserGroup)
        : await delegation.DeniedGroupKeysAsync(actor, groups, cancellationToken) is { } denied ? denied
        : await ChangeAsync("given other groups", keys, actor, () => administration.SetGroupsAsync(keys, groups, time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Replaces a user's password; their sessions end.</summary>
    public Task<IResult> SetPasswordAsync(Guid key, string passwordHash, ClaimsPrincipal actor, CancellationToken cancellationToken) => ChangeAsync(
        "given a new password",
        [key],
        actor,
        () => administration.SetPasswordAsync(key, passwordHash, null, time.GetUtcNow(), cancellationToken),
        cancellationToken);

    private async Task<IResult> ChangeAsync(
        string what, IReadOnlyCollection<Guid> keys, ClaimsPrincipal actor, Func<Task<UserOperationStatus>> change, CancellationToken cancellationToken)
    {
        if (await delegation.DeniedUsersAsync(actor, keys, cancellationToken) is { } denied)
        {
            return denied;
        }

        var (status, who) = (await change(), actor.UserKey());
        signedIn.Forget();
        if (status == UserOperationStatus.Success)
        {
            Log.Changed(logger, keys, what, who);
        }

        return UserProblems.Answer(status);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Users {Users} were {What} by {Actor}")]
        public static partial void Changed(ILogger logger, IReadOnlyCollection<Guid> users, string what, Guid actor);
    }
}
