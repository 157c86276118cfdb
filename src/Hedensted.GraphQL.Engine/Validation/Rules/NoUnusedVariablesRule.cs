using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Variables that are defined are used, in the operation or in a fragment it spreads.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-All-Variables-Used">All variables used</see>.</remarks>
internal sealed class NoUnusedVariablesRule() : ValidationRule("NO_UNUSED_VARIABLES", "sec-All-Variables-Used")
{
    public override void LeaveDocument(ValidationContext context, Document document)
    {
        foreach (var operation in document.Operations)
        {
            var used = context.UsagesReachableFrom(operation).Select(usage => usage.Node.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var variable in operation.Variables.Where(variable => !used.Contains(variable.Name)))
            {
                context.Report(this, $"Variable '${variable.Name}' is never used; use it or remove it.", variable);
            }
        }
    }
}
