using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>The schema must have a root for the kind of operation.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence">Operation type existence</see>.</remarks>
internal sealed class OperationTypeExistenceRule() : ValidationRule("OPERATION_TYPE_EXISTENCE", "sec-Operation-Type-Existence")
{
    public override void EnterOperation(ValidationContext context, OperationDefinition operation)
    {
        if (context.RootOf(operation.Kind) is null)
        {
            var kind = operation.Kind == OperationKind.Mutation ? "mutations" : "subscriptions";
            context.Report(this, $"This server has no {kind}; send a query.", operation);
        }
    }
}
