using System.Text;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>What to run for an operation whose conditions are decided. Compiled object by object, as answers need them.</summary>
internal sealed class OperationPlan
{
    private const int RunsUntilFrequent = 3;
    private const int MaxExpectedBytes = 256 * 1_024;
    private readonly ExecutableSchema _schema;
    private readonly CompiledOperation _operation;
    private readonly IReadOnlySet<string> _trueConditions;
    private int _argumentSlots;
    private CostTree? _cost;
    private int _runs;
    private int _expectedBytes = 4_096;

    public OperationPlan(ExecutableSchema schema, CompiledOperation operation, IReadOnlySet<string> trueConditions)
    {
        _schema = schema;
        _operation = operation;
        _trueConditions = trueConditions;
        Root = Compile(schema.RootOf(operation.Definition.Kind), [operation.Definition.SelectionSet]);
    }

    public ObjectPlan Root { get; }

    public CompiledDocument Document => _operation.Document;

    /// <summary>How many fields need their arguments coerced for each request; grows as objects are compiled.</summary>
    public int ArgumentSlots => Volatile.Read(ref _argumentSlots);

    /// <summary>How large the answer was lately, so that the next begins with a buffer it fits into.</summary>
    public int ExpectedBytes => Volatile.Read(ref _expectedBytes);

    /// <summary>Whether the plan has run so often that what it makes is worth keeping: a document that comes once or twice is not.</summary>
    public bool IsFrequent => Volatile.Read(ref _runs) > RunsUntilFrequent;

    public int ObjectTypeCount => _schema.ObjectTypeCount;

    public NamedType TypeNamed(string name) => _schema.Schema.FindType(name)!;

    public FieldDefinition? FieldOf(NamedType parent, string name) => _schema.Schema.FindField(parent, name);

    /// <summary>The formula of the plan's cost, built at first use.</summary>
    public CostTree CostTreeFor(int assumedListSize) =>
        _cost ??= new CostTree(this, Root.Type, _operation.Definition.SelectionSet, assumedListSize);

    /// <summary>Merges the selection sets for one object type: <see href="https://spec.graphql.org/September2025/#sec-Field-Collection">CollectFields</see>.</summary>
    public ObjectPlan Compile(ObjectType type, IReadOnlyList<SelectionSet> sets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            Collect(type, set, groups, visited);
        }

        var fields = new PlanField[groups.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = CompileField(type, groups.GetAt(i).Value, isFirst: i == 0);
        }

        return new ObjectPlan(type, fields, type.IsReusable && !sets.Any(DependsOnVariables));
    }

    /// <summary>Tells how large an answer became.</summary>
    public void Ran(int bytes)
    {
        _runs = IsFrequent ? _runs : _runs + 1;
        _expectedBytes = Math.Min(Math.Max(bytes + 64, _expectedBytes - (_expectedBytes / 16)), MaxExpectedBytes);
    }

    // Conditions are decided by the plan; what is left are variables in arguments.
    private bool DependsOnVariables(SelectionSet set)
    {
        foreach (var selection in set.Selections)
        {
            var inner = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragment inline => inline.SelectionSet,
                FragmentSpread spread => Document.Fragment(spread.Name).SelectionSet,
                _ => null,
            };
            if ((selection is FieldNode { Arguments: var arguments } && arguments.Any(argument => ContainsVariable(argument.Value)))
                || (inner is not null && DependsOnVariables(inner)))
            {
                return true;
            }
        }

        return false;
    }

    private void Collect(ObjectType type, SelectionSet set, OrderedDictionary<string, List<FieldNode>> groups, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var group))
                    {
                        groups.Add(field.ResponseName, group = []);
                    }

                    group.Add(field);
                    break;
                case InlineFragment inline when inline.TypeCondition is null || Applies(type, inline.TypeCondition.Name):
                    Collect(type, inline.SelectionSet, groups, visited);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name):
                    var fragment = Document.Fragment(spread.Name);
                    if (Applies(type, fragment.TypeCondition.Name))
                    {
                        Collect(type, fragment.SelectionSet, groups, visited);
                    }

                    break;
            }
        }
    }

    private bool Applies(ObjectType type, string condition) => Subtypes.IsSubtype(type, _schema.Schema.FindType(condition)!);

    public bool IsIncluded(Selection selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name is "skip" or "include")
            {
                var isTrue = directive.FindArgument("if") switch
                {
                    BooleanNode literal => literal.Value,
                    VariableNode variable => _trueConditions.Contains(variable.Name),
                    _ => false,
                };
                if (isTrue == (directive.Name == "skip"))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private PlanField CompileField(ObjectType parent, List<FieldNode> nodes, bool isFirst)
    {
        var node = nodes[0];
        var definition = _schema.Schema.FindField(parent, node.Name)!;
        var prefix = (isFirst ? "\"" : ",\"") + node.ResponseName + "\":";
        var isTypeName = ReferenceEquals(definition, _schema.Schema.MetaFields.TypeName);
        var arguments = Constant(definition, node);
        return new PlanField(this, definition, nodes)
        {
            ResponseName = node.ResponseName,
            Parent = parent,
            Prefix = Encoding.UTF8.GetBytes(isTypeName ? $"{prefix}\"{parent.Name}\"" : prefix),
            Executor = _schema.ExecutorOf(definition),
            ConstantArguments = arguments,
            ArgumentSlot = arguments is null ? Interlocked.Increment(ref _argumentSlots) - 1 : -1,
        };
    }

    // Arguments without variables are the same for every request, so they are coerced here, once.
    private static InputValues? Constant(FieldDefinition definition, FieldNode node)
    {
        if (definition.Arguments.Count == 0)
        {
            return InputValues.Empty;
        }

        if (node.Arguments.Any(argument => ContainsVariable(argument.Value)))
        {
            return null;
        }

        try
        {
            return ArgumentCoercion.TryCoerce(definition, node, VariableValues.None, out var values, out _, out _) ? values : null;
        }
        catch (GraphQLException)
        {
            // A binder refuses them: coerced again when the field runs, the error gets its path.
            return null;
        }
    }

    private static bool ContainsVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListNode list => list.Items.Any(ContainsVariable),
        ObjectNode fields => fields.Fields.Any(field => ContainsVariable(field.Value)),
        _ => false,
    };
}
