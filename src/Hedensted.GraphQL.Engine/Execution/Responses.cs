using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Answers that carry only errors.</summary>
internal static class Responses
{
    /// <summary>The request was not executed: no <c>data</c>.</summary>
    public static GraphQLResponse Rejected(IReadOnlyList<GraphQLError> errors) => Of(errors, ResponseKind.Rejected, "{"u8);

    /// <summary>The request was executed and came to nothing: <c>data</c> is null.</summary>
    public static GraphQLResponse Failed(GraphQLError error) => Of([error], ResponseKind.Failed, "{\"data\":null,"u8);

    /// <summary>The operation was given up while it ran: <c>data</c> is null, and its cost is still its cost.</summary>
    public static GraphQLResponse GivenUp(GraphQLError error, PreparedOperation operation) =>
        Of([error], ResponseKind.Failed, "{\"data\":null,"u8, operation);

    /// <summary>The request would cost more than allowed.</summary>
    public static GraphQLResponse TooCostly(long cost, long limit, SourceLocation place)
    {
        var output = new JsonOutput(512);
        output.WriteByte((byte)'{');
        ErrorWriter.Write(output, [new GraphQLError(
            ErrorCodes.TooCostly, $"The operation may cost {cost}, more than {limit}; ask for smaller pages or fewer lists inside lists.", [place])]);
        WriteCost(output, cost, limit);
        output.WriteByte((byte)'}');
        return new GraphQLResponse(output, ResponseKind.Rejected, ErrorCodes.TooCostly) { Cost = cost };
    }

    /// <summary>Writes <c>,"extensions":{"cost":…}</c>.</summary>
    public static void WriteCost(JsonOutput output, long cost, long limit)
    {
        output.WriteRaw(",\"extensions\":{\"cost\":{\"requested\":"u8);
        output.WriteNumber(cost);
        output.WriteRaw(",\"limit\":"u8);
        output.WriteNumber(limit);
        output.WriteRaw("}}"u8);
    }

    private static GraphQLResponse Of(IReadOnlyList<GraphQLError> errors, ResponseKind kind, ReadOnlySpan<byte> opening, PreparedOperation operation = default)
    {
        var output = new JsonOutput(1024);
        output.WriteRaw(opening);
        ErrorWriter.Write(output, errors);
        output.WriteByte((byte)'}');
        return new GraphQLResponse(output, kind, errors[0].Code)
        {
            Cost = operation.Cost,
            OperationName = operation.Definition?.Name,
        };
    }
}
