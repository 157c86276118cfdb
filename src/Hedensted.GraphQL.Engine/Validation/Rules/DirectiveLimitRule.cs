using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A place carries at most <see cref="EngineOptions.MaxDirectivesPerLocation"/> directives.</summary>
internal sealed class DirectiveLimitRule() : ValidationRule(ErrorCodes.TooManyDirectives, null)
{
    public override void EnterDirectives(ValidationContext context, IReadOnlyList<Directive> directives, DirectiveLocation location)
    {
        var limit = context.Options.MaxDirectivesPerLocation;
        if (directives.Count > limit)
        {
            context.Report(this, $"More than {limit} directives stand at one place; remove some.", directives[limit]);
        }
    }
}
