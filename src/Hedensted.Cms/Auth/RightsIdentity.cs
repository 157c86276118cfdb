using System.Security.Claims;

namespace Hedensted.Cms.Auth;

/// <summary>A signed-in identity that carries its rights, which are too much for claims.</summary>
internal sealed class RightsIdentity(Rights rights, IEnumerable<Claim> claims) : ClaimsIdentity(claims, BackofficeAuthentication.Scheme)
{
    /// <summary>What it may do.</summary>
    public Rights Rights { get; } = rights;
}

/// <summary>The rights of whoever is signed in.</summary>
internal static class RightsOfPrincipal
{
    /// <summary>The signed-in user's rights.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks a policy.</exception>
    public static Rights Rights(this ClaimsPrincipal user) =>
        user.Identities.OfType<RightsIdentity>().FirstOrDefault()?.Rights ?? throw new InvalidOperationException("The request has no signed-in user.");
}
