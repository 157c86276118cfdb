using Hedensted.Content.Storage.Users;
using Hedensted.Content.Storage.Users.Rows;
using Microsoft.EntityFrameworkCore;

namespace Hedensted.Content.Users;

/// <summary>One sign-in of one user: everything issued since belongs to it and ends with it.</summary>
/// <param name="Id">Permanent identity.</param>
/// <param name="UserKey">Who signed in.</param>
/// <param name="AbsoluteUntil">When the user must sign in again whatever happens.</param>
public sealed record Session(Guid Id, Guid UserKey, DateTimeOffset AbsoluteUntil)
{
    /// <summary>The key with which successors of this session's tokens are derived.</summary>
    public required ReadOnlyMemory<byte> Secret { get; init; }

    /// <summary>Hash of what the directory that let the user in calls the sign-in; null when none did, or it does not tell.</summary>
    public string? ExternalHash { get; init; }
}

/// <summary>An authorization code that has been issued: what the exchange must match.</summary>
public sealed record IssuedCode(Session Session, string RedirectUri, string Challenge, bool AlreadyUsed);

/// <summary>A refresh token that has been presented.</summary>
/// <param name="Session">Whose it is.</param>
/// <param name="FirstUsedAt">When it was exchanged the first time; null when this is the first.</param>
public sealed record PresentedRefresh(Session Session, DateTimeOffset? FirstUsedAt);

/// <summary>Two hashes of tokens, with the moments at which they expire.</summary>
public sealed record TokenHashes(string Access, DateTimeOffset AccessUntil, string Refresh, DateTimeOffset RefreshUntil);

/// <summary>Sessions and the hashes of their tokens. A token is an opaque reference: what is not here, or has ended, is worth nothing.</summary>
public sealed class SessionStore
{
    private const string Access = "access";
    private const string Code = "code";
    private const string Refresh = "refresh";

    private readonly UserDatabase _database;

    internal SessionStore(UserDatabase database) => _database = database;

    /// <summary>Starts a session that the login cookie with this hash stands for.</summary>
    public Task StartAsync(Session session, string loginHash, DateTimeOffset now, DateTimeOffset idleUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return AddAsync([Row(session, loginHash, now, idleUntil)], cancellationToken);
    }

    /// <summary>Starts a session that has one access token, which lives as long as the session, and nothing else.</summary>
    public Task StartWithAccessAsync(Session session, string loginHash, string accessHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return AddAsync([Row(session, loginHash, now, session.AbsoluteUntil), Token(session, accessHash, Access, session.AbsoluteUntil)], cancellationToken);
    }

    /// <summary>The live session of a login cookie.</summary>
    public async Task<Session?> FindByLoginAsync(string loginHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        ToSession(await _database.ReadAsync(context => Live(context, now).SingleOrDefaultAsync(session => session.LoginHash == loginHash, cancellationToken)));

    /// <summary>A session, if it is alive.</summary>
    public async Task<Session?> FindAsync(Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        ToSession(await _database.ReadAsync(context => Live(context, now).SingleOrDefaultAsync(session => session.Id == sessionId, cancellationToken)));

    /// <summary>Those of these sessions that are alive.</summary>
    public async Task<IReadOnlySet<Guid>> LiveAsync(IReadOnlyCollection<Guid> sessionIds, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await _database.ReadAsync(context => Live(context, now).Where(session => sessionIds.Contains(session.Id)).Select(session => session.Id).ToListAsync(cancellationToken))).ToHashSet();

    /// <summary>The live session of an access token.</summary>
    public async Task<Session?> FindByAccessAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moment = now.ToUnixTimeMilliseconds();
        return ToSession(await _database.ReadAsync(context => context.Tokens
            .Where(token => token.Hash == hash && token.Kind == Access && token.ExpiresAt > moment)
            .Join(Live(context, now), token => token.SessionId, session => session.Id, (_, session) => session)
            .SingleOrDefaultAsync(cancellationToken)));
    }

    /// <summary>Remembers an authorization code.</summary>
    public Task AddCodeAsync(
        Session session, string hash, string redirectUri, string challenge, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return AddAsync([Token(session, hash, Code, expires, redirectUri, challenge)], cancellationToken);
    }

    /// <summary>What a code was issued for, whether or not it has been used; null when it never was or has expired.</summary>
    public async Task<IssuedCode?> FindCodeAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moment = now.ToUnixTimeMilliseconds();
        var found = await _database.ReadAsync(context => context.Tokens.AsNoTracking()
            .Where(token => token.Hash == hash && token.Kind == Code && token.ExpiresAt > moment)
            .Join(Live(context, now), token => token.SessionId, session => session.Id, (token, session) => new { token, session })
            .SingleOrDefaultAsync(cancellationToken));
        return found is null ? null : new IssuedCode(ToSession(found.session)!, found.token.RedirectUri!, found.token.Challenge!, found.token.UsedAt is not null);
    }

    /// <summary>Uses a code up and stores what it is exchanged for, in one transaction. Of many at the same time exactly one succeeds.</summary>
    public Task<bool> ExchangeCodeAsync(Session session, string hash, TokenHashes tokens, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExchangeAsync(session, hash, Code, tokens, now, accessGrace: null, cancellationToken);

    /// <summary>A refresh token of a live session that has not expired.</summary>
    public async Task<PresentedRefresh?> FindRefreshAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moment = now.ToUnixTimeMilliseconds();
        var found = await _database.ReadAsync(context => context.Tokens.AsNoTracking()
            .Where(token => token.Hash == hash && token.Kind == Refresh && (token.ExpiresAt > moment || token.UsedAt != null))
            .Join(Live(context, now), token => token.SessionId, session => session.Id, (token, session) => new { token, session })
            .SingleOrDefaultAsync(cancellationToken));
        return found is null
            ? null
            : new PresentedRefresh(
                ToSession(found.session)!,
                found.token.UsedAt is { } used ? DateTimeOffset.FromUnixTimeMilliseconds(used) : null);
    }

