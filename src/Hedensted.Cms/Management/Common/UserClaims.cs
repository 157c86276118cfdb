using System.Security.Claims;

namespace Hedensted.Cms.Management.Common;

/// <summary>What a signed-in user's principal carries; sign-in writes these claims for each request from the user's groups.</summary>
internal static class UserClaims
{
    /// <summary>One for each section, e.g. <c>Umb.Section.Content</c>.</summary>
    public const string Section = "hedensted:section";

    /// <summary>One for each group, by key.</summary>
    public const string Group = "hedensted:group";

    /// <summary>The session that a request belongs to.</summary>
    public const string Session = "hedensted:session";

    /// <summary>The signed-in user's session.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks a policy.</exception>
    public static Guid SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : throw new InvalidOperationException("The request has no session.");

    /// <summary>The signed-in user's key.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks a policy.</exception>
    public static Guid UserKey(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var key)
            ? key
            : throw new InvalidOperationException("The request has no signed-in user.");
}
