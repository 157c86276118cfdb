using System.Globalization;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Operations.Metrics;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>What the sign-in page sends.</summary>
internal sealed record LoginRequest(string? Username, string? Password);

/// <summary>Checks a name and a password, and starts a session.</summary>
internal sealed partial class SignIn(
    TwoStep twoStep, UserStore users, SessionStore sessions, LoginAttempts attempts, UserJournal journal, Passwords passwords, LoginThrottle throttle,
    IOptions<AuthOptions> options, TimeProvider time, ILogger<SignIn> logger)
{
    private static readonly TimeZoneInfo Denmark = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    /// <summary>
    /// 200 with the login cookie, 402 when a second step is asked for, 401 for a wrong name or password, 403 for a locked or closed account, 429 when this address has tried too often.
    /// A name that nobody has gets the same answers as one that somebody has, and takes as long.
    /// </summary>
    public async Task<IResult> LoginAsync(LoginRequest request, HttpContext context, CancellationToken cancellationToken)
    {
        var address = context.Connection.RemoteIpAddress;
        if (throttle.Refusal(context) is { } wait)
        {
            SiteFigures.SignInRefused("throttled");
            return wait;
        }

        var (name, password) = (request.Username ?? string.Empty, request.Password ?? string.Empty);
        var now = time.GetUtcNow();
        var locked = await attempts.LockedUntilAsync(name, now, cancellationToken);
        var credentials = await users.FindCredentialsAsync(name, cancellationToken);
        var answer = await passwords.CheckAsync(credentials?.PasswordHash, password, cancellationToken);
        if (locked is { } until)
        {
            SiteFigures.SignInRefused("locked");
            throttle.Fail(address);
            return Locked(until);
        }

        if (!answer.IsRight || credentials is null)
        {
            throttle.Fail(address);
            SiteFigures.SignInRefused("password");
            Log.WrongPassword(logger, credentials?.User.Key);
            var lockedNow = await attempts.FailAsync(name, now, cancellationToken);
            if (credentials is not null)
            {
                await journal.NoteAsync(lockedNow is null ? UserEvent.SignInFailed : UserEvent.LockedOut, [credentials.User.Key], cancellationToken);
            }

            return lockedNow is { } last ? Locked(last) : Wrong();
        }

        if (credentials.User.State != UserState.Active)
        {
            SiteFigures.SignInRefused("closed");
            return new Problem(StatusCodes.Status403Forbidden, "Kontoen er lukket", "Kontoen er lukket. Spørg en administrator.");
        }

        await attempts.SucceedAsync(name, cancellationToken);
        if (await twoStep.IsOnAsync(credentials.User.Key, cancellationToken))
        {
            return twoStep.Ask(credentials.User, context);
        }

        await CompleteAsync(credentials.User, answer.StrongerHash, context, cancellationToken);
        return TypedResults.Ok();
    }

    /// <summary>Lets somebody in who has shown all that is asked for.</summary>
    public async Task CompleteAsync(User user, string? strongerHash, HttpContext context, CancellationToken cancellationToken)
    {
        await users.RecordLoginAsync(user.Key, strongerHash, time.GetUtcNow(), cancellationToken);
        await StartSessionAsync(user, null, context, cancellationToken);
    }

    /// <summary>Lets somebody in for whom a directory has vouched.</summary>
    /// <param name="user">Who.</param>
    /// <param name="externalHash">With which the directory ends the session when they sign out there; null when it does not tell.</param>
    /// <param name="context">The browser.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EnterFromElsewhereAsync(User user, string? externalHash, HttpContext context, CancellationToken cancellationToken)
    {
        await users.RecordLoginAsync(user.Key, null, time.GetUtcNow(), cancellationToken);
        await StartSessionAsync(user, externalHash, context, cancellationToken);
    }

    /// <summary>A new session for somebody who has proved who they are; the browser's earlier one ends.</summary>
    private async Task StartSessionAsync(User user, string? externalHash, HttpContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (AuthCookies.Get(context, AuthCookies.Login) is { } earlier
            && await sessions.FindByLoginAsync(OpaqueToken.HashOf(earlier), now, cancellationToken) is { } old)
        {
            await sessions.RevokeAsync(old.Id, now, cancellationToken);
        }

        var session = new Session(Guid.NewGuid(), user.Key, now + options.Value.AbsoluteTimeout) { Secret = OpaqueToken.NewSecret(), ExternalHash = externalHash };
        var login = OpaqueToken.New();
        await sessions.StartAsync(session, OpaqueToken.HashOf(login), now, now + options.Value.IdleTimeout, cancellationToken);
        AuthCookies.Set(context, AuthCookies.Login, login);
        Log.SignedIn(logger, user.Key);
    }

    private static Problem Wrong() => new(StatusCodes.Status401Unauthorized, "Forkert login", "E-mail eller adgangskode er forkert.");

    private static Problem Locked(DateTimeOffset until)
    {
        // Rounded up, so that the time shown is never a little too early.
        var clock = TimeZoneInfo.ConvertTime(until.AddMinutes(1), Denmark).ToString("HH.mm", CultureInfo.InvariantCulture);
        return new Problem(StatusCodes.Status403Forbidden, "Kontoen er låst", $"Kontoen er låst efter for mange forkerte forsøg. Prøv igen efter kl. {clock}.");
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Wrong password for user {User} (none: no such user)")]
        public static partial void WrongPassword(ILogger logger, Guid? user);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "User {User} signed in")]
        public static partial void SignedIn(ILogger logger, Guid user);
    }
}
