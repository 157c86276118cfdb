using System.Buffers;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine;

/// <summary>Answers GraphQL requests over one schema. Safe to use from any number of threads; keep it as long as its schema.</summary>
/// <param name="schema">The schema.</param>
/// <param name="options">Limits and switches; the defaults suit a public API.</param>
public sealed class GraphQLEngine(Schema schema, EngineOptions? options = null)
{
    /// <summary>The schema.</summary>
    public Schema Schema { get; } = schema;

    /// <summary>Limits and switches.</summary>
    public EngineOptions Options { get; } = options ?? new EngineOptions();

    /// <summary>Answers a request. What a client can cause is an error in the answer, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public GraphQLResponse Execute(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var output = new JsonOutput(Options.MaxTokens);
        output.WriteRaw("{}"u8);
        return new GraphQLResponse(output, ResponseKind.Success, null);
    }

    /// <summary>Answers a request into a writer.</summary>
    /// <returns>What became of the request.</returns>
    /// <inheritdoc cref="Execute(GraphQLRequest, CancellationToken)"/>
    public ResponseKind Execute(GraphQLRequest request, IBufferWriter<byte> writer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var response = Execute(request, cancellationToken);
        writer.Write(response.Body.Span);
        return response.Kind;
    }
}
