namespace Hedensted.Cms.Management;

/// <summary>Umbraco's Management API, one folder a resource.</summary>
internal static class ManagementRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddManagement(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapManagement(this WebApplication app) => app;
}
