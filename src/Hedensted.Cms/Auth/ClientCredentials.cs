using System.Net;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Hedensted.Content.Model;
using Hedensted.Content.Users;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>RFC 6749 §4.4: a program shows its id and secret and gets an access token of its own, to send as a bearer token.</summary>
internal sealed partial class ClientCredentials(
    ApiClients clients, UserStore users, SessionStore sessions, LoginAttempts attempts, LoginThrottle throttle, Passwords passwords, IOptions<AuthOptions> options, TimeProvider time)
{
    /// <summary>The grant's name.</summary>
    public const string Grant = "client_credentials";

    private const string Prefix = "umbraco-back-office-";

    /// <summary>The id as it is stored, with Umbraco's prefix; null when it cannot be one.</summary>
    public static string? IdOf(string? clientId)
    {
        var id = clientId is null || clientId.StartsWith(Prefix, StringComparison.Ordinal) ? clientId : Prefix + clientId;
        return id is not null && ClientId().IsMatch(id) ? id : null;
    }

    public async Task<IResult> ExchangeAsync(HttpContext context, IFormCollection form, CancellationToken cancellationToken)
    {
        if (await RecogniseAsync(context.Connection.RemoteIpAddress, form["client_id"], form["client_secret"].ToString(), cancellationToken) is not { } user)
        {
            return Refused();
        }

        var now = time.GetUtcNow();
        await users.RecordLoginAsync(user.Key, null, now, cancellationToken);
        var token = OpaqueToken.New();
        var until = now + options.Value.IdleTimeout;
        var session = new Session(Guid.NewGuid(), user.Key, until) { Secret = OpaqueToken.NewSecret() };
        await sessions.StartWithAccessAsync(session, OpaqueToken.HashOf(OpaqueToken.New()), OpaqueToken.HashOf(token), now, cancellationToken);
        return Results.Json(new TokenResponse(token, "Bearer", (int)(until - now).TotalSeconds));
    }

    /// <summary>The active user whose program shows this id and secret; null for any other, after the same work, and while there were too many wrong ones.</summary>
    public async Task<User?> RecogniseAsync(IPAddress? address, string? clientId, string secret, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = IdOf(clientId);
        if (throttle.WaitFor(address) > TimeSpan.Zero || id is null || await attempts.LockedUntilAsync(id, now, cancellationToken) is not null)
        {
            return null;
        }

        var found = await clients.FindAsync(id, cancellationToken);
        var answer = await passwords.CheckAsync(found?.PasswordHash, secret, cancellationToken);
        if (!answer.IsRight || found is null || found.User.State != UserState.Active)
        {
            throttle.Fail(address);
            await attempts.FailAsync(id, now, cancellationToken);
            return null;
        }

        await attempts.SucceedAsync(id, cancellationToken);
        return found.User;
    }

    private static IResult Refused() => Results.Json(new ErrorResponse("invalid_client"), statusCode: StatusCodes.Status401Unauthorized);

    private sealed record TokenResponse(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private sealed record ErrorResponse([property: JsonPropertyName("error")] string Error);

    [GeneratedRegex("^umbraco-back-office-[A-Za-z0-9._-]{1,100}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ClientId();
}
