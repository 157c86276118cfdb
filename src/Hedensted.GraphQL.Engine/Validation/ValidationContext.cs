using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation;

/// <summary>A variable where it is used, with what is expected there.</summary>
/// <param name="Node">The use.</param>
/// <param name="Type">The expected type; null inside a custom scalar or something unknown.</param>
/// <param name="HasDefault">Whether the argument or input field has a default.</param>
/// <param name="OneOf">The oneOf input object it is a field of, or null.</param>
internal sealed record VariableUsage(VariableNode Node, SchemaType? Type, bool HasDefault, InputObjectType? OneOf);

/// <summary>What the rules share while one document is checked.</summary>
internal sealed class ValidationContext
{
    private readonly byte[] _source;
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<Definition, List<VariableUsage>> _usages = [];
    private readonly Dictionary<Definition, List<FragmentSpread>> _spreads = [];
    private readonly Dictionary<Definition, IReadOnlyList<FragmentDefinition>> _reachable = [];
    private IReadOnlyList<FragmentDefinition>? _ordered;
    private readonly Dictionary<string, FragmentDefinition> _fragments = new(StringComparer.Ordinal);

    public ValidationContext(Schema schema, Document document, byte[] source, EngineOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        _source = source;
        foreach (var fragment in document.Fragments)
        {
            _fragments[fragment.Name] = fragment; // of two with one name, which is an error, the last counts
        }
    }

    public Schema Schema { get; }

    public Document Document { get; }

    public EngineOptions Options { get; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Whether enough errors have been found to stop.</summary>
    public bool IsFull => _errors.Count >= Options.MaxValidationErrors;

    /// <summary>The composite type around the current selection; null when unknown.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The schema's field for the current selection; null when unknown.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The field or directive whose arguments are looked at; null when unknown.</summary>
    public ArgumentOwner? Owner { get; set; }

    /// <summary>The argument whose value is looked at; null when unknown.</summary>
    public InputValue? Argument { get; set; }

    // What an error that is found here is about, as far as the schema knows it.
    private string? Coordinate => (Owner, Argument, Field, ParentType) switch
    {
        (not null, not null, _, _) => $"{Owner.Coordinate}({Argument.Name}:)",
        (not null, _, _, _) => Owner.Coordinate,
        (_, _, not null, not null) => $"{ParentType.Name}.{Field.Name}",
        _ => ParentType?.Name,
    };

    /// <summary>Whether fragments spread each other in a circle, so that following them would never end.</summary>
    public bool HasCycles { get; set; }

    /// <summary>Whether an operation is larger than the limits when its fragments are spread, so that following them would take too long.</summary>
    public bool IsTooLarge { get; set; }

    /// <summary>Whether rules may follow fragments from inside other fragments.</summary>
    public bool CanFollowFragments => !HasCycles && !IsTooLarge;

    public FragmentDefinition? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    public List<VariableUsage> UsagesIn(Definition definition) => ListOf(_usages, definition);

    public List<FragmentSpread> SpreadsIn(Definition definition) => ListOf(_spreads, definition);

    /// <summary>The fragments a definition spreads, directly or through others; only known when the whole document has been walked.</summary>
    public IReadOnlyList<FragmentDefinition> ReachableFrom(Definition definition)
    {
        if (_reachable.TryGetValue(definition, out var known))
        {
            return known;
        }

        var found = new List<FragmentDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<Definition>([definition]);
        while (open.TryDequeue(out var current))
        {
            foreach (var spread in SpreadsIn(current))
            {
                if (seen.Add(spread.Name) && FindFragment(spread.Name) is { } fragment)
                {
                    found.Add(fragment);
                    open.Enqueue(fragment);
                }
            }
        }

        return _reachable[definition] = found;
    }

    /// <summary>Every fragment after those it spreads; only of use without cycles, when the whole document has been walked.</summary>
    /// <remarks>Rules that add up what is inside fragments follow this order, so that a long chain of fragments never becomes a deep stack.</remarks>
    public IReadOnlyList<FragmentDefinition> FragmentsInnermostFirst()
    {
        if (_ordered is not null)
        {
            return _ordered;
        }

        var ordered = new List<FragmentDefinition>(_fragments.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(FragmentDefinition Fragment, int Next)>();
        foreach (var fragment in _fragments.Values.Where(fragment => seen.Add(fragment.Name)))
        {
            open.Push((fragment, 0));
            while (open.TryPop(out var step))
            {
                var spreads = SpreadsIn(step.Fragment);
                if (step.Next == spreads.Count)
                {
                    ordered.Add(step.Fragment);
                    continue;
                }

                open.Push((step.Fragment, step.Next + 1));
                if (FindFragment(spreads[step.Next].Name) is { } inner && seen.Add(inner.Name))
                {
                    open.Push((inner, 0));
                }
            }
        }

        return _ordered = ordered;
    }

    /// <summary>The uses of variables in an operation and every fragment it reaches.</summary>
    public IEnumerable<VariableUsage> UsagesReachableFrom(OperationDefinition operation) =>
        UsagesIn(operation).Concat(ReachableFrom(operation).SelectMany(UsagesIn));

    public ObjectType? RootOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => Schema.Query,
        OperationKind.Mutation => Schema.Mutation,
        _ => Schema.Subscription,
    };

    /// <summary>The schema's type for a type as written; null when unknown.</summary>
    public SchemaType? TypeOf(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => TypeOf(nonNull.Inner)?.NonNull(),
        ListTypeNode list => TypeOf(list.Item)?.List(),
        _ => Schema.FindType(((NamedTypeNode)node).Name),
    };

    public void Report(ValidationRule rule, string message, params ReadOnlySpan<Node> nodes) =>
        Report(rule, rule.Code, message, nodes);

    public void Report(ValidationRule rule, string code, string message, params ReadOnlySpan<Node> nodes)
    {
        if (IsFull)
        {
            return;
        }

        var locations = new List<SourceLocation>();
        foreach (var node in nodes)
        {
            locations.Add(SourceLocation.Of(_source, node.Start));
        }

        _errors.Add(new GraphQLError(code, message, locations, Path: null, rule.Section, Coordinate));
    }

    /// <summary>" Did you mean …?" when the caller's options allow it; else nothing.</summary>
    public string Suggest(string name, IEnumerable<string> known) => Options.Suggestions ? Suggestion.For(name, known) : "";

    private static List<T> ListOf<T>(Dictionary<Definition, List<T>> lists, Definition definition)
    {
        if (!lists.TryGetValue(definition, out var list))
        {
            lists[definition] = list = [];
        }

        return list;
    }
}
