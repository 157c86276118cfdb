using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Builds the cost formula of a plan from its selections, fragments merged.</summary>
/// <remarks>It follows the text, not the possible types, so its work is bounded by the limits on fields and fragments.</remarks>
internal sealed class CostTreeBuilder(OperationPlan plan)
{
    private sealed record Use(FieldNode Field, NamedType Parent);

    /// <summary>Whether a size comes from a variable.</summary>
    public bool DependsOnVariables { get; private set; }

    public CostTree.Level Build(IEnumerable<SelectionSet> sets, NamedType parent)
    {
        var uses = new List<Use>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            Collect(set, parent, uses, visited);
        }

        var isOneType = parent is ObjectType;
        return new CostTree.Level(
            Merge(uses.Where(use => isOneType || use.Parent is not ObjectType)),
            isOneType ? [] : [.. uses.Where(use => use.Parent is ObjectType).GroupBy(use => use.Parent).Select(Merge)]);
    }

    private void Collect(SelectionSet set, NamedType parent, List<Use> uses, HashSet<string> visited)
    {
        foreach (var selection in set.Selections.Where(plan.IsIncluded))
        {
            switch (selection)
            {
                case FieldNode field:
                    uses.Add(new Use(field, parent));
                    break;
                case InlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is null ? parent : plan.TypeNamed(inline.TypeCondition.Name), uses, visited);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name):
                    var fragment = plan.Document.Fragment(spread.Name);
                    Collect(fragment.SelectionSet, plan.TypeNamed(fragment.TypeCondition.Name), uses, visited);
                    break;
            }
        }
    }

    private CostTree.Node[] Merge(IEnumerable<Use> uses) =>
        [.. uses.GroupBy(use => use.Field.ResponseName, StringComparer.Ordinal).Select(group => Merge([.. group])).OfType<CostTree.Node>()];

    private CostTree.Node? Merge(List<Use> uses)
    {
        var first = uses[0];
        if (plan.FieldOf(first.Parent, first.Field.Name) is not { } definition)
        {
            return null;
        }

        // Introspection is answered from the schema, which is there already.
        var type = definition.Type.Named;
        var inner = type.IsLeaf || Schema.IsIntrospection(type)
            ? null
            : Build(uses.Select(use => use.Field.SelectionSet).OfType<SelectionSet>(), type);
        DependsOnVariables |= definition.Cost is { } cost
            && first.Field.Arguments.Any(argument => argument.Value is VariableNode && cost.SizeArguments.Contains(argument.Name));
        return new CostTree.Node(definition, first.Field, definition.Type.Nullable is ListType && !Schema.IsIntrospection(type), inner);
    }
}
