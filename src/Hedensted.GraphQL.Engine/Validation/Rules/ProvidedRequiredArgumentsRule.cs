using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Arguments without which a field or directive has no meaning are given.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Required-Arguments">Required arguments</see>.</remarks>
internal sealed class ProvidedRequiredArgumentsRule() : ValidationRule("PROVIDED_REQUIRED_ARGUMENTS", "sec-Required-Arguments")
{
    public override void EnterArguments(ValidationContext context, Node owner, IReadOnlyList<ArgumentNode> arguments, ArgumentOwner? definition)
    {
        foreach (var required in definition?.Arguments ?? [])
        {
            if (required.IsRequired && !arguments.Any(given => given.Name == required.Name))
            {
                context.Report(this, $"'{definition!.Coordinate}' needs the argument '{required.Name}: {required.Type}'.", owner);
            }
        }
    }
}
