using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary><c>StringOperationFilterInput</c>, to HotChocolate's names; binds to a predicate of a text that may be missing.</summary>
internal static class StringOperations
{
    public static InputObjectType Type()
    {
        var self = new TypeReference("StringOperationFilterInput");
        return new InputObjectType(self.Name, "Compares a text, without regard to case. `eq: null` is what has none.", bind: Bind)
            .Field("and", self.NonNull().List())
            .Field("or", self.NonNull().List())
            .Field("eq", Scalars.String)
            .Field("neq", Scalars.String)
            .Field("contains", Scalars.String)
            .Field("ncontains", Scalars.String)
            .Field("in", Scalars.String.List())
            .Field("nin", Scalars.String.List())
            .Field("startsWith", Scalars.String)
            .Field("nstartsWith", Scalars.String)
            .Field("endsWith", Scalars.String)
            .Field("nendsWith", Scalars.String);
    }

    private static Predicate<string?> Bind(InputValues given) => new Checks<string?>(given, StringComparer.OrdinalIgnoreCase)
        .AddNested()
        .AddEquality(operand => (string)operand)
        .Add<string>("contains", part => text => Contains(text, part))
        .Add<string>("ncontains", part => text => !Contains(text, part))
        .Add<string>("startsWith", part => text => StartsWith(text, part))
        .Add<string>("nstartsWith", part => text => !StartsWith(text, part))
        .Add<string>("endsWith", part => text => EndsWith(text, part))
        .Add<string>("nendsWith", part => text => !EndsWith(text, part))
        .ToPredicate();

    private static bool Contains(string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWith(string? text, string part) => text is not null && text.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string? text, string part) => text is not null && text.EndsWith(part, StringComparison.OrdinalIgnoreCase);
}
