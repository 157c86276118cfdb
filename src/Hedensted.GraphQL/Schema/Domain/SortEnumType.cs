using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Schema.Domain;

/// <summary>The direction of an order, to HotChocolate's name; true is descending.</summary>
internal static class SortEnumType
{
    public static EnumType Create() => new EnumType<bool>("SortEnumType").Value("ASC", false).Value("DESC", true);
}
