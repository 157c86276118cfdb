using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>The variables of one operation have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness">Variable uniqueness</see>.</remarks>
internal sealed class UniqueVariableNamesRule() : ValidationRule("UNIQUE_VARIABLE_NAMES", "sec-Variable-Uniqueness")
{
    public override void EnterOperation(ValidationContext context, OperationDefinition operation)
    {
        foreach (var same in operation.Variables.GroupBy(variable => variable.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            context.Report(this, $"Two variables are named '${same.Key}'; rename one.", [.. same.Select(variable => variable.NamePlace)]);
        }
    }
}
