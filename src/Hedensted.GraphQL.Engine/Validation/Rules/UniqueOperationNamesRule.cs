using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Operations in one document have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness">Operation name uniqueness</see>.</remarks>
internal sealed class UniqueOperationNamesRule() : ValidationRule("UNIQUE_OPERATION_NAMES", "sec-Operation-Name-Uniqueness")
{
    private readonly Dictionary<string, OperationDefinition> _known = new(StringComparer.Ordinal);

    public override void EnterOperation(ValidationContext context, OperationDefinition operation)
    {
        if (operation.Name is not null && !_known.TryAdd(operation.Name, operation))
        {
            context.Report(this, $"Two operations are named '{operation.Name}'; rename one.", _known[operation.Name].NamePlace, operation.NamePlace);
        }
    }
}
