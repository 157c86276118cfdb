namespace Hedensted.GraphQL.Engine.Types;

/// <summary>Where a directive may stand.</summary>
/// <remarks>See <see href="https://spec.graphql.org/September2025/#DirectiveLocations">Directive locations</see>.</remarks>
public enum DirectiveLocation
{
    /// <summary>A query operation.</summary>
    Query,

    /// <summary>A mutation operation.</summary>
    Mutation,

    /// <summary>A subscription operation.</summary>
    Subscription,

    /// <summary>A field of a selection set.</summary>
    Field,

    /// <summary>A fragment definition.</summary>
    FragmentDefinition,

    /// <summary>A fragment spread.</summary>
    FragmentSpread,

    /// <summary>An inline fragment.</summary>
    InlineFragment,

    /// <summary>A variable definition.</summary>
    VariableDefinition,

    /// <summary>The schema.</summary>
    Schema,

    /// <summary>A scalar type.</summary>
    Scalar,

    /// <summary>An object type.</summary>
    Object,

    /// <summary>A field of an object or interface type.</summary>
    FieldDefinition,

    /// <summary>An argument of a field or directive.</summary>
    ArgumentDefinition,

    /// <summary>An interface type.</summary>
    Interface,

    /// <summary>A union type.</summary>
    Union,

    /// <summary>An enum type.</summary>
    Enum,

    /// <summary>A value of an enum type.</summary>
    EnumValue,

    /// <summary>An input object type.</summary>
    InputObject,

    /// <summary>A field of an input object type.</summary>
    InputFieldDefinition,
}

/// <summary>A directive that the schema knows.</summary>
/// <param name="name">The name without <c>@</c>.</param>
/// <param name="locations">Where it may stand.</param>
/// <param name="description">What introspection tells about it.</param>
/// <param name="arguments">The arguments, in the order of the schema.</param>
/// <param name="repeatable">Whether it may stand more than once at one place.</param>
public sealed class DirectiveDefinition(
    string name,
    IReadOnlyList<DirectiveLocation> locations,
    string? description = null,
    IReadOnlyList<InputValue>? arguments = null,
    bool repeatable = false)
{
    /// <summary>The name without <c>@</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Where it may stand.</summary>
    public IReadOnlyList<DirectiveLocation> Locations { get; } = locations;

    /// <summary>What introspection tells about it.</summary>
    public string? Description { get; } = description;

    /// <summary>The arguments, in the order of the schema.</summary>
    public IReadOnlyList<InputValue> Arguments { get; } = arguments ?? [];

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable { get; } = repeatable;

    internal bool IsBuiltIn { get; init; }
}
