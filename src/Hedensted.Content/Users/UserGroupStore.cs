using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Users;

/// <summary>The groups whose rights add up to a user's. Each call is one transaction that does all of it or, when it answers anything but success, nothing.</summary>
public sealed class UserGroupStore
{
    private readonly UserDatabase _database;

    internal UserGroupStore(UserDatabase database) => _database = database;

    /// <summary>Groups that belong to Umbraco itself: they keep their alias and are never deleted.</summary>
    public static bool IsSystemGroup(Guid key) =>
        key == UserGroup.AdministratorsKey || key == Constants.Security.TranslatorGroupKey || key == Constants.Security.SensitiveDataGroupKey;

    /// <summary>Every group, by name.</summary>
    public async Task<IReadOnlyList<UserGroup>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await _database.ReadAsync(context => context.Groups.AsNoTracking().ToListAsync(cancellationToken));
        return [.. rows.Select(row => row.ToGroup()).OrderBy(group => group.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Adds a group.</summary>
    /// <returns><c>AlreadyExists</c>, <c>DuplicateAlias</c> or success.</returns>
    public Task<UserGroupOperationStatus> AddAsync(UserGroup group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        return WriteAsync(
            async context =>
            {
                if (await context.Groups.AnyAsync(other => other.Key == group.Key, cancellationToken))
                {
                    return UserGroupOperationStatus.AlreadyExists;
                }

                context.Groups.Add(group.ToRow());
                return await IsTakenAsync(context, group, cancellationToken) ? UserGroupOperationStatus.DuplicateAlias : UserGroupOperationStatus.Success;
            },
            cancellationToken);
    }

    /// <summary>Replaces a group.</summary>
    /// <returns><c>NotFound</c>, <c>CanNotUpdateAliasIsSystemUserGroup</c>, <c>DuplicateAlias</c> or success.</returns>
    public Task<UserGroupOperationStatus> UpdateAsync(UserGroup group, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        return WriteAsync(
            async context =>
            {
                if (await context.Groups.SingleOrDefaultAsync(row => row.Key == group.Key, cancellationToken) is not { } row)
                {
                    return UserGroupOperationStatus.NotFound;
                }

                if (IsSystemGroup(group.Key) && row.Alias != group.Alias)
                {
                    return UserGroupOperationStatus.CanNotUpdateAliasIsSystemUserGroup;
                }

                var changed = group.ToRow();
                (row.Alias, row.Data) = (changed.Alias, changed.Data);
                return await IsTakenAsync(context, group, cancellationToken) ? UserGroupOperationStatus.DuplicateAlias : UserGroupOperationStatus.Success;
            },
            cancellationToken);
    }

    /// <summary>Removes groups, and takes them from their members.</summary>
    /// <returns><c>NotFound</c>, <c>CanNotDeleteIsSystemUserGroup</c> or success.</returns>
    public Task<UserGroupOperationStatus> DeleteAsync(IReadOnlyCollection<Guid> keys, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            if (keys.Any(IsSystemGroup))
            {
                return UserGroupOperationStatus.CanNotDeleteIsSystemUserGroup;
            }

            var removed = await context.Groups.Where(group => keys.Contains(group.Key)).ToListAsync(cancellationToken);
            context.Groups.RemoveRange(removed);
            foreach (var key in keys)
            {
                foreach (var row in await MembersAsync(context, key, cancellationToken))
                {
                    SetGroups(row, groups => groups.Remove(key), now);
                }
            }

            return removed.Count == keys.Distinct().Count() && removed.Count > 0 ? UserGroupOperationStatus.Success : UserGroupOperationStatus.NotFound;
        },
        cancellationToken);

    /// <summary>Gives the group to users.</summary>
    /// <returns><c>NotFound</c>, <c>UserNotFound</c> or success.</returns>
    public Task<UserGroupOperationStatus> AddMembersAsync(Guid key, IReadOnlyCollection<Guid> users, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeMembersAsync(key, users, groups => groups.Contains(key) ? groups : groups.Add(key), now, cancellationToken);

    /// <summary>Takes the group from users.</summary>
    /// <returns><c>NotFound</c>, <c>UserNotFound</c>, <c>AdminGroupCannotBeEmpty</c> or success.</returns>
    public Task<UserGroupOperationStatus> RemoveMembersAsync(Guid key, IReadOnlyCollection<Guid> users, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeMembersAsync(key, users, groups => groups.Remove(key), now, cancellationToken);

    private Task<UserGroupOperationStatus> ChangeMembersAsync(
        Guid key,
        IReadOnlyCollection<Guid> users,
        Func<ImmutableArray<Guid>, ImmutableArray<Guid>> change,
        DateTimeOffset now,
        CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            if (!await context.Groups.AnyAsync(group => group.Key == key, cancellationToken))
            {
                return UserGroupOperationStatus.NotFound;
            }

            var rows = await context.Users.Where(user => users.Contains(user.Key)).ToListAsync(cancellationToken);
            if (rows.Count != users.Distinct().Count())
            {
                return UserGroupOperationStatus.UserNotFound;
            }

            rows.ForEach(row => SetGroups(row, change, now));
            return UserGroupOperationStatus.Success;
        },
        cancellationToken);

    private Task<UserGroupOperationStatus> WriteAsync(Func<UsersContext, Task<UserGroupOperationStatus>> write, CancellationToken cancellationToken) =>
        _database.UndoUnlessAsync(
            status => status == UserGroupOperationStatus.Success,
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                var status = await write(context);
                if (status != UserGroupOperationStatus.Success)
                {
                    return status;
                }

                await context.SaveChangesAsync(cancellationToken);
                return await UserAdministration.AnAdministratorIsLeftAsync(context, cancellationToken) ? status : UserGroupOperationStatus.AdminGroupCannotBeEmpty;
            },
            cancellationToken);

    private static Task<List<UserRow>> MembersAsync(UsersContext context, Guid key, CancellationToken cancellationToken)
    {
        var text = key.ToString();
        return context.Users.Where(user => user.Groups.Contains(text)).ToListAsync(cancellationToken);
    }

    private static void SetGroups(
        UserRow row, Func<ImmutableArray<Guid>, ImmutableArray<Guid>> change, DateTimeOffset now)
    {
        var user = row.ToUser();
        row.Become(user with { GroupKeys = change(user.GroupKeys), UpdateDate = now });
    }

    // Compared here and not by the database: SQLite knows only the case of A to Z.
    private static async Task<bool> IsTakenAsync(UsersContext context, UserGroup group, CancellationToken cancellationToken)
    {
        var others = await context.Groups.Where(other => other.Key != group.Key).Select(other => other.Alias).ToListAsync(cancellationToken);
        return others.Contains(group.Alias, StringComparer.OrdinalIgnoreCase);
    }
}
