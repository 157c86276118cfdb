using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Chooses the writer for what a resolver answers and what its field is; reflection happens here and nowhere later.</summary>
internal static class ValueWriters
{
    /// <exception cref="ArgumentException">The two can never fit.</exception>
    public static ValueWriter<T> Create<T>(SchemaType type)
    {
        var isNonNull = type is NonNullType;
        if (typeof(T) == typeof(Utf8Json))
        {
            return type.Named.IsLeaf
                ? (ValueWriter<T>)(object)new FinishedWriter(isNonNull)
                : throw new ArgumentException($"finished bytes cannot be a '{type}', whose fields are selected.");
        }

        return type.Nullable switch
        {
            ListType list => List<T>(list, isNonNull),
            ObjectType @object => Object<T>(@object, isNonNull),
            IAbstractType @abstract => Reference<T>(type)
                ? new AbstractWriter<T>(type.Named, @abstract.Chooser, isNonNull)
                : throw Misfit<T>(type),
            var leaf => Leaf<T>((NamedType)leaf, type, isNonNull),
        };
    }

    private static ValueWriter<T> Object<T>(ObjectType type, bool isNonNull)
    {
        var source = type.SourceType;
        var canBe = Reference<T>(type)
            && (typeof(T).IsInterface || source.IsInterface || typeof(T).IsAssignableFrom(source) || source.IsAssignableFrom(typeof(T)));
        return canBe ? new ObjectWriter<T>(type, isNonNull) : throw Misfit<T>(type);
    }

    private static ValueWriter<T> Leaf<T>(NamedType leaf, SchemaType type, bool isNonNull)
    {
        if (Nullable.GetUnderlyingType(typeof(T)) is { } underlying)
        {
            var inner = Invoke(nameof(Create), [underlying], [isNonNull ? type : leaf]);
            return Make<T>(typeof(NullableWriter<>), [underlying], inner, isNonNull);
        }

        var exact = leaf switch
        {
            ScalarType when leaf.GetType() == typeof(ScalarType<>).MakeGenericType(typeof(T)) => typeof(ScalarWriter<>),
            EnumType when leaf.GetType() == typeof(EnumType<>).MakeGenericType(typeof(T)) => typeof(EnumWriter<>),
            _ => null,
        };
        return exact is null ? new BoxedLeafWriter<T>(leaf, isNonNull) : Make<T>(exact, [typeof(T)], leaf, isNonNull);
    }

    private static ValueWriter<T> List<T>(ListType list, bool isNonNull)
    {
        if (ItemOf(typeof(T)) is { } item)
        {
            return Make<T>(typeof(ListWriter<,>), [typeof(T), item], Invoke(nameof(Create), [item], [list.Item]), isNonNull);
        }

        return typeof(T) == typeof(object) || typeof(System.Collections.IEnumerable).IsAssignableFrom(typeof(T)) && typeof(T) != typeof(string)
            ? new BoxedListWriter<T>(Create<object?>(list.Item), isNonNull)
            : throw Misfit<T>(list);
    }

    private static Type? ItemOf(Type list) => list == typeof(string)
        ? null
        : new[] { list }.Concat(list.GetInterfaces())
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];

    private static bool Reference<T>(SchemaType type) =>
        typeof(T).IsValueType ? throw Misfit<T>(type) : typeof(T) != typeof(string);

    private static ArgumentException Misfit<T>(SchemaType type) =>
        new($"the resolver answers with '{typeof(T).Name}', which cannot be a '{type}'.");

    private static ValueWriter<T> Make<T>(Type writer, Type[] types, params object[] arguments) =>
        (ValueWriter<T>)Activator.CreateInstance(writer.MakeGenericType(types), arguments)!;

    private static object Invoke(string method, Type[] types, object[] arguments)
    {
        try
        {
            return typeof(ValueWriters).GetMethod(method)!.MakeGenericMethod(types).Invoke(null, arguments)!;
        }
        catch (System.Reflection.TargetInvocationException wrapped) when (wrapped.InnerException is ArgumentException misfit)
        {
            throw new ArgumentException(misfit.Message, wrapped);
        }
    }
}
