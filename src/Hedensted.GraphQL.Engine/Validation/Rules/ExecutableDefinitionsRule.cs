using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A document that is executed holds only operations and fragments.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Executable-Definitions">Executable definitions</see>.</remarks>
internal sealed class ExecutableDefinitionsRule() : ValidationRule("EXECUTABLE_DEFINITIONS", "sec-Executable-Definitions")
{
    public override void EnterDocument(ValidationContext context, Document document)
    {
        foreach (var definition in document.Definitions.OfType<TypeSystemDefinition>())
        {
            context.Report(this, $"A '{definition.Keyword}' definition cannot be executed; send only operations and fragments.", definition);
        }
    }
}
