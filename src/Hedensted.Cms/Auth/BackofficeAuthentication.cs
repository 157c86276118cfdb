using System.Text.Encodings.Web;
using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.ServerEvents;
using Hedensted.Content.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth;

/// <summary>Recognises a request of the backoffice by two things together: the access cookie, and a header that only our own pages can send; and a program by its bearer token.</summary>
/// <remarks>The header's value is no secret. Its presence is the point: another site's page cannot add it without asking us first, and we never agree.</remarks>
internal sealed class BackofficeAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SignedInUsers users)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public new const string Scheme = "Backoffice";

    private const string Bearer = "Bearer ";
    private const string ExpectedHeader = $"{Bearer}{OAuthClient.Redacted}";
    private const string ExpectedQuery = "access_token";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // A person's token comes in the cookie beside the header, a program's in the header itself. Neither is taken in the other's place.
        var header = Request.Headers.Authorization.ToString();
        var isPerson = IsFromOurPages();
        var token = isPerson ? AuthCookies.Get(Context, AuthCookies.Access) : header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..] : null;
        if (string.IsNullOrEmpty(token))
        {
            return AuthenticateResult.NoResult();
        }

        return await users.FindAsync(token, Context.RequestAborted) is { } user && user.HasClaim(SignedInUsers.KindClaim, (isPerson ? UserKind.Default : UserKind.Api).ToString())
            ? AuthenticateResult.Success(new AuthenticationTicket(user, Scheme))
            : AuthenticateResult.Fail("The session has ended.");
    }

    // A browser cannot set a header on the hub's WebSocket, and writes the same value into the address. Any page may do that, so there the origin decides.
    private bool IsFromOurPages() => Request.Headers.Authorization.ToString() == ExpectedHeader
        || (Request.Path.StartsWithSegments(ServerEventHub.Path, StringComparison.OrdinalIgnoreCase)
            && !HttpMethods.IsPost(Request.Method)
            && Request.Query[ExpectedQuery] == OAuthClient.Redacted
            && !SameOrigin.IsForeign(Request));

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return new Problem(StatusCodes.Status401Unauthorized, "Du er ikke logget ind", "Log ind igen for at fortsætte.").ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.Forbidden("gøre dette").ExecuteAsync(Context);
}
