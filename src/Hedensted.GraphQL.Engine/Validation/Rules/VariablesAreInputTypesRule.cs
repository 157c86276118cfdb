using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Variables have input types.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types">Variables are input types</see>.</remarks>
internal sealed class VariablesAreInputTypesRule() : ValidationRule("VARIABLES_ARE_INPUT_TYPES", "sec-Variables-Are-Input-Types")
{
    public override void EnterVariable(ValidationContext context, VariableDefinition variable)
    {
        if (context.TypeOf(variable.Type) is { Named.IsInput: false })
        {
            context.Report(
                this, $"Variable '${variable.Name}' cannot have the output type '{variable.Type}'; use a scalar, an enum or an input object.", variable.Type);
        }
    }
}
