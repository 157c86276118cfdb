using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Directives exist, and stand where they may.</summary>
/// <remarks>
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined">Directives are defined</see> and
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations">in valid locations</see>.
/// </remarks>
internal sealed class KnownDirectivesRule() : ValidationRule("KNOWN_DIRECTIVES", "sec-Directives-Are-Defined")
{
    public override void EnterDirectives(ValidationContext context, IReadOnlyList<Directive> directives, DirectiveLocation location)
    {
        foreach (var directive in directives)
        {
            var definition = context.Schema.FindDirective(directive.Name);
            if (definition is null)
            {
                context.Report(this, $"The schema has no directive '@{directive.Name}'; remove it.", directive);
            }
            else if (!definition.Locations.Contains(location))
            {
                context.Report(this, $"'@{directive.Name}' cannot stand here; it may stand on: {string.Join(", ", definition.Locations)}.", directive);
            }
        }
    }
}
