namespace Hedensted.Cms.Auth;

/// <summary>The cookies of a signed-in browser. None can be read by a script, and all are gone when the browser closes.</summary>
internal static class AuthCookies
{
    public const string Access = "__Host-umbAccessToken";
    public const string Refresh = "__Host-umbRefreshToken";
    public const string Code = "__Host-umbPkceCode";

    /// <summary>Says who has shown the right password while the second step is asked for.</summary>
    public const string Pending = "__Host-umbSecondStep";

    /// <summary>Says that a directory let this browser in, so that signing out here signs out there too.</summary>
    public const string Elsewhere = "__Host-umbElsewhere";

    /// <summary>Says who is signed in while the browser is sent to <c>authorize</c> and back.</summary>
    public const string Login = "UMB_UCONTEXT";

    public static void Set(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, Options(name));

    public static string? Get(HttpContext context, string name) => context.Request.Cookies[name] is { Length: > 0 } value ? value : null;

    public static void Delete(HttpContext context, string name) => context.Response.Cookies.Delete(name, Options(name));

    public static void DeleteAll(HttpContext context)
    {
        foreach (var name in (string[])[Access, Refresh, Code, Login, Pending, Elsewhere])
        {
            Delete(context, name);
        }
    }

    // The login cookie must come along when the browser is sent here from a link; the tokens never need to.
    private static CookieOptions Options(string name) => new()
    {
        HttpOnly = true,
        Secure = true,
        Path = "/",
        SameSite = name == Login ? SameSiteMode.Lax : SameSiteMode.Strict,
        IsEssential = true,
    };
}
