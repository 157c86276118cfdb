using Hedensted.Cms.Operations.Logs;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hedensted.Cms.Operations;

/// <summary>Health, start-up and commands.</summary>
internal static class OperationsRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddSingleton<RecentLog>().AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecentLog>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]).AddCheck<EditionHealth>("edition", tags: [Ready]);
        return services;
    }

    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it can serve, and how well).</summary>
    public static WebApplication MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = HealthReports.WriteAsync }).AllowAnonymous();
        return app;
    }

    private const string Ready = "ready";
}
