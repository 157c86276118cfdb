using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>A document that has been parsed and validated once: its operations, or the errors to answer with.</summary>
internal sealed class CompiledDocument
{
    private const int BytesPerToken = 400;
    private const int FixedBytes = 1_024;
    private readonly byte[] _source;
    private readonly Dictionary<string, FragmentDefinition> _fragments = new(StringComparer.Ordinal);

    private CompiledDocument(byte[] source, IReadOnlyList<GraphQLError> errors, Document? document)
    {
        _source = source;
        Errors = errors;
        EstimatedBytes = FixedBytes + source.Length + ((document?.TokenCount ?? 0) * BytesPerToken);
        Operations = [];
        if (document is null)
        {
            return;
        }

        foreach (var fragment in document.Fragments)
        {
            _fragments[fragment.Name] = fragment;
        }

        Operations = [.. document.Operations.Select(operation => new CompiledOperation(this, operation))];
    }

    /// <summary>Why the document cannot be executed; empty when it can.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    public IReadOnlyList<CompiledOperation> Operations { get; }

    /// <summary>Roughly what keeping the document costs, plans included.</summary>
    public long EstimatedBytes { get; }

    public static CompiledDocument Valid(byte[] source, Document document) => new(source, [], document);

    public static CompiledDocument Invalid(byte[] source, IReadOnlyList<GraphQLError> errors) => new(source, errors, document: null);

    /// <summary>The operation with that name, or the only one when no name is given; null when there is none or a choice.</summary>
    public CompiledOperation? Find(string? name)
    {
        if (name is null)
        {
            return Operations.Count == 1 ? Operations[0] : null;
        }

        foreach (var operation in Operations)
        {
            if (operation.Definition.Name == name)
            {
                return operation;
            }
        }

        return null;
    }

    public FragmentDefinition Fragment(string name) => _fragments[name];

    public SourceLocation LocationOf(Node node) => SourceLocation.Of(_source, node.Start);
}
