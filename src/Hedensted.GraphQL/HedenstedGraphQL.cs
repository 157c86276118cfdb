using Hedensted.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.GraphQL;

/// <summary>Adds the public GraphQL API to a host.</summary>
public static class HedenstedGraphQL
{
    /// <summary>Adds the schema, the engine and <see cref="PublicGraphQL"/>.</summary>
    public static IServiceCollection AddPublicGraphQL(this IServiceCollection services)
    {
        services.AddOptions<PublicGraphQLOptions>();
        return services.AddSingleton<PublicGraphQL>().AddSingleton<GraphQLEndpoint>();
    }

    /// <summary>Maps <c>/graphql</c> (GET, POST, GraphiQL for browsers) and <c>/graphql/schema.graphql</c>.</summary>
    public static IEndpointRouteBuilder MapPublicGraphQL(this IEndpointRouteBuilder routes)
    {
        // Every method, so that a wrong one is told in the shape of every other answer.
        routes.Map("/graphql", (HttpContext context, GraphQLEndpoint endpoint) => endpoint.HandleAsync(context)).AllowAnonymous();
        routes.MapGet("/graphql/schema.graphql", (HttpContext context, GraphQLEndpoint endpoint) => endpoint.Schema(context)).AllowAnonymous();
        return routes;
    }
}
