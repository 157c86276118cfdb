using Hedensted.Cms.Operations;
using Hedensted.Cms.Site;
using Hedensted.GraphQL;

namespace Hedensted.Cms.Embed;

/// <summary>What happens at the libraries on other people's pages: a web component, and the page that shows how to use it.</summary>
internal static class EmbedRoom
{
    /// <summary>The script's address, which other people's pages carry: it never changes.</summary>
    public const string Script = "/embed/events.js";

    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddEmbed(this IServiceCollection services)
    {
        foreach (var (id, document) in EmbedQueries.All)
        {
            services.AddTrustedDocument(id, document);
        }

        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapEmbed(this WebApplication app)
    {
        app.MapRead(Script, SendScriptAsync).AllowAnonymous();
        app.MapRead("/embed", ShowExample).AllowAnonymous();
        return app;
    }

    // An hour without asking, a day while asking: a correction reaches every page the same day, and nobody's page waits for it.
    private static Task SendScriptAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*"; // module scripts of other sites are fetched with CORS
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = "public, max-age=3600, stale-while-revalidate=86400";
        return SiteAssets.WriteAsync(context, "events.js");
    }

    private static WholePage<EmbedPage> ShowExample(HttpContext context, SiteReader reader)
    {
        SiteHeaders.AddTo(context.Response, reader.Edition, scripts: "'self'");
        return new(new Dictionary<string, object?>
        {
            ["Frame"] = reader.Read<Frame>(SiteQueries.Frame),
            ["Values"] = reader.Read<EmbedValues>(EmbedQueries.Values),
            ["Origin"] = $"{context.Request.Scheme}://{context.Request.Host}",
        });
    }
}

/// <summary>What can be asked for, by the names that attributes know it by.</summary>
public sealed record EmbedValues(IReadOnlyList<Titled> Branches, IReadOnlyList<Titled> OutreachPlaces, IReadOnlyList<Titled> FocusAreas, Nodes<Titled> Events);
