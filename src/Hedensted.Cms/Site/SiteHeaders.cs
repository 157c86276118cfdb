using Hedensted.Content.Published;

namespace Hedensted.Cms.Site;

/// <summary>What browsers are told on every page that citizens see: no scripts, no cookies, no third parties.</summary>
internal static class SiteHeaders
{
    /// <summary>Adds them, and which edition the page was read from.</summary>
    public static void AddTo(HttpResponse response, Edition edition, string scripts = "'none'")
    {
        var headers = response.Headers;
        headers["Hedensted-Position"] = edition.Position.ToString();
        headers.CacheControl = edition.IsPreview ? "no-store" : "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = edition.IsPreview ? "no-referrer" : "strict-origin-when-cross-origin"; // a preview's address is its key
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
            "worker-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        if (edition.IsPreview)
        {
            headers["X-Robots-Tag"] = "noindex";
        }

        if (response.HttpContext.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
