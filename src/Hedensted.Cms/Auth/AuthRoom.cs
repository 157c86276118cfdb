namespace Hedensted.Cms.Auth;

/// <summary>Sign-in, sessions and policies of the backoffice.</summary>
internal static class AuthRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddBackofficeAuth(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapBackofficeAuth(this WebApplication app) => app;
}
