using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Hedensted.Cms.Swagger;

/// <summary>Takes the descriptions of members from their <see cref="DescriptionAttribute"/>, and lets no answer have a null in it: what is not there is left out.</summary>
internal sealed class DescribedMembers : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members })
        {
            return;
        }

        foreach (var property in context.Type.GetProperties())
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name;
            if (name is null || !members.TryGetValue(name, out var member))
            {
                continue;
            }

            member.Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description;
            if (member is OpenApiSchema { Type: { } type } own)
            {
                own.Type = type & ~JsonSchemaType.Null;
            }
        }
    }
}
