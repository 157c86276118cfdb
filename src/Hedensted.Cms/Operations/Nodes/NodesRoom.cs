using Hedensted.Cms.Management.Common;
using Hedensted.Content;
using Hedensted.Content.Published;

namespace Hedensted.Cms.Operations.Nodes;

/// <summary>A server among others: how it starts beside them and takes leave of them, and who they are.</summary>
internal static class NodesRoom
{
    private const string Ready = "ready";

    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddNodesOfSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DrainOptions>().BindConfiguration(DrainOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Drain>().AddSingleton<IHostLifetime, DrainedLifetime>();
        services.AddOptions<HostOptions>().Configure<Drain>((host, drain) => host.ShutdownTimeout = Drain.Longest - drain.Time);
        var checks = services.AddHealthChecks().AddCheck<LeaveHealth>("leave", tags: [Ready]).AddCheck<ServersHealth>("servers");
        if (!configuration.Edits())
        {
            services.AddSingleton<DeliveryStart>().AddHostedService(provider => provider.GetRequiredService<DeliveryStart>());
            checks.AddCheck<DeliveryHealth>("start", tags: [Ready]);
        }

        return services;
    }

    /// <summary>While the server takes leave, clients and proxies are asked to come back on a new connection, which then leads elsewhere.</summary>
    public static void UseLeave(this WebApplication app)
    {
        var drain = app.Services.GetRequiredService<Drain>();
        app.Use((context, next) =>
        {
            if (drain.IsDraining && HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                context.Response.Headers.Connection = "close";
            }

            return next(context);
        });
    }

    /// <summary>Until there is an edition, readers are asked to wait. Servers with a backoffice do not listen before they have one.</summary>
    public static void UseWaitForEdition(this WebApplication app)
    {
        if (app.Configuration.Edits())
        {
            return;
        }

        var editions = app.Services.GetRequiredService<EditionSource>();
        app.Use((context, next) => editions.IsReady || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : Failures.AnswerAsync(context, new Problem(
                StatusCodes.Status503ServiceUnavailable, "Vi er lige ved at starte", "Prøv igen om et øjeblik.", "Starting")));
    }
}
