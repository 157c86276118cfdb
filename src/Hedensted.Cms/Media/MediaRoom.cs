namespace Hedensted.Cms.Media;

/// <summary>Files: temporary uploads, storage, image variants and delivery.</summary>
internal static class MediaRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapMedia(this WebApplication app) => app;
}
