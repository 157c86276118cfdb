using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Reading;

namespace Hedensted.GraphQL.Filtering;

/// <summary><c>IdOperationFilterInput</c>; binds to a predicate of a key that may be missing.</summary>
internal static class IdOperations
{
    public static InputObjectType Type() => new InputObjectType("IdOperationFilterInput", bind: Bind)
        .Field("eq", Scalars.Id)
        .Field("neq", Scalars.Id)
        .Field("in", Scalars.Id.List())
        .Field("nin", Scalars.Id.List());

    private static Predicate<Guid?> Bind(InputValues given) =>
        new Checks<Guid?>(given).AddEquality(operand => Ids.Read((string)operand)).ToPredicate();
}
