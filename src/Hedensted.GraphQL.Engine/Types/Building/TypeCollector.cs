using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types.Coercion;
using Hedensted.GraphQL.Engine.Types.Introspection;

namespace Hedensted.GraphQL.Engine.Types.Building;

/// <summary>Finds every type the roots reach, and binds references, interfaces, members and defaults.</summary>
internal sealed class TypeCollector
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly List<NamedType> _ordered = [];
    private readonly List<string> _problems = [];
    private readonly Queue<NamedType> _unbound = new();
    private readonly HashSet<InputValue> _binding = [];

    /// <exception cref="SchemaException">A reference leads nowhere, a name is used twice, or a type belongs to another schema.</exception>
    public static IReadOnlyList<NamedType> Collect(IEnumerable<NamedType> roots, IReadOnlyList<DirectiveDefinition> directives)
    {
        var collector = new TypeCollector();
        collector.Run([.. roots, Scalars.String, Scalars.Boolean, .. IntrospectionTypes.Create()], directives);
        return collector._ordered;
    }

    private void Run(IReadOnlyList<NamedType> roots, IReadOnlyList<DirectiveDefinition> directives)
    {
        // 1. Everything that is named up front, so that references among them are found.
        foreach (var root in roots)
        {
            Add(root);
        }

        // 2. Everything they reach.
        foreach (var argument in directives.SelectMany(directive => directive.Arguments))
        {
            argument.Bind(Find);
            Add(argument.Type.Named);
        }

        while (_unbound.TryDequeue(out var type))
        {
            Bind(type);
        }

        // 3. What needs all types: who stands behind an interface, and defaults.
        BindPossibleTypes();
        foreach (var value in InputValues(directives))
        {
            BindDefault(value.Coordinate, value.Value);
        }

        if (_problems.Count > 0)
        {
            throw new SchemaException(_problems);
        }
    }

    private void Add(NamedType type)
    {
        if (_types.TryAdd(type.Name, type))
        {
            _ordered.Add(type);
            _unbound.Enqueue(type);
        }
        else if (!ReferenceEquals(_types[type.Name], type))
        {
            _problems.Add($"{type.Name}: two types have this name; give one of them another.");
        }
    }

    private NamedType Find(string name)
    {
        if (_types.TryGetValue(name, out var type))
        {
            return type;
        }

        throw new SchemaException([$"{name}: nothing has this name; add the type with SchemaBuilder.Types or correct the reference."]);
    }

    private void Bind(NamedType type)
    {
        switch (type)
        {
            case ComplexType complex:
                Claim(complex);
                complex.BindInterfaces();
                complex.BindFields(Find);
                foreach (var parent in complex.Interfaces)
                {
                    Add(parent);
                }

                foreach (var field in complex.Fields)
                {
                    Add(field.Type.Named);
                    foreach (var argument in field.Arguments)
                    {
                        Add(argument.Type.Named);
                    }
                }

                break;
            case UnionType union:
                Claim(union);
                BindMembers(union);
                break;
            case InputObjectType input:
                Claim(input);
                input.BindFields(Find);
                foreach (var field in input.Fields)
                {
                    Add(field.Type.Named);
                }

                break;
        }
    }

    private static void Claim(NamedType type)
    {
        if (type.IsClaimed)
        {
            throw new SchemaException([$"{type.Name}: the type belongs to another schema; make new type objects for each schema."]);
        }

        type.IsClaimed = true;
    }

    private void BindMembers(UnionType union)
    {
        var members = new List<ObjectType>();
        foreach (var source in union.Members)
        {
            if (source().Bind(Find) is not ObjectType member)
            {
                _problems.Add($"{union.Name}: only object types can be members of a union.");
            }
            else if (members.Contains(member))
            {
                _problems.Add($"{union.Name}: '{member.Name}' is a member twice; remove one.");
            }
            else
            {
                members.Add(member);
                Add(member);
            }
        }

        union.PossibleTypes = members;
        union.Chooser.Bind(members);
    }

    private void BindPossibleTypes()
    {
        var objects = _ordered.OfType<ObjectType>().ToArray();
        for (var i = 0; i < objects.Length; i++)
        {
            objects[i].Index = i;
        }

        foreach (var type in _ordered.OfType<InterfaceType>())
        {
            type.PossibleTypes = [.. objects.Where(candidate => candidate.Interfaces.Contains(type))];
            type.Chooser.Bind(type.PossibleTypes);
        }
    }

    private IEnumerable<(string Coordinate, InputValue Value)> InputValues(IReadOnlyList<DirectiveDefinition> directives) =>
        _ordered.OfType<InputObjectType>().SelectMany(type => type.Fields.Select(field => ($"{type.Name}.{field.Name}", field)))
            .Concat(_ordered.OfType<ComplexType>().SelectMany(type => type.Fields.SelectMany(
                field => field.Arguments.Select(argument => ($"{type.Name}.{field.Name}({argument.Name}:)", argument)))))
            .Concat(directives.SelectMany(
                directive => directive.Arguments.Select(argument => ($"@{directive.Name}({argument.Name}:)", argument))));

    private void BindDefault(string coordinate, InputValue value)
    {
        if (value.DefaultLiteral is null || value.HasBoundDefault || !value.Type.Named.IsInput)
        {
            return;
        }

        try
        {
            BindInnerDefaults(coordinate, value);
            var literal = Parser.ParseConstant(value.DefaultLiteral);
            if (LiteralCoercion.TryCoerce(literal, value.Type, null, out var coerced))
            {
                value.BindDefault(coerced, DocumentPrinter.Print(literal));
                return;
            }

            _problems.Add($"{coordinate}: the default '{value.DefaultLiteral}' does not fit the type '{value.Type}'.");
        }
        catch (SyntaxException error)
        {
            _problems.Add($"{coordinate}: the default '{value.DefaultLiteral}' is not a GraphQL literal. {error.Message}");
        }
    }

    // The default of an input object is completed with the defaults of its fields, so those come first.
    private void BindInnerDefaults(string coordinate, InputValue value)
    {
        if (!_binding.Add(value))
        {
            _problems.Add($"{coordinate}: the default contains itself; remove a default on the way.");
            return;
        }

        if (value.Type.Named is InputObjectType input)
        {
            foreach (var field in input.Fields)
            {
                BindDefault($"{input.Name}.{field.Name}", field);
            }
        }

        _binding.Remove(value);
    }
}
