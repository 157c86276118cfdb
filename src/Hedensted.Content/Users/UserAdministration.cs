using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Users;

/// <summary>Changes people: each call is one transaction that does all of it or, when it answers anything but success, nothing.</summary>
/// <remarks>Whatever is asked for, at least one person is left who is an administrator and can sign in.</remarks>
public sealed class UserAdministration
{
    private readonly UserDatabase _database;

    internal UserAdministration(UserDatabase database) => _database = database;

    /// <summary>Adds a user.</summary>
    /// <returns><c>DuplicateId</c>, <c>DuplicateEmail</c>, <c>MissingUserGroup</c> or success.</returns>
    public Task<UserOperationStatus> AddAsync(User user, string? passwordHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _database.WriteAsync(
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                return await AddAsync(context, user, passwordHash, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Changes a user to what <paramref name="change"/> makes of it; identity, kind, state, password and portrait stay.</summary>
    /// <returns><c>UserNotFound</c>, <c>DuplicateEmail</c>, <c>MissingUserGroup</c>, <c>AdminUserGroupMustNotBeEmpty</c> or success.</returns>
    public Task<UserOperationStatus> UpdateAsync(Guid key, Func<User, User> change, CancellationToken cancellationToken) => ChangeAsync(
        [key],
        async (context, rows) =>
        {
            var changed = change(rows[0].ToUser());
            var email = UserMapping.EmailKey(changed.Email);
            if (await context.Users.AnyAsync(other => other.EmailKey == email && other.Key != key, cancellationToken))
            {
                return UserOperationStatus.DuplicateEmail;
            }

            rows[0].Become(changed);
            return await KnownAsync(context, changed.GroupKeys, cancellationToken) ? UserOperationStatus.Success : UserOperationStatus.MissingUserGroup;
        },
        cancellationToken);

    /// <summary>Gives users exactly these groups.</summary>
    /// <returns><c>UserNotFound</c>, <c>MissingUserGroup</c>, <c>AdminUserGroupMustNotBeEmpty</c> or success.</returns>
    public Task<UserOperationStatus> SetGroupsAsync(
        IReadOnlyCollection<Guid> keys, IReadOnlyCollection<Guid> groups, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        keys,
        async (context, rows) =>
        {
            rows.ForEach(row => row.Become(row.ToUser() with { GroupKeys = [.. groups.Distinct()], UpdateDate = now }));
            return await KnownAsync(context, groups, cancellationToken) ? UserOperationStatus.Success : UserOperationStatus.MissingUserGroup;
        },
        cancellationToken);

    /// <summary>Opens accounts that were closed.</summary>
    /// <returns><c>UserNotFound</c> or success.</returns>
    public Task<UserOperationStatus> EnableAsync(IReadOnlyCollection<Guid> keys, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        keys,
        (_, rows) =>
        {
            foreach (var row in rows.Where(row => row.State == nameof(UserState.Disabled)))
            {
                // Whoever was invited and never came must still choose a password.
                row.State = row.PasswordHash is null && row.Kind == nameof(UserKind.Default) ? nameof(UserState.Invited) : nameof(UserState.Active);
                row.UpdatedAt = now.ToUnixTimeMilliseconds();
            }

            return Task.FromResult(UserOperationStatus.Success);
        },
        cancellationToken);

    /// <summary>Closes accounts and ends all their sessions in the same moment.</summary>
    /// <returns><c>UserNotFound</c>, <c>CannotDisableInvitedUser</c>, <c>AdminUserGroupMustNotBeEmpty</c> or success.</returns>
    public Task<UserOperationStatus> DisableAsync(IReadOnlyCollection<Guid> keys, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        keys,
        async (context, rows) =>
        {
            if (rows.Exists(row => row.State == nameof(UserState.Invited)))
            {
                return UserOperationStatus.CannotDisableInvitedUser;
            }

            var moment = now.ToUnixTimeMilliseconds();
            rows.ForEach(row => (row.State, row.UpdatedAt) = (nameof(UserState.Disabled), moment));
            await EndSessionsAsync(context, keys, moment, cancellationToken);
            return UserOperationStatus.Success;
        },
        cancellationToken);

    /// <summary>Removes users who have never signed in; what others did stays signed by them, so they are closed instead.</summary>
    /// <returns><c>UserNotFound</c>, <c>CannotDeleteUserWithLoginHistory</c>, <c>AdminUserGroupMustNotBeEmpty</c> or success.</returns>
    public Task<UserOperationStatus> DeleteAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken) => ChangeAsync(
        keys,
        (context, rows) =>
        {
            if (rows.Exists(row => row.LastLoginAt is not null))
            {
                return Task.FromResult(UserOperationStatus.CannotDeleteUserWithLoginHistory);
            }

            context.Users.RemoveRange(rows);
            return Task.FromResult(UserOperationStatus.Success);
        },
        cancellationToken);

    /// <summary>Replaces a password and ends the user's sessions, but for one.</summary>
    /// <returns><c>UserNotFound</c> or success.</returns>
    public Task<UserOperationStatus> SetPasswordAsync(
        Guid key, string passwordHash, Guid? exceptSession, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        [key],
        async (context, rows) =>
        {
            var moment = now.ToUnixTimeMilliseconds();
            (rows[0].PasswordHash, rows[0].PasswordChangedAt, rows[0].UpdatedAt) = (passwordHash, moment, moment);
            await context.Sessions
                .Where(session => session.UserKey == key && session.Id != exceptSession && session.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, moment), cancellationToken);
            return UserOperationStatus.Success;
        },
        cancellationToken);

    /// <summary>Replaces the portrait.</summary>
    /// <returns>The name of the file that was the portrait until now, to be removed; null when there was none.</returns>
    public Task<string?> SetAvatarAsync(Guid key, string? file, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async context =>
        {
            if (await context.Users.SingleOrDefaultAsync(user => user.Key == key, cancellationToken) is not { } row)
            {
                return file;
            }

            var earlier = row.Avatar;
            (row.Avatar, row.UpdatedAt) = (file, now.ToUnixTimeMilliseconds());
            return earlier;
        },
        cancellationToken);

    internal static async Task<UserOperationStatus> AddAsync(UsersContext context, User user, string? passwordHash, CancellationToken cancellationToken)
    {
        if (await context.Users.AnyAsync(other => other.Key == user.Key, cancellationToken))
        {
            return UserOperationStatus.DuplicateId;
        }

        var email = UserMapping.EmailKey(user.Email);
        if (await context.Users.AnyAsync(other => other.EmailKey == email, cancellationToken))
        {
            return UserOperationStatus.DuplicateEmail;
        }

        if (!await KnownAsync(context, user.GroupKeys, cancellationToken))
        {
            return UserOperationStatus.MissingUserGroup;
        }

        context.Users.Add(user.ToRow(passwordHash));
        return UserOperationStatus.Success;
    }

    internal static Task<int> EndSessionsAsync(UsersContext context, IReadOnlyCollection<Guid> userKeys, long moment, CancellationToken cancellationToken) =>
        context.Sessions
            .Where(session => userKeys.Contains(session.UserKey) && session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, moment), cancellationToken);

