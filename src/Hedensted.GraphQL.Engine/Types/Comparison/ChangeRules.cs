namespace Hedensted.GraphQL.Engine.Types.Comparison;

/// <summary>Which other type a client can live with.</summary>
internal static class ChangeRules
{
    /// <summary>What is answered may promise more than before (non-null), at any depth, but not less.</summary>
    public static bool IsSafeForOutput(SchemaType before, SchemaType after) => (before, after) switch
    {
        (NonNullType old, NonNullType now) => IsSafeForOutput(old.Inner, now.Inner),
        (NonNullType, _) => false,
        (_, NonNullType now) => IsSafeForOutput(before, now.Inner),
        (ListType old, ListType now) => IsSafeForOutput(old.Item, now.Item),
        (NamedType old, NamedType now) => old.Name == now.Name,
        _ => false,
    };

    /// <summary>What is sent may be asked for less strictly than before (nullable), at any depth, but not more.</summary>
    public static bool IsSafeForInput(SchemaType before, SchemaType after) => (before, after) switch
    {
        (NonNullType old, NonNullType now) => IsSafeForInput(old.Inner, now.Inner),
        (NonNullType old, _) => IsSafeForInput(old.Inner, after),
        (_, NonNullType) => false,
        (ListType old, ListType now) => IsSafeForInput(old.Item, now.Item),
        (NamedType old, NamedType now) => old.Name == now.Name,
        _ => false,
    };
}
