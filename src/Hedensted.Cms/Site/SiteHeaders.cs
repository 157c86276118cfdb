namespace Hedensted.Cms.Site;

/// <summary>What browsers are told on every page that citizens see: no scripts, no cookies, no third parties.</summary>
internal static class SiteHeaders
{
    /// <summary>Adds them, and which edition the page was read from.</summary>
    public static void AddTo(HttpResponse response, string position, string scripts = "'none'")
    {
        var headers = response.Headers;
        headers["Hedensted-Position"] = position;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
            "worker-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        if (response.HttpContext.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
