using System.Security.Cryptography;
using Hedensted.Content.Users;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth.Entra;

/// <summary>Signing out here signs out of the directory too, and signing out there ends the session here.</summary>
internal sealed partial class EntraSignOut(
    SessionStore sessions, SignedInUsers signedIn, IOptions<EntraOptions> options, IOptionsMonitor<OpenIdConnectOptions> protocol, IDataProtectionProvider protection, TimeProvider time,
    ILogger<EntraSignOut> logger)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Hedensted.Cms.Auth.Entra.SignOut");

    /// <summary>What is stored of the directory's name of a sign-in; null when it told none.</summary>
    public static string? HashOf(string? sessionId) => sessionId is null ? null : OpaqueToken.HashOf($"entra:{sessionId}");

    /// <summary>Notes in the browser that it was let in by the directory.</summary>
    public void Remember(HttpContext context, string? logoutHint) => AuthCookies.Set(context, AuthCookies.Elsewhere, _seal.Protect(logoutHint ?? ""));

    /// <summary>Where a browser that was let in by the directory goes to be signed out there; null when it was not.</summary>
    public async Task<string?> AddressAsync(HttpContext context, string returnTo, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured || AuthCookies.Get(context, AuthCookies.Elsewhere) is not { } note)
        {
            return null;
        }

        try
        {
            var hint = _seal.Unprotect(note);
            var directory = await protocol.Get(EntraRoom.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return string.IsNullOrEmpty(directory.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(directory.EndSessionEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = options.Value.ClientId,
                ["post_logout_redirect_uri"] = returnTo,
                ["logout_hint"] = hint.Length > 0 ? hint : null,
            });
        }
        catch (Exception failure) when (failure is CryptographicException or InvalidOperationException or HttpRequestException or IOException)
        {
            // Out here is what was asked for, and that is done.
            Log.NotThere(logger, failure.Message);
            return null;
        }
    }

    /// <summary>The directory tells that somebody has signed out (OpenID Connect Front-Channel Logout 1.0). It proves itself by the session's name, which nobody else knows.</summary>
    public async Task<IResult> HearAsync(string? sid, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (HashOf(sid) is { } hash && await sessions.RevokeExternalAsync(hash, time.GetUtcNow(), cancellationToken))
        {
            signedIn.Forget();
        }

        return TypedResults.Ok();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Signed out here, not in Entra ID: {Reason}")]
        public static partial void NotThere(ILogger logger, string reason);
    }
}
