using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Types that are named exist.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence">Fragment spread type existence</see>.</remarks>
internal sealed class KnownTypeNamesRule() : ValidationRule("KNOWN_TYPE_NAMES", "sec-Fragment-Spread-Type-Existence")
{
    public override void EnterNamedType(ValidationContext context, NamedTypeNode type)
    {
        if (context.Schema.FindType(type.Name) is null)
        {
            var suggestion = context.Suggest(type.Name, context.Schema.Types.Select(known => known.Name));
            context.Report(this, $"The schema has no type '{type.Name}'.{suggestion}", type);
        }
    }
}
