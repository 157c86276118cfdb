using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Fragments do not spread themselves, directly or through others.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles">Fragment spreads must not form cycles</see>.</remarks>
internal sealed class NoFragmentCyclesRule() : ValidationRule("NO_FRAGMENT_CYCLES", "sec-Fragment-Spreads-Must-Not-Form-Cycles")
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<(string Fragment, FragmentSpread Spread)> _path = [];

    public override void LeaveDocument(ValidationContext context, Document document)
    {
        foreach (var fragment in document.Fragments)
        {
            Visit(context, fragment);
        }
    }

    // The stack is our own: a chain of a thousand fragments must not use the thread's.
    private void Visit(ValidationContext context, FragmentDefinition start)
    {
        if (!_visited.Add(start.Name))
        {
            return;
        }

        var open = new Stack<(FragmentDefinition Fragment, int Next)>();
        open.Push((start, 0));
        while (open.TryPop(out var step))
        {
            var spreads = context.SpreadsIn(step.Fragment);
            _path.RemoveRange(open.Count, _path.Count - open.Count);
            if (step.Next >= spreads.Count)
            {
                continue;
            }

            open.Push((step.Fragment, step.Next + 1));
            var spread = spreads[step.Next];
            _path.Add((step.Fragment.Name, spread));
            var cycle = _path.FindIndex(visited => visited.Fragment == spread.Name);
            if (cycle >= 0)
            {
                Report(context, spread.Name, cycle);
            }
            else if (context.FindFragment(spread.Name) is { } target && _visited.Add(target.Name))
            {
                open.Push((target, 0));
            }
        }

        _path.Clear();
    }

    private void Report(ValidationContext context, string name, int start)
    {
        context.HasCycles = true;
        var cycle = _path[start..];
        var via = cycle.Count == 1 ? "" : $" via {string.Join(", ", cycle.Skip(1).Select(step => $"'{step.Fragment}'"))}";
        context.Report(this, $"Fragment '{name}' spreads itself{via}; remove one of the spreads.", [.. cycle.Select(step => (Node)step.Spread)]);
    }
}
