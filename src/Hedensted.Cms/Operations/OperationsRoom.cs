namespace Hedensted.Cms.Operations;

/// <summary>Health, start-up and commands.</summary>
internal static class OperationsRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapOperations(this WebApplication app) => app;
}
