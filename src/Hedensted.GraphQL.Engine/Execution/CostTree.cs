using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>The cost of a plan as a formula of its variables: built once, evaluated for each request.</summary>
/// <remarks>
/// Fields that merge are counted once. What stands under conditions on different object types is never there together,
/// so only the dearest counts.
/// </remarks>
internal sealed class CostTree
{
    private readonly Level _root;
    private readonly int _assumedSize;
    private readonly long? _constant;

    /// <param name="plan">The plan, whose conditions are decided.</param>
    /// <param name="root">The root type.</param>
    /// <param name="set">The selections of the operation.</param>
    /// <param name="assumedSize">The size of lists that nothing tells about.</param>
    public CostTree(OperationPlan plan, ObjectType root, SelectionSet set, int assumedSize)
    {
        _assumedSize = assumedSize;
        var builder = new CostTreeBuilder(plan);
        _root = builder.Build([set], root);
        if (!builder.DependsOnVariables)
        {
            _constant = Of(_root, VariableValues.None, null, 1);
        }
    }

    public long Evaluate(VariableValues variables) => _constant ?? Of(_root, variables, null, 1);

    private long Of(Level level, VariableValues variables, FieldCost? parent, long parentSize)
    {
        var dearest = 0L;
        foreach (var nodes in level.ByType)
        {
            dearest = Math.Max(dearest, Of(nodes, variables, parent, parentSize));
        }

        return Add(Of(level.Common, variables, parent, parentSize), dearest);
    }

    private long Of(Node[] nodes, VariableValues variables, FieldCost? parent, long parentSize)
    {
        var sum = 0L;
        foreach (var node in nodes)
        {
            var cost = node.Definition.Cost;
            var size = Size(node, cost, variables);
            var items = !node.IsList ? 1 : parent is not null && parent.SizedFields.Contains(node.Definition.Name) ? parentSize : size;
            var inner = node.Inner is null ? 0 : Of(node.Inner, variables, cost, size);
            sum = Add(sum, Multiply(items, Add(cost?.Weight ?? (node.Definition.Type.Named.IsLeaf ? 0 : 1), inner)));
        }

        return sum;
    }

    private long Size(Node node, FieldCost? cost, VariableValues variables)
    {
        var largest = -1L;
        foreach (var name in cost?.SizeArguments ?? [])
        {
            largest = Math.Max(largest, Given(node, name, variables) ?? -1);
        }

        return largest >= 0 ? largest : cost?.AssumedSize ?? _assumedSize;
    }

    private static long? Given(Node node, string name, VariableValues variables)
    {
        foreach (var argument in node.Field.Arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value switch
                {
                    IntNode number => long.TryParse(number.Text, out var size) ? size : long.MaxValue,
                    VariableNode variable when !ReferenceEquals(variables[variable.Name], InputValues.Absent) => variables[variable.Name] as int?,
                    VariableNode => node.Definition.FindArgument(name)?.DefaultValue as int?,
                    _ => null,
                };
            }
        }

        return node.Definition.FindArgument(name)?.DefaultValue as int?;
    }

    private static long Add(long first, long second) => first > long.MaxValue - second ? long.MaxValue : first + second;

    private static long Multiply(long first, long second) => second != 0 && first > long.MaxValue / second ? long.MaxValue : first * second;

    /// <summary>The fields of one object: those any type has, and those of each object type.</summary>
    internal sealed record Level(Node[] Common, Node[][] ByType);

    /// <summary>A field, merged.</summary>
    internal sealed record Node(FieldDefinition Definition, FieldNode Field, bool IsList, Level? Inner);
}
