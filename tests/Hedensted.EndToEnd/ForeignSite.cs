using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hedensted.EndToEnd;

/// <summary>A partner's own site on another origin: strict about what its pages may load, and with styles that spare nobody.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private const string Styles = """
        body { font: 18px/1.6 Georgia, serif; margin: 2rem auto; max-width: 56rem; padding: 0 1rem; background: #f4efe6; color: #3b2f2f; }
        h1, h2 { color: #7a1f3d; }
        .hostile, .hostile * { color: red !important; font-family: cursive !important; letter-spacing: .4em !important; text-transform: uppercase !important; text-align: right !important; }
        .hostile li, .hostile time, .hostile p { display: none !important; }
        .own { --hedensted-accent: #7a1f3d; --hedensted-font: Georgia, serif; }
        .own::part(heading) { text-transform: uppercase; }
        .dark, .dark body { color-scheme: dark; background: #101010; color: #eeeeee; }
        .dark h1 { color: #ffb3c7; }
        """;

    private readonly WebApplication _app;

    private ForeignSite(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it with one page.</summary>
    /// <param name="library">The only other origin that the page may ask.</param>
    /// <param name="content">What stands in the page's main element.</param>
    /// <param name="look">The class of its html element.</param>
    public static async Task<ForeignSite> StartAsync(Uri library, string content, string look = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var origin = library.GetLeftPart(UriPartial.Authority);
        app.MapGet("/style.css", () => Results.Text(Styles, "text/css"));
        app.MapGet("/", (HttpContext context) =>
        {
            // Nothing inline, no eval, no strings as markup, and from elsewhere only what says that it may be taken.
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src {origin}; connect-src {origin}; img-src {origin}; style-src 'self'; require-trusted-types-for 'script'; base-uri 'none'";
            context.Response.Headers["Cross-Origin-Embedder-Policy"] = "require-corp";
            return Results.Content($"""
                <!doctype html>
                <html lang="da" class="{look}">
                <head>
                  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>Tørring Lokalråd</title>
                  <link rel="stylesheet" href="/style.css">
                  <script type="module" src="{origin}/embed/events.js"></script>
                </head>
                <body><main><h1>Tørring Lokalråd</h1><p>Velkommen til byens egen side.</p>{content}</main></body>
                </html>
                """, "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return new ForeignSite(app) { Address = new Uri(app.Urls.Single()) };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
