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
        services.AddOptions<PublicGraphQLOptions>().BindConfiguration("Hedensted:GraphQL");
        return services.AddSingleton<PublicGraphQL>().AddSingleton<GraphQLEndpoint>();
    }

    /// <summary>Maps <c>/graphql</c> (GET, POST, GraphiQL for browsers) and <c>/graphql/schema.graphql</c>.</summary>
    public static IEndpointRouteBuilder MapPublicGraphQL(this IEndpointRouteBuilder routes)
    {
        // The way that is asked most goes past sign-in and everything else that the API has no use for; and a plain delegate
        // needs no services of its own for each request.
        GraphQLEndpoint? endpoint = null;
        routes.MapPost("/graphql", (RequestDelegate)Handle).AllowAnonymous().ShortCircuit();

        // Every other method, so that a wrong one is told in the shape of every other answer.
        routes.Map("/graphql", (RequestDelegate)Handle).AllowAnonymous();
        routes.MapGet("/graphql/schema.graphql", (HttpContext context, GraphQLEndpoint endpoint) => endpoint.Schema(context)).AllowAnonymous();
        return routes;

        Task Handle(HttpContext context) => (endpoint ??= routes.ServiceProvider.GetRequiredService<GraphQLEndpoint>()).HandleAsync(context);
    }
}
