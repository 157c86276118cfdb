using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary><c>BooleanOperationFilterInput</c>; binds to a predicate of a switch that may never have been touched.</summary>
internal static class BooleanOperations
{
    public static InputObjectType Type() => new InputObjectType("BooleanOperationFilterInput", bind: Bind)
        .Field("eq", Scalars.Boolean)
        .Field("neq", Scalars.Boolean);

    private static Predicate<bool?> Bind(InputValues given) => new Checks<bool?>(given).AddEquality(operand => (bool)operand).ToPredicate();
}
