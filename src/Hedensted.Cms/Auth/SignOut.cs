using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Ends a session: by <c>revoke</c>, which the backoffice calls first, and by <c>signout</c>, where it sends the browser.</summary>
internal sealed class SignOut(SessionStore sessions, SignedInUsers users, TimeProvider time)
{
    public async Task<IResult> SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";

        // A link on another site must not be able to sign an editor out.
        if (!SameOrigin.IsForeign(context.Request))
        {
            await EndAsync(context, cancellationToken);
            AuthCookies.DeleteAll(context);
        }

        return Results.Redirect(OAuthClient.SignedOutAddress(context.Request, context.Request.Query["post_logout_redirect_uri"]));
    }

    public async Task<IResult> RevokeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await EndAsync(context, cancellationToken);
        return TypedResults.Ok();
    }

    private async Task EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var login = AuthCookies.Get(context, AuthCookies.Login);
        var access = AuthCookies.Get(context, AuthCookies.Access);
        var session = login is null ? null : await sessions.FindByLoginAsync(OpaqueToken.HashOf(login), now, cancellationToken);
        session ??= access is null ? null : await sessions.FindByAccessAsync(OpaqueToken.HashOf(access), now, cancellationToken);
        if (session is not null)
        {
            await sessions.RevokeAsync(session.Id, now, cancellationToken);
            users.Forget();
        }
    }
}
