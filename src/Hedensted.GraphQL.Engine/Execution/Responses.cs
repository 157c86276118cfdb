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

    private static GraphQLResponse Of(IReadOnlyList<GraphQLError> errors, ResponseKind kind, ReadOnlySpan<byte> opening)
    {
        var output = new JsonOutput(1024);
        output.WriteRaw(opening);
        ErrorWriter.Write(output, errors);
        output.WriteByte((byte)'}');
        return new GraphQLResponse(output, kind, errors[0].Code);
    }
}
