using System.Collections.Immutable;
using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>Somebody for whom a directory elsewhere vouches.</summary>
/// <param name="Provider">The directory.</param>
/// <param name="Subject">The account's permanent id in it; never an e-mail, which passes from one person to the next.</param>
/// <param name="Name">For a new user.</param>
/// <param name="Email">For a new user.</param>
/// <param name="MayLinkByEmail">Whether, the first time, the user here with the same e-mail is meant.</param>
public sealed record ExternalPerson(string Provider, string Subject, string Name, string Email, bool MayLinkByEmail);

/// <summary>The groups that the directory decides about.</summary>
/// <param name="Decided">Those that come and go with the directory; none when it only decides about new users.</param>
/// <param name="Granted">Those of them, or for a new user those, that this person has.</param>
public sealed record GroupsFromElsewhere(ImmutableHashSet<Guid> Decided, ImmutableHashSet<Guid> Granted);

/// <summary>How an attempt to come in from elsewhere went.</summary>
public enum ExternalLoginStatus
{
    /// <summary>There is a user, known before, linked now or made now.</summary>
    Success,

    /// <summary>Nobody here is meant, and nobody is to be made.</summary>
    NoAccount,

    /// <summary>Somebody here has the e-mail and is not linked to this account.</summary>
    EmailTaken,

    /// <summary>The account here is closed, or a program's.</summary>
    Closed,

    /// <summary>A group has gone meanwhile.</summary>
    MissingGroup,

    /// <summary>The groups would leave nobody who is an administrator and can sign in with a password.</summary>
    LastAdministrator,
}

/// <summary>Accounts in directories elsewhere, and the users here whom they let in.</summary>
public sealed class ExternalLogins
{
    private readonly UserDatabase _database;

    internal ExternalLogins(UserDatabase database) => _database = database;

    /// <summary>Finds, links or makes the user of an account, and gives them the groups that the directory decides. All of it or, when it answers anything but success, nothing.</summary>
    /// <param name="person">Who comes.</param>
    /// <param name="mayCreate">Whether somebody who is not known gets an account.</param>
    /// <param name="groups">What the directory decides.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status, and on success the user.</returns>
    public Task<(ExternalLoginStatus Status, User? User)> EnterAsync(
        ExternalPerson person, bool mayCreate, GroupsFromElsewhere groups, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(groups);
        return _database.UndoUnlessAsync<(ExternalLoginStatus Status, User? User)>(
            result => result.Status == ExternalLoginStatus.Success,
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                Guid[] granted = [.. groups.Granted];
                if (await context.Groups.CountAsync(group => granted.Contains(group.Key), cancellationToken) != granted.Length)
                {
                    return (ExternalLoginStatus.MissingGroup, null);
                }

                var (status, row) = await FindAsync(context, person, mayCreate, groups, now, cancellationToken);
                if (row is null)
                {
                    return (status, null);
                }

                Settle(row, groups, now);
                await context.SaveChangesAsync(cancellationToken);
                return await UserAdministration.AnAdministratorIsLeftAsync(context, cancellationToken)
                    ? (ExternalLoginStatus.Success, row.ToUser())
                    : (ExternalLoginStatus.LastAdministrator, null);
            },
            cancellationToken);
    }

    private static async Task<(ExternalLoginStatus Status, UserRow? Row)> FindAsync(
        UsersContext context, ExternalPerson person, bool mayCreate, GroupsFromElsewhere groups, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var login = await context.ExternalLogins.SingleOrDefaultAsync(row => row.Provider == person.Provider && row.Subject == person.Subject, cancellationToken);
        if (login is not null)
        {
            return Open(await context.Users.SingleAsync(user => user.Key == login.UserKey, cancellationToken));
        }

        var email = UserMapping.EmailKey(person.Email);
        var row = await context.Users.SingleOrDefaultAsync(user => user.EmailKey == email, cancellationToken);
        if (row is not null)
        {
            var hasAnother = await context.ExternalLogins.AnyAsync(other => other.UserKey == row.Key && other.Provider == person.Provider, cancellationToken);
            if (!person.MayLinkByEmail || hasAnother)
            {
                return (ExternalLoginStatus.EmailTaken, null);
            }
        }
        else if (!mayCreate)
        {
            return (ExternalLoginStatus.NoAccount, null);
        }
        else
        {
            row = new User { Key = Guid.CreateVersion7(now), Name = person.Name, Email = person.Email, GroupKeys = [.. groups.Granted], CreateDate = now, UpdateDate = now }.ToRow(null);
            context.Users.Add(row);
            await context.SaveChangesAsync(cancellationToken); // the user first: that a login belongs to one, the database knows and Entity Framework does not
        }

        context.ExternalLogins.Add(new ExternalLoginRow { Provider = person.Provider, Subject = person.Subject, UserKey = row.Key, CreatedAt = now.ToUnixTimeMilliseconds() });
        return Open(row);
    }

    private static (ExternalLoginStatus Status, UserRow? Row) Open(UserRow row) =>
        row.State == nameof(UserState.Disabled) || row.Kind != nameof(UserKind.Default) ? (ExternalLoginStatus.Closed, null) : (ExternalLoginStatus.Success, row);

    // Groups that the directory says nothing about are the administrators' and stay; whoever was invited has come.
    private static void Settle(UserRow row, GroupsFromElsewhere groups, DateTimeOffset now)
    {
        var user = row.ToUser();
        var wanted = groups.Decided.Count == 0 ? user.GroupKeys : [.. user.GroupKeys.Where(key => !groups.Decided.Contains(key)), .. groups.Granted];
        if (!user.GroupKeys.ToHashSet().SetEquals(wanted))
        {
            row.Become(user with { GroupKeys = wanted, UpdateDate = now });
        }

        if (row.State == nameof(UserState.Invited))
        {
            (row.State, row.UpdatedAt) = (nameof(UserState.Active), now.ToUnixTimeMilliseconds());
        }
    }
}
