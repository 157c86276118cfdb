using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Fragments that are spread are defined in the document.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined">Fragment spread target defined</see>.</remarks>
internal sealed class KnownFragmentNamesRule() : ValidationRule("KNOWN_FRAGMENT_NAMES", "sec-Fragment-Spread-Target-Defined")
{
    public override void EnterSpread(ValidationContext context, FragmentSpread spread)
    {
        if (context.FindFragment(spread.Name) is null)
        {
            context.Report(this, $"The document has no fragment '{spread.Name}'; define it or remove the spread.", spread.NamePlace);
        }
    }
}
