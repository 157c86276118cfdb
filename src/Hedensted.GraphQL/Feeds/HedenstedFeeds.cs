using Hedensted.GraphQL.Feeds.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.GraphQL.Feeds;

/// <summary>Adds the feeds to a host that has the public API.</summary>
public static class HedenstedFeeds
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what the feeds need, beside what <see cref="HedenstedGraphQL.AddPublicGraphQL"/> adds.</summary>
    public static IServiceCollection AddPublicFeeds(this IServiceCollection services) => services.AddSingleton<FeedEndpoint>();

    /// <summary>Maps every feed; each carries its <see cref="ApiOperation"/>.</summary>
    public static IEndpointRouteBuilder MapPublicFeeds(this IEndpointRouteBuilder routes)
    {
        foreach (var feed in PublicFeeds.All)
        {
            routes.MapMethods(feed.Pattern, Methods, (HttpContext context, FeedEndpoint endpoint) => endpoint.HandleAsync(context, feed))
                .AllowAnonymous()
                .WithMetadata(feed.Operation);

            // Every other method, so that a wrong one is told in the shape of every other answer.
            routes.Map(feed.Pattern, FeedEndpoint.OptionsAsync).AllowAnonymous().ExcludeFromDescription();
        }

        return routes;
    }
}
