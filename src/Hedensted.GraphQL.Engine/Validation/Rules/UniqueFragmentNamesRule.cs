using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Fragments in one document have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness">Fragment name uniqueness</see>.</remarks>
internal sealed class UniqueFragmentNamesRule() : ValidationRule("UNIQUE_FRAGMENT_NAMES", "sec-Fragment-Name-Uniqueness")
{
    private readonly Dictionary<string, FragmentDefinition> _known = new(StringComparer.Ordinal);

    public override void EnterFragment(ValidationContext context, FragmentDefinition fragment)
    {
        if (!_known.TryAdd(fragment.Name, fragment))
        {
            context.Report(this, $"Two fragments are named '{fragment.Name}'; rename one.", _known[fragment.Name].NamePlace, fragment.NamePlace);
        }
    }
}
