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
        for (var i = 1; i < directives.Count; i++)
        {
            var directive = directives[i];
            var first = directives.Take(i).FirstOrDefault(earlier => earlier.Name == directive.Name);
            if (first is not null && context.Schema.FindDirective(directive.Name) is { IsRepeatable: false })
            {
                context.Report(this, $"'@{directive.Name}' stands here twice; remove one.", first, directive);
            }
        }
    }
}
