using System.Security.Claims;
using Hedensted.Content.Users;
using Microsoft.Extensions.Options;

namespace Hedensted.Cms.Auth.Entra;

/// <summary>Lets somebody in for whom the directory vouches. The second step is the directory's: whoever comes from it is not asked again.</summary>
internal sealed partial class EntraSignIn(
    ExternalLogins logins, UserGroupStore groups, SignIn signIn, SignedInUsers signedIn, EntraSignOut signOut, IOptions<EntraOptions> options, TimeProvider time, ILogger<EntraSignIn> logger)
{
    /// <summary>The name under which accounts of the directory are known.</summary>
    public const string Provider = "Entra";

    /// <summary>Starts the session.</summary>
    /// <returns>Why not; null when they are in.</returns>
    public async Task<EntraRefusal?> EnterAsync(ClaimsPrincipal principal, HttpContext context, CancellationToken cancellationToken)
    {
        var refusal = await TryEnterAsync(principal, context, cancellationToken);
        if (refusal is { } why)
        {
            Log.Refused(logger, why, principal.FindFirstValue("oid"));
        }

        return refusal;
    }

    private async Task<EntraRefusal?> TryEnterAsync(ClaimsPrincipal principal, HttpContext context, CancellationToken cancellationToken)
    {
        var entra = options.Value;
        if (EntraClaims.Of(principal) is not { } claims || !string.Equals(claims.TenantId, entra.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return EntraRefusal.Untrusted;
        }

        var (decided, refusal) = EntraGroups.Of(claims, entra, await groups.AllAsync(cancellationToken));
        if (decided is null)
        {
            return refusal;
        }

        var (status, user) = await logins.EnterAsync(
            new ExternalPerson(Provider, $"{claims.TenantId}:{claims.ObjectId}", claims.Name, claims.Email, entra.LinkByVerifiedEmail && claims.EmailIsVerified),
            entra.CreateUsers,
            decided,
            time.GetUtcNow(),
            cancellationToken);
        if (user is null)
        {
            return status switch
            {
                ExternalLoginStatus.NoAccount => EntraRefusal.NoAccount,
                ExternalLoginStatus.EmailTaken => EntraRefusal.EmailTaken,
                ExternalLoginStatus.Closed => EntraRefusal.Closed,
                ExternalLoginStatus.LastAdministrator => EntraRefusal.LastAdministrator,
                _ => EntraRefusal.MissingGroup,
            };
        }

        signedIn.Forget();
        await signIn.EnterFromElsewhereAsync(user, EntraSignOut.HashOf(claims.SessionId), context, cancellationToken);
        signOut.Remember(context, claims.LogoutHint);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Nobody was signed in from Entra ID: {Reason} (account {Account})")]
        public static partial void Refused(ILogger logger, EntraRefusal reason, string? account);
    }
}
