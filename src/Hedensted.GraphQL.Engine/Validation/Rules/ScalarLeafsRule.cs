using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Leaves have no sub-fields, and everything else has some.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections">Leaf field selections</see>.</remarks>
internal sealed class ScalarLeafsRule() : ValidationRule("SCALAR_LEAFS", "sec-Leaf-Field-Selections")
{
    public override void EnterField(ValidationContext context, FieldNode field)
    {
        if (context.Field is not { } definition)
        {
            return;
        }

        if (definition.Type.Named.IsLeaf)
        {
            if (field.SelectionSet is { } set)
            {
                context.Report(this, $"'{field.Name}' is a '{definition.Type}' and has no sub-fields; remove the braces.", set);
            }
        }
        else if (field.SelectionSet is null)
        {
            context.Report(this, $"'{field.Name}' is a '{definition.Type}'; say which of its fields you want: '{field.Name} {{ ... }}'.", field);
        }
    }
}
