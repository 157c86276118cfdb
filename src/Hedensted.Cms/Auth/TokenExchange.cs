using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Hedensted.Content.Users;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>RFC 6749 §4.1.3 and §6, with RFC 9700's rotation: a code or a refresh token in a cookie becomes new tokens in cookies. Programs go their own way.</summary>
internal sealed partial class TokenExchange(
    SessionStore sessions, SignedInUsers users, ClientCredentials programs, IOptions<AuthOptions> options, TimeProvider time, ILogger<TokenExchange> logger)
{
    private const string Access = "access";
    private const string Refresh = "refresh";
    private const int ShortestVerifier = 43;
    private const int LongestVerifier = 128;

    public async Task<IResult> HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType)
        {
            return Refused("invalid_request");
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (form["grant_type"] == ClientCredentials.Grant)
        {
            return await programs.ExchangeAsync(context, form, cancellationToken);
        }

        if (form["client_id"] != OAuthClient.Id)
        {
            return Refused("invalid_client");
        }

        return form["grant_type"].ToString() switch
        {
            "authorization_code" => await ExchangeCodeAsync(context, form, cancellationToken),
            "refresh_token" => await RotateAsync(context, form, cancellationToken),
            _ => Refused("unsupported_grant_type"),
        };
    }

    private async Task<IResult> ExchangeCodeAsync(HttpContext context, IFormCollection form, CancellationToken cancellationToken)
    {
        // A code that came by another way than the cookie was stolen or made up.
        if (form["code"] != OAuthClient.Redacted || AuthCookies.Get(context, AuthCookies.Code) is not { } code)
        {
            return Refused("invalid_grant");
        }

        AuthCookies.Delete(context, AuthCookies.Code);
        var now = time.GetUtcNow();
        var hash = OpaqueToken.HashOf(code);
        if (await sessions.FindCodeAsync(hash, now, cancellationToken) is not { } issued
            || form["redirect_uri"] != issued.RedirectUri
            || !Verifies(form["code_verifier"].ToString(), issued.Challenge))
        {
            return Refused("invalid_grant");
        }

        var session = issued.Session;
        var tokens = Successors(session, code, now);
        if (!issued.AlreadyUsed && await sessions.ExchangeCodeAsync(session, hash, tokens.Hashes, now, cancellationToken))
        {
            return Answer(context, tokens, now);
        }

        return await EndAsync(context, session, now, cancellationToken);
    }

    private async Task<IResult> RotateAsync(HttpContext context, IFormCollection form, CancellationToken cancellationToken)
    {
        if (form["refresh_token"] != OAuthClient.Redacted || AuthCookies.Get(context, AuthCookies.Refresh) is not { } refresh)
        {
            return Refused("invalid_grant");
        }

        var now = time.GetUtcNow();
        var hash = OpaqueToken.HashOf(refresh);
        var presented = await sessions.FindRefreshAsync(hash, now, cancellationToken);
        if (presented is { FirstUsedAt: null })
        {
            var tokens = Successors(presented.Session, refresh, now);
            if (await sessions.ExchangeRefreshAsync(presented.Session, hash, tokens.Hashes, now, options.Value.RefreshGrace, cancellationToken))
            {
                return Answer(context, tokens, now);
            }

            // Another tab was faster by a hair; look again.
            presented = await sessions.FindRefreshAsync(hash, now, cancellationToken);
        }

        if (presented?.FirstUsedAt is not { } used)
        {
            return Refused("invalid_grant");
        }

        // Also of a clock that was set back meanwhile: what was used long ahead was not used just now.
        return (now - used).Duration() <= options.Value.RefreshGrace
            ? Answer(context, Successors(presented.Session, refresh, used), now)
            : await EndAsync(context, presented.Session, now, cancellationToken);
    }

    private Tokens Successors(Session session, string token, DateTimeOffset from)
    {
        var access = OpaqueToken.Successor(session, token, Access);
        var refresh = OpaqueToken.Successor(session, token, Refresh);
        return new Tokens(access, refresh, new TokenHashes(
            OpaqueToken.HashOf(access), Earlier(from + options.Value.AccessLifetime, session.AbsoluteUntil),
            OpaqueToken.HashOf(refresh), Earlier(from + options.Value.IdleTimeout, session.AbsoluteUntil)));
    }

    // Somebody else has what we gave to this browser: whichever of the two is the thief, both are out.
    private async Task<IResult> EndAsync(HttpContext context, Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await sessions.RevokeAsync(session.Id, now, cancellationToken);
        users.Forget();
        AuthCookies.DeleteAll(context);
        Log.Reused(logger, session.UserKey);
        return Refused("invalid_grant");
    }

    private static IResult Answer(HttpContext context, Tokens tokens, DateTimeOffset now)
    {
        AuthCookies.Set(context, AuthCookies.Access, tokens.Access);
        AuthCookies.Set(context, AuthCookies.Refresh, tokens.Refresh);
        var seconds = (int)Math.Max(1, (tokens.Hashes.AccessUntil - now).TotalSeconds);
        return Results.Json(new TokenResponse(OAuthClient.Redacted, "Bearer", seconds, OAuthClient.Redacted));
    }

    private static IResult Refused(string error) => Results.Json(new ErrorResponse(error), statusCode: StatusCodes.Status400BadRequest);

    private static bool Verifies(string verifier, string challenge)
    {
        if (verifier.Length is < ShortestVerifier or > LongestVerifier)
        {
            return false;
        }

        var computed = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(computed), Encoding.ASCII.GetBytes(challenge));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private sealed record Tokens(string Access, string Refresh, TokenHashes Hashes);

    private sealed record TokenResponse(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("refresh_token")] string RefreshToken);

    private sealed record ErrorResponse([property: JsonPropertyName("error")] string Error);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A used code or refresh token of user {User} came back; the session is ended")]
        public static partial void Reused(ILogger logger, Guid user);
    }
}