    private Task<UserOperationStatus> ChangeAsync(
        IReadOnlyCollection<Guid> keys, Func<UsersContext, List<UserRow>, Task<UserOperationStatus>> change, CancellationToken cancellationToken) =>
        _database.UndoUnlessAsync(
            status => status == UserOperationStatus.Success,
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                var rows = await context.Users.Where(user => keys.Contains(user.Key)).ToListAsync(cancellationToken);
                if (rows.Count == 0 || rows.Count != keys.Distinct().Count())
                {
                    return UserOperationStatus.UserNotFound;
                }

                var status = await change(context, rows);
                if (status != UserOperationStatus.Success)
                {
                    return status;
                }

                await context.SaveChangesAsync(cancellationToken);
                return await AnAdministratorIsLeftAsync(context, cancellationToken) ? status : UserOperationStatus.AdminUserGroupMustNotBeEmpty;
            },
            cancellationToken);

    /// <summary>Whether somebody who can sign in with a password is an administrator.</summary>
    internal static Task<bool> AnAdministratorIsLeftAsync(UsersContext context, CancellationToken cancellationToken)
    {
        var administrators = UserGroup.AdministratorsKey.ToString();
        return context.Users.AnyAsync(
            user => user.State == nameof(UserState.Active) && user.Kind == nameof(UserKind.Default) && user.PasswordHash != null && user.Groups.Contains(administrators),
            cancellationToken);
    }

    private static async Task<bool> KnownAsync(UsersContext context, IReadOnlyCollection<Guid> groups, CancellationToken cancellationToken) =>
        await context.Groups.CountAsync(group => groups.Contains(group.Key), cancellationToken) == groups.Distinct().Count();
}
