using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Arguments that are given exist.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Argument-Names">Argument names</see>.</remarks>
internal sealed class KnownArgumentNamesRule() : ValidationRule("KNOWN_ARGUMENT_NAMES", "sec-Argument-Names")
{
    public override void EnterArguments(ValidationContext context, Node owner, IReadOnlyList<ArgumentNode> arguments, ArgumentOwner? definition)
    {
        if (definition is null)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            if (!definition.Arguments.Any(known => known.Name == argument.Name))
            {
                var suggestion = context.Suggest(argument.Name, definition.Arguments.Select(known => known.Name));
                context.Report(this, $"'{definition.Coordinate}' has no argument '{argument.Name}'.{suggestion}", argument);
            }
        }
    }
}
