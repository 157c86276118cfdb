namespace Hedensted.Cms.Auth;

/// <summary>The only client of our authorization server: the backoffice itself.</summary>
internal static class OAuthClient
{
    /// <summary>Where sign-in and tokens live.</summary>
    public const string Root = "/umbraco/management/api/v1/security/back-office";

    /// <summary>The name that the backoffice gives itself.</summary>
    public const string Id = "umbraco-back-office";

    /// <summary>What scripts see in place of every code and token; the real ones are in cookies that no script can read.</summary>
    public const string Redacted = "[redacted]";

    private const string CallbackPath = "/umbraco/oauth_complete";
    private const string SignedOutPath = "/umbraco/logout";

    /// <summary>Whether a code may be sent to this address: exactly one is allowed, on our own host.</summary>
    public static bool IsCallback(HttpRequest request, string? address) => string.Equals(address, Origin(request) + CallbackPath, StringComparison.Ordinal);

    /// <summary>Where to send somebody who has signed out, whatever was wanted.</summary>
    public static string SignedOutAddress(HttpRequest request) => Origin(request) + SignedOutPath;

    /// <summary>Scheme and host as the browser sees them.</summary>
    public static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host.Value}";
}
