using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Variables that are used are defined by the operation, also when a fragment uses them.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined">All variable uses defined</see>.</remarks>
internal sealed class NoUndefinedVariablesRule() : ValidationRule("NO_UNDEFINED_VARIABLES", "sec-All-Variable-Uses-Defined")
{
    public override void LeaveDocument(ValidationContext context, Document document)
    {
        foreach (var operation in document.Operations)
        {
            var defined = operation.Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var usage in context.UsagesReachableFrom(operation).Where(usage => !defined.Contains(usage.Node.Name)))
            {
                var where = operation.Name is null ? "the operation" : $"operation '{operation.Name}'";
                context.Report(this, $"Variable '${usage.Node.Name}' is not defined by {where}; add it in parentheses after the name.", usage.Node, operation);
            }
        }
    }
}
