using Hedensted.Cms.Operations;
using Hedensted.Cms.Site;
using Hedensted.Cms.Site.Pages;
using Hedensted.Cms.Site.Previews;
using Hedensted.GraphQL;
using QRCoder;

namespace Hedensted.Cms.Screens;

/// <summary>Info screens at <c>/skaerm/{slug}</c>: a page, its live feed and the worker that keeps it when the server is gone.</summary>
internal static class ScreensRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        foreach (var (id, document) in ScreenQueries.All)
        {
            services.AddTrustedDocument(id, document);
        }

        return services.AddSingleton<ScreenLive>().AddSingleton<ScreensShowing>().AddSingleton<ScreensSeen>();
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapScreens(this WebApplication app)
    {
        var screens = app.MapGroup("/skaerm").AllowAnonymous();
        screens.MapRead("/worker.js", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'"; // a worker fetches under its own policy
            return Results.Text(SiteAssets.Text("worker.js"), "text/javascript; charset=utf-8");
        });
        screens.MapRead("/{slug}", Show).AddEndpointFilter(OpenPreview.FilterAsync);
        screens.MapGet("/{slug}/live", (string slug, ScreenLive live, HttpContext context) =>
        {
            context.Response.Headers["X-Accel-Buffering"] = "no";
            return live.Programme(slug) is null ? Results.NotFound() : (IResult)TypedResults.ServerSentEvents(live.FollowAsync(slug, context.RequestAborted));
        });
        screens.MapRead("/{slug}/qr.svg", Code);
        return app;
    }

    private static IResult Show(string slug, SiteReader reader, TimeProvider time, HttpContext context)
    {
        SiteHeaders.AddTo(context.Response, reader.Edition, scripts: "'self'");
        if (new ScreenProgrammes(reader, time).Make(slug) is { } programme)
        {
            return new WholePage<ScreenPage>(new Dictionary<string, object?> { ["Slug"] = slug, ["Content"] = programme });
        }

        return new WholePage<MessagePage>(new Dictionary<string, object?>
        {
            ["Frame"] = reader.Read<Frame>(SiteQueries.Frame),
            ["Title"] = "Skærmen findes ikke",
            ["Message"] = "Der er ingen udgivet skærm med den adresse. Se adressen på skærmens side under «Skærme» i Umbraco.",
            ["Path"] = "/skaerm",
        }, StatusCodes.Status404NotFound);
    }

    private static IResult Code(HttpContext context)
    {
        using var data = QRCodeGenerator.GenerateQrCode($"{context.Request.Scheme}://{context.Request.Host}/", QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(code.GetGraphic(4), "image/svg+xml");
    }
}
