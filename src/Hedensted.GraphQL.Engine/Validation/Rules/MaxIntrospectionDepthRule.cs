using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Introspection does not follow fields of fields of types for ever; one answer could otherwise be made huge.</summary>
/// <remarks>The same limit as the reference implementation: lists of <c>fields</c>, <c>interfaces</c>, <c>possibleTypes</c> and <c>inputFields</c> nest less than three deep.</remarks>
internal sealed class MaxIntrospectionDepthRule() : ValidationRule(ErrorCodes.TooDeep, null)
{
    private const int MaxNestedLists = 3;
    private const int MaxVisits = 10_000;
    private int _visits;

    public override void LeaveDocument(ValidationContext context, Document document)
    {
        if (context.HasCycles)
        {
            return;
        }

        foreach (var operation in document.Operations)
        {
            foreach (var field in RootFields(context, operation.SelectionSet))
            {
                if (field.Name is "__schema" or "__type" && IsTooDeep(context, field, 0))
                {
                    context.Report(this, "Introspection is nested too deep; ask for the fields of one type at a time with '__type'.", field);
                }
            }
        }
    }

    private IEnumerable<FieldNode> RootFields(ValidationContext context, SelectionSet set)
    {
        foreach (var selection in set.Selections)
        {
            if (++_visits > MaxVisits)
            {
                yield break;
            }

            if (selection is FieldNode field)
            {
                yield return field;
                continue;
            }

            var inner = selection is InlineFragment inline ? inline.SelectionSet : context.FindFragment(((FragmentSpread)selection).Name)?.SelectionSet;
            foreach (var nested in inner is null ? [] : RootFields(context, inner))
            {
                yield return nested;
            }
        }
    }

    private bool IsTooDeep(ValidationContext context, FieldNode field, int lists)
    {
        if (field.Name is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++lists >= MaxNestedLists)
        {
            return true;
        }

        return field.SelectionSet is { } set
            && (_visits > MaxVisits || RootFields(context, set).Any(inner => IsTooDeep(context, inner, lists)));
    }
}