    /// <summary>Uses a refresh token up and stores its successors; earlier access tokens live for <paramref name="accessGrace"/> more.</summary>
    /// <returns>Whether this was the call that did it.</returns>
    public Task<bool> ExchangeRefreshAsync(
        Session session, string hash, TokenHashes tokens, DateTimeOffset now, TimeSpan accessGrace, CancellationToken cancellationToken) =>
        ExchangeAsync(session, hash, Refresh, tokens, now, accessGrace, cancellationToken);

    /// <summary>Ends a session and all that was issued in it.</summary>
    public Task RevokeAsync(Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.WriteAsync(context => RevokeAsync(context.Sessions.Where(session => session.Id == sessionId), now, cancellationToken), cancellationToken);

    /// <summary>Ends the sessions of a sign-in in a directory elsewhere.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> RevokeExternalAsync(string externalHash, DateTimeOffset now, CancellationToken cancellationToken) => _database.WriteAsync(
        async context => await RevokeAsync(context.Sessions.Where(session => session.ExternalHash == externalHash), now, cancellationToken) > 0,
        cancellationToken);

    /// <summary>Forgets sessions and codes that ended before <paramref name="before"/>.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var moment = before.ToUnixTimeMilliseconds();
        return _database.WriteAsync(
            async context =>
            {
                await context.Tokens.Where(token => token.ExpiresAt < moment && token.Kind != Refresh).ExecuteDeleteAsync(cancellationToken);
                return await context.Sessions.Where(session => session.AbsoluteUntil < moment || session.IdleUntil < moment || session.RevokedAt < moment)
                    .ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }

    private Task<bool> AddAsync(object[] rows, CancellationToken cancellationToken) => _database.WriteAsync(
        async context =>
        {
            // One after the other: that a token belongs to a session, the database knows and Entity Framework does not.
            foreach (var row in rows)
            {
                context.Add(row);
                await context.SaveChangesAsync(cancellationToken);
            }

            return true;
        },
        cancellationToken);

    private Task<bool> ExchangeAsync(
        Session session, string hash, string kind, TokenHashes tokens, DateTimeOffset now, TimeSpan? accessGrace, CancellationToken cancellationToken) =>
        _database.WriteAsync(context => ExchangeAsync(context, session, hash, kind, tokens, now, accessGrace, cancellationToken), cancellationToken);

    private static async Task<bool> ExchangeAsync(
        UsersContext context, Session session, string hash, string kind, TokenHashes tokens, DateTimeOffset now, TimeSpan? accessGrace, CancellationToken cancellationToken)
    {
        var moment = now.ToUnixTimeMilliseconds();
        var used = await context.Tokens
            .Where(token => token.Hash == hash && token.Kind == kind && token.UsedAt == null && token.ExpiresAt > moment)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, moment), cancellationToken);
        if (used != 1)
        {
            return false;
        }

        if (accessGrace is { } grace)
        {
            var last = (now + grace).ToUnixTimeMilliseconds();
            await context.Tokens
                .Where(token => token.SessionId == session.Id && token.Kind == Access && token.ExpiresAt > last)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.ExpiresAt, last), cancellationToken);
        }

        context.Tokens.Add(Token(session, tokens.Access, Access, tokens.AccessUntil));
        context.Tokens.Add(Token(session, tokens.Refresh, Refresh, tokens.RefreshUntil));
        await context.Sessions
            .Where(row => row.Id == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IdleUntil, tokens.RefreshUntil.ToUnixTimeMilliseconds()), cancellationToken);
        return true;
    }

    // A session is alive while it is neither revoked nor idle nor too old, and its user may sign in.
    private static IQueryable<SessionRow> Live(UsersContext context, DateTimeOffset now)
    {
        var moment = now.ToUnixTimeMilliseconds();
        return context.Sessions.AsNoTracking().Where(session =>
            session.RevokedAt == null && session.IdleUntil > moment && session.AbsoluteUntil > moment
            && context.Users.Any(user => user.Key == session.UserKey && user.State == nameof(Model.UserState.Active)));
    }

    private static Task<int> RevokeAsync(IQueryable<SessionRow> sessions, DateTimeOffset now, CancellationToken cancellationToken) => sessions
        .Where(session => session.RevokedAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now.ToUnixTimeMilliseconds()), cancellationToken);

    private static SessionRow Row(Session session, string loginHash, DateTimeOffset now, DateTimeOffset idleUntil) => new()
    {
        Id = session.Id,
        UserKey = session.UserKey,
        LoginHash = loginHash,
        Secret = session.Secret.ToArray(),
        ExternalHash = session.ExternalHash,
        CreatedAt = now.ToUnixTimeMilliseconds(),
        IdleUntil = idleUntil.ToUnixTimeMilliseconds(),
        AbsoluteUntil = session.AbsoluteUntil.ToUnixTimeMilliseconds(),
    };

    private static TokenRow Token(Session session, string hash, string kind, DateTimeOffset expires, string? redirectUri = null, string? challenge = null) => new()
    {
        Hash = hash,
        SessionId = session.Id,
        Kind = kind,
        ExpiresAt = expires.ToUnixTimeMilliseconds(),
        RedirectUri = redirectUri,
        Challenge = challenge,
    };

    private static Session? ToSession(SessionRow? row) => row is null
        ? null
        : new Session(row.Id, row.UserKey, DateTimeOffset.FromUnixTimeMilliseconds(row.AbsoluteUntil)) { Secret = row.Secret, ExternalHash = row.ExternalHash };
}
