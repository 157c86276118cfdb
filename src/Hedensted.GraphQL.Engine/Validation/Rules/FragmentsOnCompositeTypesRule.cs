using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Fragments are on types that have fields: objects, interfaces and unions.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types">Fragments on object, interface or union types</see>.</remarks>
internal sealed class FragmentsOnCompositeTypesRule()
    : ValidationRule("FRAGMENTS_ON_COMPOSITE_TYPES", "sec-Fragments-on-Object-Interface-or-Union-Types")
{
    public override void EnterFragment(ValidationContext context, FragmentDefinition fragment) =>
        Check(context, fragment.TypeCondition, $"Fragment '{fragment.Name}'");

    public override void EnterInline(ValidationContext context, InlineFragment inline)
    {
        if (inline.TypeCondition is not null)
        {
            Check(context, inline.TypeCondition, "A fragment");
        }
    }

    private void Check(ValidationContext context, NamedTypeNode condition, string what)
    {
        if (context.Schema.FindType(condition.Name) is { IsComposite: false })
        {
            context.Report(this, $"{what} cannot be on '{condition.Name}', which has no fields; use an object, interface or union.", condition);
        }
    }
}
