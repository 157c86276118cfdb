using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Writes <c>errors</c>; see <see href="https://spec.graphql.org/September2025/#sec-Errors">Errors</see>.</summary>
internal static class ErrorWriter
{
    private const string SpecificationAddress = "https://spec.graphql.org/September2025/#";

    /// <summary>Writes <c>"errors":[…]</c>.</summary>
    public static void Write(JsonOutput output, IReadOnlyList<GraphQLError> errors)
    {
        output.WriteRaw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                output.WriteByte((byte)',');
            }

            Write(output, errors[i]);
        }

        output.WriteByte((byte)']');
    }

    private static void Write(JsonOutput output, GraphQLError error)
    {
        output.WriteRaw("{\"message\":"u8);
        output.WriteString(error.Message);
        if (error.Locations.Count > 0)
        {
            Locations(output, error.Locations);
        }

        if (error.Path is not null)
        {
            Path(output, error.Path);
        }

        output.WriteRaw(",\"extensions\":{\"code\":"u8);
        output.WriteString(error.Code);
        if (error.Specification is not null)
        {
            output.WriteRaw(",\"specifiedBy\":"u8);
            output.WriteString(SpecificationAddress + error.Specification);
        }

        if (error.Coordinate is not null)
        {
            output.WriteRaw(",\"coordinate\":"u8);
            output.WriteString(error.Coordinate);
        }

        output.WriteRaw("}}"u8);
    }

    private static void Locations(JsonOutput output, IReadOnlyList<SourceLocation> locations)
    {
        output.WriteRaw(",\"locations\":["u8);
        for (var i = 0; i < locations.Count; i++)
        {
            output.WriteRaw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
            output.WriteNumber(locations[i].Line);
            output.WriteRaw(",\"column\":"u8);
            output.WriteNumber(locations[i].Column);
            output.WriteByte((byte)'}');
        }

        output.WriteByte((byte)']');
    }

    private static void Path(JsonOutput output, IReadOnlyList<object> path)
    {
        output.WriteRaw(",\"path\":["u8);
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0)
            {
                output.WriteByte((byte)',');
            }

            if (path[i] is string name)
            {
                output.WriteString(name);
            }
            else
            {
                output.WriteNumber((int)path[i]);
            }
        }

        output.WriteByte((byte)']');
    }
}
