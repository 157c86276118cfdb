using Hedensted.Content.Model;
using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Hedensted.Content.Users;

/// <summary>What a link lets its owner do.</summary>
public enum LinkPurpose
{
    /// <summary>Choose the first password.</summary>
    Invitation,

    /// <summary>Choose a new one.</summary>
    PasswordReset,
}

/// <summary>A link that has been made: what is stored of it.</summary>
/// <param name="UserKey">Whose it is.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Hash">Of its secret; the secret itself is never stored.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record UserLink(Guid UserKey, LinkPurpose Purpose, string Hash, DateTimeOffset ExpiresAt);

/// <summary>Links that let somebody choose a password. One works once and for a time, and a newer one of its kind ends it.</summary>
/// <remarks>What is made, its link and its letter are one transaction: nobody is invited without a letter, and no letter goes out about nothing.</remarks>
public sealed class UserLinks
{
    private readonly UserDatabase _database;

    internal UserLinks(UserDatabase database) => _database = database;

    /// <summary>Adds an invited user.</summary>
    /// <returns>As <see cref="UserAdministration.AddAsync(User, string?, CancellationToken)"/>.</returns>
    public Task<UserOperationStatus> InviteAsync(User user, UserLink link, OutgoingLetter? letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _database.UndoUnlessAsync(
            status => status == UserOperationStatus.Success,
            async context =>
            {
                await _database.LockAsync(context, cancellationToken);
                var status = await UserAdministration.AddAsync(context, user with { State = UserState.Invited }, null, cancellationToken);
                if (status == UserOperationStatus.Success)
                {
                    // The user first: that a link belongs to one, the database knows and Entity Framework does not.
                    await context.SaveChangesAsync(cancellationToken);
                    Add(context, link, letter, now);
                }

                return status;
            },
            cancellationToken);
    }

    /// <summary>Replaces the link of somebody who was invited and has not come.</summary>
    /// <returns><c>UserNotFound</c>, <c>NotInInviteState</c> or success.</returns>
    public Task<UserOperationStatus> InviteAgainAsync(UserLink link, OutgoingLetter? letter, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReplaceAsync(link, letter, now, row => row.State == nameof(UserState.Invited) ? UserOperationStatus.Success : UserOperationStatus.NotInInviteState, cancellationToken);

    /// <summary>Makes a link for somebody who has forgotten the password.</summary>
    /// <returns><c>UserNotFound</c>, <c>CannotPasswordReset</c> (the account is closed, or not a person's) or success.</returns>
    public Task<UserOperationStatus> ResetAsync(UserLink link, OutgoingLetter? letter, DateTimeOffset now, CancellationToken cancellationToken) => ReplaceAsync(
        link,
        letter,
        now,
        row => row.State == nameof(UserState.Active) && row.Kind == nameof(UserKind.Default) ? UserOperationStatus.Success : UserOperationStatus.CannotPasswordReset,
        cancellationToken);

    /// <summary>Whose link this is; null when it does not work (any more).</summary>
    public async Task<User?> FindAsync(Guid userKey, LinkPurpose purpose, string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await _database.ReadAsync(context => Working(context, userKey, purpose, hash, now)
            .Join(context.Users.Where(user => user.State != nameof(UserState.Disabled)), link => link.UserKey, user => user.Key, (_, user) => user)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken));
        return row?.ToUser();
    }

    /// <summary>Uses a link up: the password is set, the account open, and every session from before over.</summary>
    /// <returns>Whether this was the call that did it.</returns>
    public Task<bool> UseAsync(Guid userKey, LinkPurpose purpose, string hash, string passwordHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.UndoUnlessAsync(
            used => used,
            async context =>
            {
                if (await Working(context, userKey, purpose, hash, now).ExecuteDeleteAsync(cancellationToken) != 1
                    || await context.Users.SingleOrDefaultAsync(user => user.Key == userKey, cancellationToken) is not { } row
                    || row.State == nameof(UserState.Disabled))
                {
                    return false;
                }

                var moment = now.ToUnixTimeMilliseconds();
                (row.PasswordHash, row.PasswordChangedAt, row.UpdatedAt, row.State) = (passwordHash, moment, moment, nameof(UserState.Active));
                await context.Links.Where(link => link.UserKey == userKey).ExecuteDeleteAsync(cancellationToken);
                await UserAdministration.EndSessionsAsync(context, [userKey], moment, cancellationToken);
                return true;
            },
            cancellationToken);

    private Task<UserOperationStatus> ReplaceAsync(
        UserLink link, OutgoingLetter? letter, DateTimeOffset now, Func<UserRow, UserOperationStatus> check, CancellationToken cancellationToken) =>
        _database.UndoUnlessAsync(
            status => status == UserOperationStatus.Success,
            async context =>
            {
                if (await context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Key == link.UserKey, cancellationToken) is not { } row)
                {
                    return UserOperationStatus.UserNotFound;
                }

                var purpose = link.Purpose.ToString();
                await context.Links.Where(earlier => earlier.UserKey == link.UserKey && earlier.Purpose == purpose).ExecuteDeleteAsync(cancellationToken);
                Add(context, link, letter, now);
                return check(row);
            },
            cancellationToken);

    private static void Add(UsersContext context, UserLink link, OutgoingLetter? letter, DateTimeOffset now)
    {
        context.Links.Add(new UserLinkRow
        {
            Hash = link.Hash,
            UserKey = link.UserKey,
            Purpose = link.Purpose.ToString(),
            ExpiresAt = link.ExpiresAt.ToUnixTimeMilliseconds(),
        });
        if (letter is not null)
        {
            context.Letters.Add(new LetterRow
            {
                Id = letter.Id,
                Letter = letter.Content,
                DueAt = now.ToUnixTimeMilliseconds(),
                ExpiresAt = link.ExpiresAt.ToUnixTimeMilliseconds(),
            });
        }
    }

    private static IQueryable<UserLinkRow> Working(UsersContext context, Guid userKey, LinkPurpose purpose, string hash, DateTimeOffset now)
    {
        var (name, moment) = (purpose.ToString(), now.ToUnixTimeMilliseconds());
        return context.Links.Where(link => link.Hash == hash && link.UserKey == userKey && link.Purpose == name && link.ExpiresAt > moment);
    }
}
