using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary><c>…OperationFilterInput</c> of an enum; binds to a predicate.</summary>
internal static class EnumOperations
{
    public static InputObjectType Of<T>()
        where T : struct, Enum
    {
        var value = new TypeReference(typeof(T).Name);
        return new InputObjectType(value.Name + "OperationFilterInput", bind: Bind<T>)
            .Field("eq", value)
            .Field("neq", value)
            .Field("in", value.NonNull().List())
            .Field("nin", value.NonNull().List());
    }

    private static Predicate<T?> Bind<T>(InputValues given)
        where T : struct, Enum => new Checks<T?>(given).AddEquality(operand => (T)operand).ToPredicate();
}
