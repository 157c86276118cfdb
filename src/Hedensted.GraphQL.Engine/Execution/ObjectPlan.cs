using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>The fields to write for an object of one type, in order, fragments merged and conditions decided.</summary>
internal sealed class ObjectPlan(ObjectType type, PlanField[] fields, bool isReusable)
{
    public ObjectType Type { get; } = type;

    /// <summary>Whether the type allows finished objects to be used again and nothing below depends on a variable.</summary>
    public bool IsReusable { get; } = isReusable;

    /// <summary>The table that finished objects were last looked up in.</summary>
    public FragmentTable? Fragments { get; set; }

    public PlanField[] Fields { get; } = fields;
}

/// <summary>One field of an object plan.</summary>
internal sealed class PlanField(OperationPlan plan, FieldDefinition definition, IReadOnlyList<FieldNode> nodes) : FieldSelection
{
    // One plan for an object; for an interface or union one for each object type, by its index.
    private readonly bool _isAbstract = definition.Type.Named.IsAbstract;
    private readonly ObjectPlan?[] _children =
        new ObjectPlan?[definition.Type.Named.IsLeaf ? 0 : definition.Type.Named.IsAbstract ? plan.ObjectTypeCount : 1];

    public required ObjectType Parent { get; init; }

    public FieldDefinition Definition { get; } = definition;

    /// <summary>The finished <c>,"name":</c>, comma only when it is not the first field.</summary>
    public required byte[] Prefix { get; init; }

    public required FieldExecutor Executor { get; init; }

    /// <summary>The arguments when they do not depend on the request; else null.</summary>
    public required InputValues? ConstantArguments { get; init; }

    /// <summary>Where a request keeps its own arguments; -1 when they are constant.</summary>
    public required int ArgumentSlot { get; init; }

    /// <summary>The selections that were merged into this field.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; } = nodes;

    public bool IsNonNull => Executor.IsNonNull;

    /// <summary>The plan for what is under this field when the object has that type; compiled at first use.</summary>
    public ObjectPlan ChildFor(ObjectType type) => Volatile.Read(ref _children[_isAbstract ? type.Index : 0]) ?? CompileChild(type);

    public override bool Selects(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return true;
        }

        if (_children.Length == 0)
        {
            return false;
        }

        foreach (var type in Subtypes.PossibleTypes(Definition.Type.Named))
        {
            foreach (var field in ChildFor(type).Fields)
            {
                if (string.Equals(field.Definition.Name, path[0], StringComparison.Ordinal) && field.Selects(path[1..]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ObjectPlan CompileChild(ObjectType type)
    {
        var compiled = plan.Compile(type, [.. Nodes.Select(node => node.SelectionSet).OfType<SelectionSet>()]);
        return Interlocked.CompareExchange(ref _children[_isAbstract ? type.Index : 0], compiled, null) ?? compiled;
    }
}
