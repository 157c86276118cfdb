using System.Collections.Concurrent;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>An operation and its plans: one for each combination of the variables that <c>@skip</c> and <c>@include</c> ask.</summary>
/// <remarks>
/// A plan without conditions runs fastest and keeps the order of fields exact. Combinations are few in practice; beyond
/// <see cref="MaxKeptPlans"/> they are compiled for the request and forgotten, so no client can fill memory with them.
/// </remarks>
internal sealed class CompiledOperation
{
    private const int MaxKeptPlans = 8;
    private const int MaxKeyedConditions = 64;
    private readonly string[] _conditions;
    private readonly ConcurrentDictionary<ulong, OperationPlan> _plans = new();
    private OperationPlan? _only;

    public CompiledOperation(CompiledDocument document, OperationDefinition definition)
    {
        Document = document;
        Definition = definition;
        var found = new HashSet<string>(StringComparer.Ordinal);
        FindConditions(definition.SelectionSet, found, new HashSet<string>(StringComparer.Ordinal));
        _conditions = [.. found];
    }

    public CompiledDocument Document { get; }

    public OperationDefinition Definition { get; }

    /// <summary>The plan for these variables.</summary>
    /// <returns>Null when a condition is null; <paramref name="nullCondition"/> names the variable.</returns>
    public OperationPlan? PlanFor(ExecutableSchema schema, VariableValues variables, out string? nullCondition)
    {
        var key = 0UL;
        nullCondition = null;
        if (_conditions.Length == 0)
        {
            return _only ??= new OperationPlan(schema, this, new HashSet<string>());
        }

        for (var i = 0; i < _conditions.Length; i++)
        {
            if (variables[_conditions[i]] is not bool isTrue)
            {
                nullCondition = _conditions[i];
                return null;
            }

            key |= isTrue ? 1UL << (i % MaxKeyedConditions) : 0;
        }

        if (_conditions.Length <= MaxKeyedConditions && _plans.TryGetValue(key, out var known))
        {
            return known;
        }

        var included = _conditions.Where(condition => variables[condition] is true).ToHashSet(StringComparer.Ordinal);
        var plan = new OperationPlan(schema, this, included);
        if (_conditions.Length <= MaxKeyedConditions && _plans.Count < MaxKeptPlans)
        {
            plan = _plans.GetOrAdd(key, plan);
        }

        return plan;
    }

    private void FindConditions(SelectionSet set, HashSet<string> found, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name is "skip" or "include" && directive.FindArgument("if") is VariableNode variable)
                {
                    found.Add(variable.Name);
                }
            }

            var inner = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragment inline => inline.SelectionSet,
                FragmentSpread spread when visited.Add(spread.Name) => Document.Fragment(spread.Name).SelectionSet,
                _ => null,
            };
            if (inner is not null)
            {
                FindConditions(inner, found, visited);
            }
        }
    }
}
