using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>An argument is given once.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness">Argument uniqueness</see>.</remarks>
internal sealed class UniqueArgumentNamesRule() : ValidationRule("UNIQUE_ARGUMENT_NAMES", "sec-Argument-Uniqueness")
{
    public override void EnterArguments(ValidationContext context, Node owner, IReadOnlyList<ArgumentNode> arguments, ArgumentOwner? definition)
    {
        if (arguments.Count < 2)
        {
            return;
        }

        foreach (var same in arguments.GroupBy(argument => argument.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            context.Report(this, $"Argument '{same.Key}' is given twice; remove one.", [.. same]);
        }
    }
}
