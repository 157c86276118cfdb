using Hedensted.Cms.Operations;
using Hedensted.Cms.Site.Opinions;
using Hedensted.Cms.Site.Previews;
using Hedensted.GraphQL;

namespace Hedensted.Cms.Site;

/// <summary>What citizens see: the calendar, event pages and the strategy. Reads the public API and nothing else.</summary>
internal static class SiteRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddScoped<SiteReader>();
        services.AddSingleton<OpinionLimit>();
        foreach (var (id, document) in SiteQueries.All)
        {
            services.AddTrustedDocument(id, document);
        }

        return services;
    }

    /// <summary>Maps the room's addresses; the last of all, for it answers every address that nobody else does.</summary>
    public static WebApplication MapSite(this WebApplication app)
    {
        app.MapSiteAssets();
        app.MapPreviews();
        app.MapOpinions();
        var pages = app.MapGroup("").AllowAnonymous().AddEndpointFilter(OpenPreview.FilterAsync);
        pages.MapRead("/", SitePages.CalendarAsync);
        pages.MapRead("/dialogmoeder", SitePages.Dialogues);
        pages.MapRead(SiteSearch.Path, SitePages.SearchAsync);
        app.MapRead("/sitemap.xml", Sitemap.Write).AllowAnonymous();
        app.MapRead("/robots.txt", Sitemap.Robots).AllowAnonymous();
        pages.MapRead("/{**path}", SitePages.DocumentAsync);
        return app;
    }
}
