using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A variable is used only where its type fits.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed">All variable usages are allowed</see>.</remarks>
internal sealed class VariablesInAllowedPositionRule()
    : ValidationRule("VARIABLES_IN_ALLOWED_POSITION", "sec-All-Variable-Usages-Are-Allowed")
{
    public override void LeaveDocument(ValidationContext context, Document document)
    {
        foreach (var operation in document.Operations)
        {
            var variables = operation.Variables.Reverse().DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name, StringComparer.Ordinal);
            foreach (var usage in context.UsagesReachableFrom(operation))
            {
                if (usage.Type is not null
                    && variables.TryGetValue(usage.Node.Name, out var variable)
                    && context.TypeOf(variable.Type) is { } type)
                {
                    Check(context, variable, type, usage, usage.Type);
                }
            }
        }
    }

    private void Check(ValidationContext context, VariableDefinition variable, SchemaType type, VariableUsage usage, SchemaType expected)
    {
        if (usage.OneOf is not null && type is not NonNullType)
        {
            context.Report(
                this, $"Variable '${variable.Name}' is a field of '{usage.OneOf.Name}', which takes no null; declare it as '{variable.Type}!'.", variable, usage.Node);
        }

        if (!IsAllowed(variable, type, usage, expected))
        {
            context.Report(
                this, $"Variable '${variable.Name}' is a '{variable.Type}', but '{expected}' is expected where it is used.", variable, usage.Node);
        }
    }

    private static bool IsAllowed(VariableDefinition variable, SchemaType type, VariableUsage usage, SchemaType expected)
    {
        if (expected is not NonNullType nonNull || type is NonNullType)
        {
            return Subtypes.IsSubtype(type, expected);
        }

        // A nullable variable may stand where null is not allowed if a default will take its place.
        var hasDefault = usage.HasDefault || variable.DefaultValue is not (null or NullNode);
        return hasDefault && Subtypes.IsSubtype(type, nonNull.Inner);
    }
}
