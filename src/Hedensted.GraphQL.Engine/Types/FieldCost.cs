namespace Hedensted.GraphQL.Engine.Types;

/// <summary>What a field costs, so that an operation can be refused before it runs. The cost of an operation is the objects it may answer with, weighed.</summary>
public sealed record FieldCost
{
    /// <summary>The weight of one value. Null: 0 for a leaf, 1 for an object.</summary>
    public int? Weight { get; init; }

    /// <summary>The arguments that say how many items there are, e.g. <c>first</c>; the largest counts.</summary>
    public IReadOnlyList<string> SizeArguments { get; init; } = [];

    /// <summary>How many items there are when no argument says so. Null: <see cref="EngineOptions.AssumedListSize"/>.</summary>
    public int? AssumedSize { get; init; }

    /// <summary>The sub-fields that have that many items, e.g. <c>nodes</c> of a connection; empty when the field itself is the list.</summary>
    public IReadOnlyList<string> SizedFields { get; init; } = [];
}
