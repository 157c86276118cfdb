namespace Hedensted.Cms.Backoffice;

/// <summary>What browsers are told to refuse on the pages that an editor is signed in to.</summary>
internal static class SecurityHeaders
{
    /// <summary>The backoffice itself: may be framed by itself only.</summary>
    public static void AddToShell(HttpResponse response, string nonce) => Add(response, nonce, "'self'");

    /// <summary>Sign-in and set-up: never framed, so that nobody can lay something over the password field.</summary>
    public static void AddToForm(HttpResponse response, string nonce) => Add(response, nonce, "'none'");

    /// <summary>Static files; a picture opened by itself may run nothing.</summary>
    public static void AddToFile(HttpResponse response, string contentType)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (contentType == "image/svg+xml")
        {
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        }
    }

    private static void Add(HttpResponse response, string nonce, string frameAncestors)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = PolicyWith(nonce, frameAncestors);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = frameAncestors == "'none'" ? "DENY" : "SAMEORIGIN";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
        if (response.HttpContext.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }

    // Lit and Tiptap set inline styles, Monaco starts workers from blobs; scripts need our nonce or our origin.
    private static string PolicyWith(string nonce, string frameAncestors) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; " +
        "media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self' blob:; object-src 'none'; " +
        $"base-uri 'self'; form-action 'self'; frame-ancestors {frameAncestors}";
}
