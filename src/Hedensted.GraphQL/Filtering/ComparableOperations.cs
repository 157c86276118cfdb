using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary><c>…OperationFilterInput</c> of numbers, dates and moments; binds to a <see cref="Range{T}"/>.</summary>
internal static class ComparableOperations
{
    /// <param name="name">What the input's name begins with.</param>
    /// <param name="scalar">The operands.</param>
    public static InputObjectType Of<T>(string name, ScalarType<T> scalar)
        where T : struct, IComparable<T> => new InputObjectType(name + "OperationFilterInput", bind: Range<T>.Bind)
            .Field("eq", scalar)
            .Field("neq", scalar)
            .Field("in", scalar.List())
            .Field("nin", scalar.List())
            .Field("gt", scalar)
            .Field("ngt", scalar)
            .Field("gte", scalar)
            .Field("ngte", scalar)
            .Field("lt", scalar)
            .Field("nlt", scalar)
            .Field("lte", scalar)
            .Field("nlte", scalar);
}
