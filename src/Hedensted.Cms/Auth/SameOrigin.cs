using Hedensted.Cms.Management.Common;

namespace Hedensted.Cms.Auth;

/// <summary>Refuses requests that another site makes a signed-in browser send. SameSite cookies are the first lock, this is the second.</summary>
internal static class SameOrigin
{
    /// <summary>Guards what changes something below <c>/umbraco</c>.</summary>
    public static void UseSameOriginOnly(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (IsUnsafe(context.Request) && context.Request.Path.StartsWithSegments("/umbraco", StringComparison.OrdinalIgnoreCase) && IsForeign(context.Request))
        {
            await new Problem(
                StatusCodes.Status403Forbidden,
                "Forespørgslen kom fra et andet websted",
                "Åbn backoffice direkte, og prøv igen.").ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>Whether a browser says that another origin sent this.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
        {
            return true;
        }

        // Hosts are compared and not schemes, because a proxy may have taken the encryption off before us.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsUnsafe(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    // Uri leaves out the port that the scheme implies; so must we.
    private static string Authority(HttpRequest request) =>
        request.Host.Port is 80 or 443 ? request.Host.Host : request.Host.Value ?? string.Empty;
}
