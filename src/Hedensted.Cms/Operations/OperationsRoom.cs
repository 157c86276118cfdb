using Hedensted.Cms.Operations.Backups;
using Hedensted.Cms.Operations.Logs;
using Hedensted.Cms.Operations.Metrics;
using Hedensted.Cms.Operations.Traces;
using Hedensted.Content;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hedensted.Cms.Operations;

/// <summary>Health, start-up and commands.</summary>
internal static class OperationsRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15); // who has not asked by then holds a connection and nothing else
        });
        Untaken.AddTo(services);
        services.AddSingleton<RecentLog>().AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecentLog>());
        services.AddBackups(configuration);
        services.AddMetrics(configuration);
        services.AddTracing(configuration);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]).AddCheck<EditionHealth>("edition", tags: [Ready])
            .AddCheck<FeedHealth>("feed").AddCheck<OutboxHealth>("outbox").AddCheck<BackupHealth>("backup").AddCheck<DiskHealth>("disk");
        return services;
    }

    /// <summary>
    /// Maps <c>/health/live</c> (the process answers; it asks nobody, not even who is signed in), <c>/health/ready</c> (it can serve, and how well),
    /// <c>/health/detail</c> (each thing it depends on) and <c>/metrics</c>.
    /// </summary>
    public static WebApplication MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().ShortCircuit();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = HealthReports.WriteAsync }).AllowAnonymous().ShortCircuit();
        app.MapHealthDetail();
        app.MapMetrics();
        return app;
    }

    private const string Ready = "ready";

    private static void AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BackupFolder>().AddSingleton<Backup>().AddSingleton<Restore>().AddSingleton<SiteCheck>();
        if (configuration.Edits())
        {
            services.AddHostedService<BackupSchedule>();
        }
    }
}
