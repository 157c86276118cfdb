using System.ComponentModel.DataAnnotations;
using Hedensted.Content.Published;
using Hedensted.GraphQL.Caching;
using Hedensted.GraphQL.Caching.Shared;
using Hedensted.GraphQL.Http;
using Hedensted.GraphQL.Http.Budget;
using Hedensted.GraphQL.Http.Documents;
using Hedensted.GraphQL.Http.Streaming;
using Hedensted.GraphQL.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hedensted.GraphQL;

/// <summary>Adds the public GraphQL API to a host.</summary>
public static class HedenstedGraphQL
{
    /// <summary>Adds the schema, the engine and <see cref="PublicGraphQL"/>. Settings stand in the section <c>Hedensted:GraphQL</c>.</summary>
    public static IServiceCollection AddPublicGraphQL(this IServiceCollection services)
    {
        services.AddOptions<PublicGraphQLOptions>().BindConfiguration("Hedensted:GraphQL");
        services.AddOptions<TrustedDocumentOptions>().BindConfiguration(TrustedDocumentOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TrustedDocumentOptions>, TrustedFolderCheck>();
        services.AddOptions<PersistedQueryOptions>().BindConfiguration(PersistedQueryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ClientBudgetOptions>().BindConfiguration(ClientBudgetOptions.Section).ValidateDataAnnotations()
            .Validate(
                options => options.Keys.Values.All(key => Validator.TryValidateObject(key, new ValidationContext(key), null, validateAllProperties: true)),
                $"{ClientBudgetOptions.Section}:Keys: give each key its Sha256, 64 lower-case hexadecimal digits, and a UnitsPerSecond and Burst in range.")
            .ValidateOnStart();
        services.AddOptions<EventStreamOptions>().BindConfiguration(EventStreamOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IEditionProjection, AreaAges.Projection>()
            .AddSingleton(provider => new PublicGraphQL(
                provider.GetRequiredService<IOptions<PublicGraphQLOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<PublicGraphQL>>(),
                provider.GetService<SharedAnswers>()))
            .AddHostedService<WarmAnswers>()
            .AddSingleton<TrustedDocuments>()
            .AddSingleton<PersistedQueryStore>()
            .AddSingleton<DocumentLookup>()
            .AddSingleton<ClientBudgets>()
            .AddSingleton<OpenStreams>()
            .AddSingleton<LiveAnswers>()
            .AddSingleton<EditionChoice>()
            .AddSingleton<StreamEndpoint>()
            .AddSingleton<GraphQLEndpoint>()
            .AddSingleton<SchemaEndpoint>()
            .AddHostedService<TrustedDocumentWarmUp>();
    }

    /// <summary>Trusts one of the program's own documents from the start, so that clients may name it and that it is compiled when they do.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="id">What clients call it beside its hash: letters, digits, <c>-</c>, <c>.</c>, <c>_</c> and <c>~</c>.</param>
    /// <param name="document">The GraphQL document.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    public static IServiceCollection AddTrustedDocument(this IServiceCollection services, string id, string document) =>
        TrustedFolder.IsLegal(id, document)
            ? services.Configure<TrustedDocumentOptions>(options => options.Trust(id, document))
            : throw new ArgumentException($"'{id}' cannot name a document.", nameof(id));

    /// <summary>Maps <c>/graphql</c> (GET, POST, GraphiQL for browsers), <c>/graphql/{documentId}</c> and <c>/graphql/schema.graphql</c>.</summary>
    public static IEndpointRouteBuilder MapPublicGraphQL(this IEndpointRouteBuilder routes)
    {
        // The way that is asked most goes past sign-in, which the API has no use for; and a plain delegate needs no services of
        // its own for each request.
        GraphQLEndpoint? endpoint = null;
        routes.MapPost("/graphql", (RequestDelegate)Handle).AllowAnonymous().ShortCircuit();

        // Every other method, so that a wrong one is told in the shape of every other answer.
        routes.Map("/graphql", (RequestDelegate)Handle).AllowAnonymous();
        routes.Map("/graphql/{documentId}", (HttpContext context, string documentId, GraphQLEndpoint endpoint) => endpoint.HandleAsync(context, documentId)).AllowAnonymous();
        routes.MapGet("/graphql/schema.graphql", (HttpContext context, SchemaEndpoint endpoint) => endpoint.Handle(context)).AllowAnonymous();
        return routes;

        Task Handle(HttpContext context) => (endpoint ??= routes.ServiceProvider.GetRequiredService<GraphQLEndpoint>()).HandleAsync(context);
    }
}
