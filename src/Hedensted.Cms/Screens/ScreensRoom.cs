namespace Hedensted.Cms.Screens;

/// <summary>Info screens.</summary>
internal static class ScreensRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddScreens(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapScreens(this WebApplication app) => app;
}
