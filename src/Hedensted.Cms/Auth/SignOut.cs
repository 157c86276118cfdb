using Hedensted.Cms.Auth.Entra;
using Hedensted.Content.Users;

namespace Hedensted.Cms.Auth;

/// <summary>Ends a session: by <c>revoke</c>, which the backoffice calls first, and by <c>signout</c>, where it sends the browser.</summary>
internal sealed class SignOut(SessionStore sessions, SignedInUsers users, EntraSignOut entra, TimeProvider time)
{
    public async Task<IResult> SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";

        var address = OAuthClient.SignedOutAddress(context.Request);

        // A link on another site must not be able to sign an editor out.
        if (!SameOrigin.IsForeign(context.Request))
        {
            address = await entra.AddressAsync(context, address, cancellationToken) ?? address;
            await EndAsync(context, cancellationToken);
            AuthCookies.DeleteAll(context);
        }

        return Results.Redirect(address);
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
