namespace Hedensted.Cms.Operations;

/// <summary>What browsers are told about every answer whose room said nothing stricter or looser itself: deny by default.</summary>
internal static class DefaultHeaders
{
    /// <summary>Adds them last, when the answer is about to leave, so that error answers have them too.</summary>
    public static void UseDefaultHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                headers.TryAdd("X-Content-Type-Options", "nosniff");
                headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
                // On redirects too: one without it in the sign-in window would cut it off from the backoffice that opened it.
                headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
                headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
                return Task.CompletedTask;
            },
            context.Response);
        return next(context);
    });
}
