using Hedensted.Content.Published;
using Microsoft.AspNetCore.Http;

namespace Hedensted.GraphQL.Http;

/// <summary><c>/graphql/schema.graphql</c>: the schema for tools; 304 to whoever has it already.</summary>
internal sealed class SchemaEndpoint(PublicGraphQL api, EditionSource editions)
{
    public IResult Handle(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag";
        headers.XContentTypeOptions = "nosniff";
        if (!editions.IsReady)
        {
            headers.RetryAfter = "1";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var schema = SchemaFile.Of(api.EngineOf(editions.Current.Schema));
        headers.CacheControl = "public, max-age=60";
        return Results.Bytes(schema.Content, "application/graphql; charset=utf-8", entityTag: schema.ETag);
    }
}
