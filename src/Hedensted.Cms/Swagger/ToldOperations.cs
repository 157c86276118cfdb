using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Hedensted.GraphQL.Feeds;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Hedensted.Cms.Swagger;

/// <summary>Writes operations as their <see cref="ApiOperation"/> tells them.</summary>
internal sealed class ToldOperations : IOperationFilter
{
    /// <summary>The name of the way in which programs that write say who they are.</summary>
    public const string Basic = "basic";

    private static readonly (int Status, string When)[] Waits =
    [
        (429, "You have asked for more than is your share; `Retry-After` says when to come back."),
        (503, "The server has just started; `Retry-After` says when to come back."),
    ];

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var told = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Single();
        operation.OperationId = told.Id;
        operation.Summary = told.Summary;
        operation.Description = told.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(told.Group, context.Document) };
        operation.Parameters =
        [
            .. told.Path.Select(parameter => ParameterOf(parameter, ParameterLocation.Path)),
            .. told.Parameters.Select(parameter => ParameterOf(parameter, ParameterLocation.Query)),
        ];
        operation.Responses = new OpenApiResponses { ["200"] = told.Request is null ? Answer(told, context) : new OpenApiResponse { Description = told.Answer } };
        if (told.Request is null)
        {
            operation.Responses["304"] = new OpenApiResponse { Description = "Nothing has changed since the `ETag` or the time that was sent." };
        }
        else
        {
            operation.RequestBody = Body(told, told.Request, context);
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Basic, context.Document)] = [] }];
        }

        IEnumerable<(int Status, string When)> refusals =
        [
            .. told.Parameters.Count > 0 && told.Request is null ? [(400, "A parameter is not understood; `parameter` names it, `detail` says what to do.")] : Array.Empty<(int, string)>(),
            .. told.Refusals,
            .. told.Request is null ? Waits : [],
        ];
        foreach (var (status, when) in refusals)
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = Refusal(status, when, told, context);
        }
    }

    private static OpenApiParameter ParameterOf(ApiParameter told, ParameterLocation location)
    {
        var one = new OpenApiSchema
        {
            Type = told.Range is null ? JsonSchemaType.String : JsonSchemaType.Integer,
            Format = told.Format,
            Minimum = told.Range?.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = told.Range?.Most.ToString(CultureInfo.InvariantCulture),
            Enum = told.Choices.Count == 0 ? null : [.. told.Choices.Select(choice => (JsonNode)choice)],

            // Beside the schema, the page would fill every field with its example, and ask for all of them at once.
            Examples = [told.Range is null ? told.Example : int.Parse(told.Example, CultureInfo.InvariantCulture)],
        };
        return new OpenApiParameter
        {
            Name = told.Name,
            In = location,
            Required = location == ParameterLocation.Path,
            Description = told.Description,
            Schema = told.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MinItems = 1 } : one,

            // Several values with commas between them, as links are written.
            Style = told.IsList ? ParameterStyle.Form : null,
            Explode = !told.IsList,
        };
    }

    private static OpenApiRequestBody Body(ApiOperation told, Type request, OperationFilterContext context) => new()
    {
        Required = true,
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            [MediaTypeNames.Application.Json] = new OpenApiMediaType
            {
                Schema = context.SchemaGenerator.GenerateSchema(request, context.SchemaRepository),
                Example = JsonNode.Parse(told.RequestExample!),
            },
        },
    };

    private static OpenApiResponse Answer(ApiOperation told, OperationFilterContext context) => new()
    {
        Description = told.Answer,
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            [told.MediaType.Split(';')[0]] = new OpenApiMediaType
            {
                Schema = SchemaOf(told, context),
                Example = told.Body is not null || told.Rows.Count > 0 ? JsonNode.Parse(told.Example) : JsonValue.Create(told.Example),
            },
        },
        Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = Header("Tells the answer apart; the same bytes have the same tag on every server."),
            ["Last-Modified"] = Header("When the answer changed last; left out while that second lasts."),
            ["Cache-Control"] = Header("How long it may be shown without asking again: never past the next start, end or publication."),
            ["Hedensted-Position"] = Header("Which publication it was read from."),
        },
    };

    private static IOpenApiSchema SchemaOf(ApiOperation told, OperationFilterContext context)
    {
        if (told.Body is not null)
        {
            return context.SchemaGenerator.GenerateSchema(told.Body, context.SchemaRepository);
        }

        var rows = told.Rows.Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository)).ToList();
        return rows.Count == 0 ? new OpenApiSchema { Type = JsonSchemaType.String }
            : new OpenApiSchema { Type = JsonSchemaType.Array, Items = rows is [var only] ? only : new OpenApiSchema { OneOf = rows } };
    }

    private static OpenApiResponse Refusal(int status, string when, ApiOperation told, OperationFilterContext context) => new()
    {
        Description = when,
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType
            {
                Schema = context.SchemaGenerator.GenerateSchema(ApiOperation.Problem, context.SchemaRepository),
                Example = new JsonObject
                {
                    ["status"] = status,
                    ["title"] = ReasonPhrases.GetReasonPhrase(status),
                    ["detail"] = (HttpStatusCode)status == HttpStatusCode.BadRequest && told.Request is null ? $"{told.Parameters[^1].Name}: \"x\" is not understood." : when,
                },
            },
        },
    };

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
