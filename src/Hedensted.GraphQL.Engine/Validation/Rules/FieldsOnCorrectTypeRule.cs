using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Fields that are selected exist on the type they are selected on.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Field-Selections">Field selections</see>.</remarks>
internal sealed class FieldsOnCorrectTypeRule() : ValidationRule("FIELDS_ON_CORRECT_TYPE", "sec-Field-Selections")
{
    public override void EnterField(ValidationContext context, FieldNode field)
    {
        if (context.ParentType is not { } parent || context.Field is not null)
        {
            return;
        }

        var suggestion = context.Suggest(field.Name, (parent as ComplexType)?.Fields.Select(known => known.Name) ?? []);
        context.Report(this, $"'{parent.Name}' has no field '{field.Name}'.{suggestion}", field);
    }
}
