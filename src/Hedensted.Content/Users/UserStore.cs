using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>A user and the proof that sign-in compares with.</summary>
/// <param name="User">Who.</param>
/// <param name="PasswordHash">Null until the user has chosen a password.</param>
public sealed record UserCredentials(User User, string? PasswordHash);

/// <summary>The people who use the backoffice, and their groups.</summary>
public sealed class UserStore
{
    private readonly UserDatabase _database;

    internal UserStore(UserDatabase database) => _database = database;

    /// <summary>Whether there is at least one user.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) => _database.ReadAsync(context => context.Users.AnyAsync(cancellationToken));

    /// <summary>The user with this key.</summary>
    public async Task<User?> FindAsync(Guid key, CancellationToken cancellationToken) =>
        (await FindAsync([key], cancellationToken)).SingleOrDefault();

    /// <summary>The users among these keys; unknown ones are left out.</summary>
    public async Task<IReadOnlyList<User>> FindAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var rows = await _database.ReadAsync(context => context.Users.AsNoTracking().Where(user => keys.Contains(user.Key)).ToListAsync(cancellationToken));
        return [.. rows.Select(row => row.ToUser())];
    }

    /// <summary>Everybody.</summary>
    public async Task<IReadOnlyList<User>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await _database.ReadAsync(context => context.Users.AsNoTracking().ToListAsync(cancellationToken));
        return [.. rows.Select(row => row.ToUser())];
    }

    /// <summary>Who signs in with this e-mail, without regard to case.</summary>
    public async Task<UserCredentials?> FindCredentialsAsync(string email, CancellationToken cancellationToken)
    {
        var key = UserMapping.EmailKey(email);
        var row = await _database.ReadAsync(context => context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.EmailKey == key, cancellationToken));
        return row is null ? null : new UserCredentials(row.ToUser(), row.PasswordHash);
    }

    /// <summary>Adds a user unless the e-mail is taken.</summary>
    /// <returns>Whether the user was added.</returns>
    public Task<bool> AddAsync(User user, string? passwordHash, CancellationToken cancellationToken) =>
        AddIfAsync(user, passwordHash, (context, key) => context.Users.Where(row => row.EmailKey == key), cancellationToken);

    /// <summary>Adds the first user of all; of two at the same time one succeeds.</summary>
    /// <returns>Whether the user was added.</returns>
    public Task<bool> AddFirstAsync(User user, string? passwordHash, CancellationToken cancellationToken) =>
        AddIfAsync(user, passwordHash, (context, _) => context.Users, cancellationToken);

    /// <summary>Replaces the language of the user's backoffice.</summary>
    public Task SetLanguageAsync(Guid key, string isoCode, DateTimeOffset now, CancellationToken cancellationToken) =>
        UpdateAsync(key, row => (row.LanguageIsoCode, row.UpdatedAt) = (isoCode, now.ToUnixTimeMilliseconds()), cancellationToken);

    /// <summary>Notes that the user has signed in, and stores a stronger hash of the same password when there is one.</summary>
    public Task RecordLoginAsync(Guid key, string? strongerHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        UpdateAsync(key, row => (row.LastLoginAt, row.PasswordHash) = (now.ToUnixTimeMilliseconds(), strongerHash ?? row.PasswordHash), cancellationToken);

    /// <summary>The groups among these keys; unknown ones are left out.</summary>
    public async Task<IReadOnlyList<UserGroup>> FindGroupsAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellationToken)
    {
        var rows = await _database.ReadAsync(context => context.Groups.AsNoTracking().Where(group => keys.Contains(group.Key)).ToListAsync(cancellationToken));
        return [.. rows.Select(row => row.ToGroup())];
    }

    /// <summary>Adds those groups whose keys are not there yet; the others are left as the administrators made them.</summary>
    public Task AddMissingGroupsAsync(IReadOnlyCollection<UserGroup> groups, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                var present = await context.Groups.Select(group => group.Key).ToListAsync(cancellationToken);
                context.Groups.AddRange(groups.Where(group => !present.Contains(group.Key)).Select(group => group.ToRow()));
                return true;
            },
            cancellationToken);

    private Task<bool> AddIfAsync(
        User user, string? passwordHash, Func<UsersContext, string, IQueryable<UserRow>> standsInTheWay, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                var free = !await standsInTheWay(context, UserMapping.EmailKey(user.Email)).AnyAsync(cancellationToken);
                if (free)
                {
                    context.Users.Add(user.ToRow(passwordHash));
                }

                return free;
            },
            cancellationToken);

    private Task<bool> UpdateAsync(Guid key, Action<UserRow> change, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async context =>
            {
                var row = await context.Users.SingleOrDefaultAsync(user => user.Key == key, cancellationToken);
                if (row is not null)
                {
                    change(row);
                }

                return row is not null;
            },
            cancellationToken);
}
