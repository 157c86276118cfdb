using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Validation.Rules;

namespace Hedensted.GraphQL.Engine.Validation;

/// <summary>Checks a document against every rule; the order decides which errors come first.</summary>
internal static class DocumentValidator
{
    /// <returns>The errors, at most <see cref="EngineOptions.MaxValidationErrors"/>; empty when the document may be executed.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, Document document, byte[] source, EngineOptions options)
    {
        var context = new ValidationContext(schema, document, source, options);
        new DocumentWalker(context, Rules()).Walk();
        return context.Errors;
    }

    private static ValidationRule[] Rules() =>
    [
        new AliasLimitRule(),
        new DirectiveLimitRule(),
        new ListSizeRule(),
        new ExecutableDefinitionsRule(),
        new OperationTypeExistenceRule(),
        new UniqueOperationNamesRule(),
        new LoneAnonymousOperationRule(),
        new KnownTypeNamesRule(),
        new FragmentsOnCompositeTypesRule(),
        new VariablesAreInputTypesRule(),
        new ScalarLeafsRule(),
        new FieldsOnCorrectTypeRule(),
        new UniqueFragmentNamesRule(),
        new KnownFragmentNamesRule(),
        new NoUnusedFragmentsRule(),
        new PossibleFragmentSpreadsRule(),
        new NoFragmentCyclesRule(),
        new OperationSizeRule(),
        new SingleFieldSubscriptionsRule(),
        new UniqueVariableNamesRule(),
        new NoUndefinedVariablesRule(),
        new NoUnusedVariablesRule(),
        new KnownDirectivesRule(),
        new UniqueDirectivesPerLocationRule(),
        new KnownArgumentNamesRule(),
        new UniqueArgumentNamesRule(),
        new ValuesOfCorrectTypeRule(),
        new ProvidedRequiredArgumentsRule(),
        new VariablesInAllowedPositionRule(),
        new UniqueInputFieldNamesRule(),
        new OverlappingFieldsCanBeMergedRule(),
        new MaxIntrospectionDepthRule(),
        new IntrospectionAllowedRule(),
    ];
}
