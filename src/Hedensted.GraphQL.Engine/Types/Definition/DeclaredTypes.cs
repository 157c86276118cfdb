namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>The types that types written in C# name, before a schema binds them; references by name are not followed.</summary>
internal static class DeclaredTypes
{
    public static IReadOnlyDictionary<string, NamedType> Find(IEnumerable<NamedType> roots)
    {
        var found = new Dictionary<string, NamedType>(StringComparer.Ordinal);
        var open = new Queue<NamedType>(roots);
        while (open.TryDequeue(out var type))
        {
            if (!found.TryAdd(type.Name, type))
            {
                continue;
            }

            foreach (var named in NamedBy(type).Select(Core).OfType<NamedType>())
            {
                open.Enqueue(named);
            }
        }

        return found;
    }

    private static IEnumerable<SchemaType> NamedBy(NamedType type) => type switch
    {
        ComplexType complex => complex.DeclaredInterfaces
            .Concat(complex.Fields.SelectMany(field => field.Arguments.Select(argument => argument.DeclaredType).Append(field.DeclaredType))),
        UnionType union => union.Members.Select(member => member()),
        InputObjectType input => input.Fields.Select(field => field.DeclaredType),
        _ => [],
    };

    private static NamedType? Core(SchemaType type) => type switch
    {
        ListType list => Core(list.Item),
        NonNullType nonNull => Core(nonNull.Inner),
        _ => type as NamedType,
    };
}
