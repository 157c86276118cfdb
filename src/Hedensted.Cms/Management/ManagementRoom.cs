using Hedensted.Cms.Management.Common;
using Hedensted.Cms.Management.Counts;
using Hedensted.Cms.Management.Events;
using Hedensted.Cms.Management.Handbook;
using Hedensted.Cms.Management.Manifest;
using Hedensted.Cms.Management.Nodes;
using Hedensted.Cms.Management.Overview;
using Hedensted.Cms.Management.Server;
using Hedensted.Cms.Management.ServerEvents;
using Hedensted.Cms.Management.Tools;
using Hedensted.Cms.Management.Types;
using Hedensted.Cms.Management.User;

namespace Hedensted.Cms.Management;

/// <summary>Umbraco's Management API, one folder a resource, and beside it what our own extensions ask for.</summary>
internal static class ManagementRoom
{
    /// <summary>Where the API's first version lies.</summary>
    public const string Root = "/umbraco/management/api/v1";

    /// <summary>The one address of version 1.1 that the backoffice calls lies below this.</summary>
    public const string Root11 = "/umbraco/management/api/v1.1";

    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddManagement(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(json => ManagementJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddAuthorization(Policies.AddTo);
        services.AddNodes();
        services.AddTypes();
        services.AddServerEvents(configuration);
        services.AddPeople();
        services.AddOverview();
        services.AddEvents();
        services.AddScoped<CountableDates>();
        services.AddSingleton<HandbookPages>();
        return services;
    }

    /// <summary>Maps the room's addresses.</summary>
    public static WebApplication MapManagement(this WebApplication app)
    {
        var management = app.MapGroup(Root).RequireAuthorization(Policies.BackOfficeAccess).TellBeforeAnswering();
        management.MapNodes();
        management.MapEvents();
        management.MapTypes();
        management.MapPeople();
        management.MapServer();
        management.MapManifests();
        management.MapTools();
        management.MapOverview();
        management.MapCounts();
        management.MapHandbook();
        app.MapGroup(Root11).RequireAuthorization(Policies.BackOfficeAccess).MapNodes11();
        app.MapServerEvents();
        app.MapAvatarFiles();
        app.MapUnknownOperations();
        return app;
    }
}
