namespace Hedensted.GraphQL.Engine.Types;

/// <summary>How types relate to each other.</summary>
internal static class Subtypes
{
    /// <summary>Whether every value of <paramref name="candidate"/> is also one of <paramref name="parent"/>.</summary>
    public static bool IsSubtype(SchemaType candidate, SchemaType parent) => (candidate, parent) switch
    {
        (NonNullType a, NonNullType b) => IsSubtype(a.Inner, b.Inner),
        (_, NonNullType) => false,
        (NonNullType a, _) => IsSubtype(a.Inner, parent),
        (ListType a, ListType b) => IsSubtype(a.Item, b.Item),
        _ when ReferenceEquals(candidate, parent) => true,
        (ComplexType type, InterfaceType promise) => type.Interfaces.Contains(promise),
        (ObjectType type, UnionType union) => union.PossibleTypes.Contains(type),
        _ => false,
    };

    /// <summary>The object types a composite type can stand for; an object stands for itself.</summary>
    public static IReadOnlyList<ObjectType> PossibleTypes(NamedType type) => type switch
    {
        ObjectType single => [single],
        IAbstractType several => several.PossibleTypes,
        _ => [],
    };

    /// <summary>Whether some object is both.</summary>
    public static bool Overlap(NamedType first, NamedType second) =>
        ReferenceEquals(first, second) || PossibleTypes(first).Intersect(PossibleTypes(second)).Any();
}
