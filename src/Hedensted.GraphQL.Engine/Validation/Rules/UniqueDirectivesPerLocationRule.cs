using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A directive stands once at each place, unless it is repeatable.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location">Directives are unique per location</see>.</remarks>
internal sealed class UniqueDirectivesPerLocationRule()
    : ValidationRule("UNIQUE_DIRECTIVES_PER_LOCATION", "sec-Directives-Are-Unique-per-Location")
{
    public override void EnterDirectives(ValidationContext context, IReadOnlyList<Directive> directives, DirectiveLocation location)
    {
        if (directives.Count < 2)
        {
            return;
        }

        var known = new Dictionary<string, Directive>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            if (!known.TryAdd(directive.Name, directive) && context.Schema.FindDirective(directive.Name) is { IsRepeatable: false })
            {
                context.Report(this, $"'@{directive.Name}' stands here twice; remove one.", known[directive.Name], directive);
            }
        }
    }
}
