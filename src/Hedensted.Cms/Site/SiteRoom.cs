namespace Hedensted.Cms.Site;

/// <summary>What citizens see: the calendar, event pages and the strategy.</summary>
internal static class SiteRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapSite(this WebApplication app) => app;
}
