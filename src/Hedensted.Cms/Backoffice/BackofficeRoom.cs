namespace Hedensted.Cms.Backoffice;

/// <summary>The Umbraco backoffice as static files, its shell and its sign-in page.</summary>
internal static class BackofficeRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddBackoffice(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapBackoffice(this WebApplication app) => app;
}
