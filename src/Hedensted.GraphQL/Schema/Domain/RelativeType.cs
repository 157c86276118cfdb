using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Filtering;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>Where in time something lies, seen from now.</summary>
internal static class RelativeType
{
    public static EnumType Create() => Enums.Of<Relative>(description: "Where in time something lies, seen from now.", describe: relative => relative switch
    {
        Relative.Ongoing => "I gang",
        Relative.Past => "Forbi",
        _ => "Ikke begyndt; i et filter: ikke forbi",
    });
}
