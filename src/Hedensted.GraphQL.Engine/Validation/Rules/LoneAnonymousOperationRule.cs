using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>An operation without a name is alone in its document.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation">Lone anonymous operation</see>.</remarks>
internal sealed class LoneAnonymousOperationRule() : ValidationRule("LONE_ANONYMOUS_OPERATION", "sec-Lone-Anonymous-Operation")
{
    private bool _isAlone;

    public override void EnterDocument(ValidationContext context, Document document) => _isAlone = document.Operations.Count() <= 1;

    public override void EnterOperation(ValidationContext context, OperationDefinition operation)
    {
        if (operation.Name is null && !_isAlone)
        {
            context.Report(this, "An operation without a name must be the only one in the document; name it.", operation);
        }
    }
}
