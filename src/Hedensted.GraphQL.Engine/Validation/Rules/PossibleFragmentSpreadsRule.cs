using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A fragment is spread only where an object could be of its type.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible">Fragment spread is possible</see>.</remarks>
internal sealed class PossibleFragmentSpreadsRule() : ValidationRule("POSSIBLE_FRAGMENT_SPREADS", "sec-Fragment-Spread-Is-Possible")
{
    public override void EnterInline(ValidationContext context, InlineFragment inline)
    {
        if (inline.TypeCondition is not null)
        {
            Check(context, inline, inline.TypeCondition.Name, "A fragment");
        }
    }

    public override void EnterSpread(ValidationContext context, FragmentSpread spread)
    {
        if (context.FindFragment(spread.Name) is { } fragment)
        {
            Check(context, spread, fragment.TypeCondition.Name, $"Fragment '{spread.Name}'");
        }
    }

    private void Check(ValidationContext context, Node node, string condition, string what)
    {
        if (context.ParentType is { } parent
            && context.Schema.FindType(condition) is { IsComposite: true } type
            && !Subtypes.Overlap(parent, type))
        {
            context.Report(this, $"{what} on '{condition}' cannot be spread here: a '{parent.Name}' is never a '{condition}'.", node);
        }
    }
}
