using Hedensted.GraphQL.Feeds;
using Microsoft.OpenApi;

namespace Hedensted.Cms.Swagger;

/// <summary>Tells developers of feeds and REST addresses: OpenAPI at <c>/swagger/v1/swagger.json</c>, a page to try it on at <c>/swagger</c>.</summary>
internal static class SwaggerRoom
{
    private const string Document = "v1";
    private const string Path = "/swagger";

    /// <summary>Adds the document's generator. Only what carries an <see cref="ApiOperation"/> is in it: the backoffice's own API is Umbraco's.</summary>
    public static IServiceCollection AddSwagger(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Hedensted Bibliotekerne",
                Version = Document,
                Description =
                    "What happens at the libraries of Hedensted, for calendars, feed readers, search engines and partners. Everybody may read, from any origin, without a key; a ticket system writes with an id and a secret of its own.\n\n" +
                    "Every answer has an `ETag`; send it back in `If-None-Match` and get 304 while nothing has changed. `Cache-Control` never reaches past the moment at which the answer changes next. " +
                    "What is wrong with a request is told as `application/problem+json` (RFC 9457).\n\nWhat is asked more freely, and in one go, is asked with [GraphQL](/graphql).",
                License = new OpenApiLicense { Name = "CC BY 4.0 (texts; not pictures)", Url = new Uri("https://creativecommons.org/licenses/by/4.0/") },
            });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.DocInclusionPredicate((_, api) => api.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().SingleOrDefault() is { } told && (told.Request is not null || api.HttpMethod == HttpMethods.Get));
            options.AddSecurityDefinition(ToldOperations.Basic, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "basic",
                Description = "The id and secret of an API user, which an administrator makes in the backoffice.",
            });
            options.OperationFilter<ToldOperations>();
            options.SchemaFilter<DescribedMembers>();
        });

    /// <summary>Serves the page. It runs its own scripts and no others, and asks nobody else.</summary>
    public static WebApplication UseSwaggerPage(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal), swagger => swagger.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.CacheControl = "no-cache";
            headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return next(context);
        }));
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Data fra Hedensted Bibliotekerne";
            options.SwaggerEndpoint($"{Path}/{Document}/swagger.json", "Hedensted Bibliotekerne");
            options.EnableTryItOutByDefault();
        });
        return app;
    }

    /// <summary>Maps the document.</summary>
    public static void MapSwaggerDocument(this IEndpointRouteBuilder routes) =>
        routes.MapSwagger(setupAction: options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1).AllowAnonymous();
}
