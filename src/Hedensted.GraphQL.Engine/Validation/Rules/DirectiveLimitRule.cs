using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A place carries at most <see cref="EngineOptions.MaxDirectivesPerLocation"/> directives, and a document <see cref="EngineOptions.MaxDirectives"/>.</summary>
internal sealed class DirectiveLimitRule() : ValidationRule(ErrorCodes.TooManyDirectives, null)
{
    private int _directives;

    public override void EnterDirectives(ValidationContext context, IReadOnlyList<Directive> directives, DirectiveLocation location)
    {
        var limit = context.Options.MaxDirectivesPerLocation;
        if (directives.Count > limit)
        {
            context.Report(this, $"More than {limit} directives stand at one place; remove some.", directives[limit]);
        }

        var before = _directives;
        _directives += directives.Count;
        if (before <= context.Options.MaxDirectives && _directives > context.Options.MaxDirectives)
        {
            context.Report(this, $"The document has more than {context.Options.MaxDirectives} directives; remove some.", directives[0]);
        }
    }
}
