using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Introspection does not follow fields of fields of types for ever; one answer could otherwise be made huge.</summary>
/// <remarks>The same limit as the reference implementation: lists of <c>fields</c>, <c>interfaces</c>, <c>possibleTypes</c> and <c>inputFields</c> nest less than three deep.</remarks>
internal sealed class MaxIntrospectionDepthRule() : ValidationRule(ErrorCodes.IntrospectionTooDeep, null)
{
    private const int MaxNestedLists = 3;
    private readonly List<FieldNode> _entries = [];
    private readonly Dictionary<string, int> _fragments = new(StringComparer.Ordinal);

    public override void EnterField(ValidationContext context, FieldNode field)
    {
        if (field.Name is "__schema" or "__type")
        {
            _entries.Add(field);
        }
    }

    public override void LeaveDocument(ValidationContext context, Document document)
    {
        if (_entries.Count == 0 || context.HasCycles)
        {
            return;
        }

        foreach (var fragment in context.FragmentsInnermostFirst())
        {
            _fragments[fragment.Name] = Lists(fragment.SelectionSet);
        }

        foreach (var entry in _entries.Where(entry => Lists(entry.SelectionSet) >= MaxNestedLists))
        {
            context.Report(this, "Introspection is nested too deep; ask for the fields of one type at a time with '__type'.", entry);
        }
    }

    private int Lists(SelectionSet? set)
    {
        var deepest = 0;
        foreach (var selection in set?.Selections ?? [])
        {
            deepest = Math.Max(deepest, selection switch
            {
                FieldNode field => Lists(field.SelectionSet) + (field.Name is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0),
                InlineFragment inline => Lists(inline.SelectionSet),
                _ => _fragments.GetValueOrDefault(((FragmentSpread)selection).Name),
            });
        }

        return deepest;
    }
}
