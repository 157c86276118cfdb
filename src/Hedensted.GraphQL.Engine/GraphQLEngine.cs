using System.Buffers;
using Hedensted.GraphQL.Engine.Execution;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Validation;

namespace Hedensted.GraphQL.Engine;

/// <summary>Answers GraphQL requests over one schema. Safe to use from any number of threads; keep it as long as its schema.</summary>
/// <remarks>
/// A document is parsed, validated and compiled once and then found by its bytes. Running it is one synchronous pass that
/// writes UTF-8 into a pooled buffer. See <c>docs/design/graphql-engine.md</c> for a schema in thirty lines.
/// </remarks>
public sealed class GraphQLEngine
{
    private readonly ExecutableSchema _schema;
    private readonly DocumentCache _documents;

    /// <param name="schema">The schema.</param>
    /// <param name="options">Limits and switches; the defaults suit a public API.</param>
    /// <exception cref="SchemaException">A resolver answers with something its field's type cannot express.</exception>
    public GraphQLEngine(Schema schema, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Options = options ?? new EngineOptions();
        _schema = new ExecutableSchema(schema);
        _documents = new DocumentCache(Options.DocumentCacheBytes);
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>Limits and switches.</summary>
    public EngineOptions Options { get; }

    /// <summary>Estimated size of the compiled documents that are kept, in bytes.</summary>
    public long CachedBytes => _documents.Bytes;

    /// <summary>Answers a request. What a client can cause is an error in the answer, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public GraphQLResponse Execute(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var document = Prepare(request.Document.Span);
        return document.Errors.Count > 0
            ? Responses.Rejected(document.Errors)
            : RequestExecutor.Execute(_schema, Options, document, request, cancellationToken);
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

    /// <summary>Answers a request with a stream: one answer for each event of a subscription, one in all for any other operation.</summary>
    /// <remarks>A request that is refused gives one answer that says so. Each answer is disposed by whoever reads it. See <see cref="ObjectType{T}.Stream"/>.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The client has left.</param>
    public IAsyncEnumerable<GraphQLResponse> SubscribeAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var document = Prepare(request.Document.Span);
        if (document.Errors.Count > 0)
        {
            return Once(Responses.Rejected(document.Errors));
        }

        if (!RequestExecutor.TryPrepare(_schema, Options, document, request, out var prepared, out var refusal))
        {
            return Once(refusal);
        }

        return prepared.Definition.Kind == OperationKind.Subscription
            ? SubscriptionExecutor.RunAsync(Options, prepared, request, cancellationToken)
            : Once(RequestExecutor.Run(Options, prepared, request, request.State, request.State, cancellationToken));
    }

    private static async IAsyncEnumerable<GraphQLResponse> Once(GraphQLResponse response)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return response;
    }

    /// <summary>Compiles a document ahead of its first request.</summary>
    /// <returns>Whether the document is valid for this schema.</returns>
    public bool Warm(ReadOnlySpan<byte> document) => Prepare(document).Errors.Count == 0;

    private CompiledDocument Prepare(ReadOnlySpan<byte> source)
    {
        if (_documents.TryGet(source, out var known))
        {
            return known;
        }

        if (source.Length > Options.MaxDocumentBytes)
        {
            return CompiledDocument.Invalid([], [new GraphQLError(
                ErrorCodes.DocumentTooLarge, $"The document is larger than {Options.MaxDocumentBytes} bytes; split it into smaller requests.", [])]);
        }

        var copy = source.ToArray();
        var compiled = Compile(copy);
        _documents.Add(copy, compiled);
        return compiled;
    }

    private CompiledDocument Compile(byte[] source)
    {
        try
        {
            var document = Parser.Parse(source, Options.MaxTokens, Options.MaxParserDepth);
            var errors = DocumentValidator.Validate(Schema, document, source, Options);
            return errors.Count == 0 ? CompiledDocument.Valid(source, document) : CompiledDocument.Invalid(source, errors);
        }
        catch (SyntaxException error)
        {
            return CompiledDocument.Invalid(source, [new GraphQLError(
                error.Code, error.Message, [SourceLocation.Of(source, error.Offset)], Path: null, "sec-Language")]);
        }
    }
}
