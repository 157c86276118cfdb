using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Filtering;

/// <summary>Input types that compare one value, to HotChocolate's names; each binds to a predicate.</summary>
internal static class Operations
{
    public static InputObjectType Text()
    {
        var self = new TypeReference("StringOperationFilterInput");
        return new InputObjectType(self.Name, "Compares a text, without regard to case.", bind: BindText)
            .Field("and", self.NonNull().List())
            .Field("or", self.NonNull().List())
            .Field("eq", Scalars.String)
            .Field("neq", Scalars.String)
            .Field("contains", Scalars.String)
            .Field("ncontains", Scalars.String)
            .Field("in", Scalars.String.NonNull().List())
            .Field("nin", Scalars.String.NonNull().List())
            .Field("startsWith", Scalars.String)
            .Field("nstartsWith", Scalars.String)
            .Field("endsWith", Scalars.String)
            .Field("nendsWith", Scalars.String);
    }

    public static InputObjectType Id() => new InputObjectType("IdOperationFilterInput", bind: BindId)
        .Field("eq", Scalars.Id)
        .Field("neq", Scalars.Id)
        .Field("in", Scalars.Id.NonNull().List())
        .Field("nin", Scalars.Id.NonNull().List());

    public static InputObjectType Boolean() => new InputObjectType("BooleanOperationFilterInput", bind: BindBoolean)
        .Field("eq", Scalars.Boolean)
        .Field("neq", Scalars.Boolean);

    public static InputObjectType Enum<T>(string name)
        where T : struct, System.Enum
    {
        var value = new TypeReference(name);
        return new InputObjectType(name + "OperationFilterInput", bind: BindEnum<T>)
            .Field("eq", value)
            .Field("neq", value)
            .Field("in", value.NonNull().List())
            .Field("nin", value.NonNull().List());
    }

    public static InputObjectType Comparable<T>(string name, ScalarType<T> scalar)
        where T : struct, IComparable<T>
    {
        var type = new InputObjectType(name + "OperationFilterInput", bind: Range<T>.Bind);
        foreach (var operation in (ReadOnlySpan<string>)["eq", "neq"])
        {
            type.Field(operation, scalar);
        }

        foreach (var operation in (ReadOnlySpan<string>)["in", "nin"])
        {
            type.Field(operation, scalar.NonNull().List());
        }

        foreach (var operation in (ReadOnlySpan<string>)["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"])
        {
            type.Field(operation, scalar);
        }

        return type;
    }

    private static Predicate<string> BindText(InputValues given)
    {
        var checks = new List<Predicate<string>>();
        Each(given, "eq", value => text => Same(text, value));
        Each(given, "neq", value => text => !Same(text, value));
        Each(given, "contains", value => text => text.Contains(value, StringComparison.OrdinalIgnoreCase));
        Each(given, "ncontains", value => text => !text.Contains(value, StringComparison.OrdinalIgnoreCase));
        Each(given, "startsWith", value => text => text.StartsWith(value, StringComparison.OrdinalIgnoreCase));
        Each(given, "nstartsWith", value => text => !text.StartsWith(value, StringComparison.OrdinalIgnoreCase));
        Each(given, "endsWith", value => text => text.EndsWith(value, StringComparison.OrdinalIgnoreCase));
        Each(given, "nendsWith", value => text => !text.EndsWith(value, StringComparison.OrdinalIgnoreCase));
        if (given.TryGet<object>("in", out _))
        {
            var set = given.GetList<string>("in").ToHashSet(StringComparer.OrdinalIgnoreCase);
            checks.Add(set.Contains);
        }

        if (given.TryGet<object>("nin", out _))
        {
            var set = given.GetList<string>("nin").ToHashSet(StringComparer.OrdinalIgnoreCase);
            checks.Add(text => !set.Contains(text));
        }

        if (given.TryGet<object>("and", out _))
        {
            checks.AddRange(given.GetList<Predicate<string>>("and"));
        }

        if (given.TryGet<object>("or", out _) && given.GetList<Predicate<string>>("or") is { Count: > 0 } any)
        {
            checks.Add(text => any.Any(check => check(text)));
        }

        return All(checks);

        void Each(InputValues values, string name, Func<string, Predicate<string>> check)
        {
            if (values.TryGet<string>(name, out var value))
            {
                checks.Add(check(value));
            }
        }
    }

    private static Predicate<Guid> BindId(InputValues given)
    {
        // An id that is no key is nobody's: it equals nothing and differs from everything.
        static Guid? Key(string id) => Guid.TryParse(id, out var key) ? key : null;
        var checks = new List<Predicate<Guid>>();
        if (given.TryGet<string>("eq", out var equal))
        {
            var key = Key(equal);
            checks.Add(id => id == key);
        }

        if (given.TryGet<string>("neq", out var different))
        {
            var key = Key(different);
            checks.Add(id => id != key);
        }

        if (given.TryGet<object>("in", out _))
        {
            var set = given.GetList<string>("in").Select(Key).OfType<Guid>().ToHashSet();
            checks.Add(set.Contains);
        }

        if (given.TryGet<object>("nin", out _))
        {
            var set = given.GetList<string>("nin").Select(Key).OfType<Guid>().ToHashSet();
            checks.Add(id => !set.Contains(id));
        }

        return All(checks);
    }

    private static Predicate<bool> BindBoolean(InputValues given)
    {
        var checks = new List<Predicate<bool>>();
        if (given.TryGet<bool>("eq", out var equal))
        {
            checks.Add(value => value == equal);
        }

        if (given.TryGet<bool>("neq", out var different))
        {
            checks.Add(value => value != different);
        }

        return All(checks);
    }

    private static Predicate<T> BindEnum<T>(InputValues given)
        where T : struct, System.Enum
    {
        var checks = new List<Predicate<T>>();
        var comparer = EqualityComparer<T>.Default;
        if (given.TryGet<T>("eq", out var equal))
        {
            checks.Add(value => comparer.Equals(value, equal));
        }

        if (given.TryGet<T>("neq", out var different))
        {
            checks.Add(value => !comparer.Equals(value, different));
        }

        if (given.TryGet<object>("in", out _))
        {
            var set = given.GetList<T>("in").ToHashSet();
            checks.Add(set.Contains);
        }

        if (given.TryGet<object>("nin", out _))
        {
            var set = given.GetList<T>("nin").ToHashSet();
            checks.Add(value => !set.Contains(value));
        }

        return All(checks);
    }

    internal static Predicate<T> All<T>(IReadOnlyList<Predicate<T>> checks) => checks.Count switch
    {
        0 => _ => true,
        1 => checks[0],
        _ => value =>
        {
            foreach (var check in checks)
            {
                if (!check(value))
                {
                    return false;
                }
            }

            return true;
        }
        ,
    };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
