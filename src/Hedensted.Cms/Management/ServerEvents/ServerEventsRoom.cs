using Hedensted.Cms.Management.Common;
using Hedensted.Content;

namespace Hedensted.Cms.Management.ServerEvents;

/// <summary>Tells open backoffices what others save, so that what they keep is right in every tab and every browser.</summary>
internal static class ServerEventsRoom
{
    /// <summary>Adds what the room needs.</summary>
    public static IServiceCollection AddServerEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignalR();
        services.AddSingleton<ServerEventListeners>().AddSingleton<ServerEventFeed>();
        if (configuration.Edits())
        {
            services.AddHostedService(provider => provider.GetRequiredService<ServerEventFeed>());
        }

        return services;
    }

    /// <summary>Maps the hub.</summary>
    public static void MapServerEvents(this IEndpointRouteBuilder app) =>
        app.MapHub<ServerEventHub>(ServerEventHub.Path).RequireAuthorization(Policies.BackOfficeAccess).Finally(Expect);

    // A WebSocket is one request from before its handshake to its end.
    private static void Expect(EndpointBuilder hub)
    {
        if (hub.RequestDelegate is not { } connect)
        {
            return;
        }

        hub.RequestDelegate = async context =>
        {
            using var arrival = context.WebSockets.IsWebSocketRequest ? context.RequestServices.GetRequiredService<ServerEventListeners>().Expect() : null;
            context.Features.Set(arrival);
            await connect(context);
        };
    }

    /// <summary>Answers of what changes something come after the news of it.</summary>
    public static RouteGroupBuilder TellBeforeAnswering(this RouteGroupBuilder management)
    {
        management.AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            var http = context.HttpContext;
            if (!HttpMethods.IsGet(http.Request.Method))
            {
                await http.RequestServices.GetRequiredService<ServerEventFeed>().CatchUpAsync(http.RequestAborted);
            }

            return answer;
        });
        return management;
    }
}
