using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine;

/// <summary>What became of a request, for the caller's status code and cache.</summary>
public enum ResponseKind
{
    /// <summary>Executed without errors.</summary>
    Success,

    /// <summary>Executed; some fields are null because of errors.</summary>
    Partial,

    /// <summary>Executed, but an error reached the root: <c>data</c> is null.</summary>
    Failed,

    /// <summary>Never executed: syntax, validation, limits, variables. There is no <c>data</c>.</summary>
    Rejected,
}

/// <summary>A finished answer. Dispose it when the bytes are sent, so that the buffer can be used again.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly JsonOutput _output;

    internal GraphQLResponse(JsonOutput output, ResponseKind kind, string? firstErrorCode)
    {
        _output = output;
        Kind = kind;
        FirstErrorCode = firstErrorCode;
    }

    /// <summary>The JSON answer in UTF-8; valid until <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Body => _output.WrittenMemory;

    /// <summary>What became of the request.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The code of the first error, e.g. <c>MUTATION_NOT_ALLOWED</c> for a 405; null without errors.</summary>
    public string? FirstErrorCode { get; }

    /// <summary>The cost of the operation with its variables, see <see cref="Types.FieldCost"/>; 0 when it never came so far.</summary>
    public long Cost { get; init; }

    /// <summary>The name of the operation that ran; null when it has none or none ran.</summary>
    public string? OperationName { get; init; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => _output.Dispose();
}
