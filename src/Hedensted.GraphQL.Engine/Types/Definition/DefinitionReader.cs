using System.Text.Json;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>Makes types of a document in the schema definition language, and adds its extensions to types that exist already.</summary>
internal sealed class DefinitionReader
{
    private static readonly Dictionary<string, ScalarType> BuiltIn = new(StringComparer.Ordinal)
    {
        ["Int"] = Scalars.Int,
        ["Float"] = Scalars.Float,
        ["String"] = Scalars.String,
        ["Boolean"] = Scalars.Boolean,
        ["ID"] = Scalars.Id,
    };

    private readonly SchemaBinding _binding;
    private readonly IReadOnlyDictionary<string, NamedType> _existing;
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <param name="binding">Resolvers and scalars.</param>
    /// <param name="existing">Types written in C#, by name, which extensions may extend.</param>
    public DefinitionReader(SchemaBinding binding, IReadOnlyDictionary<string, NamedType> existing)
    {
        _binding = binding;
        _existing = existing;
    }

    /// <summary>The types the document defines, in its order.</summary>
    public IReadOnlyCollection<NamedType> Types => _types.Values;

    public List<DirectiveDefinition> Directives { get; } = [];

    /// <summary>The roots it names or implies, by kind of operation.</summary>
    public Dictionary<OperationKind, NamedType> Roots { get; } = [];

    public string? Description { get; private set; }

    public IReadOnlyList<string> Problems => _problems;

    /// <param name="document">A document that keeps the <see cref="DefinitionRules"/>.</param>
    public void Read(Document document)
    {
        var definitions = document.Definitions.OfType<TypeSystemDefinition>().ToArray();

        // 1. Every type by name, empty, so that the order of definitions does not matter.
        foreach (var type in definitions.OfType<TypeDeclaration>().Where(type => !type.IsExtension && !IsImplied(type.Name)))
        {
            _types[type.Name] = Create(type, definitions);
        }

        // 2. What is in them, extensions last.
        foreach (var type in definitions.OfType<TypeDeclaration>().Where(type => !IsImplied(type.Name)).OrderBy(type => type.IsExtension))
        {
            Fill(type);
        }

        foreach (var directive in definitions.OfType<DirectiveDeclaration>())
        {
            Directives.Add(Create(directive));
        }

        // 3. The roots.
        ReadRoots(definitions.OfType<SchemaDeclaration>().ToArray());
    }

    private static bool IsImplied(string name) => BuiltIn.ContainsKey(name) || Schema.IsIntrospectionName(name);

    private NamedType? Find(string name) => _types.GetValueOrDefault(name) ?? _existing.GetValueOrDefault(name);

    private NamedType Create(TypeDeclaration declaration, TypeSystemDefinition[] all)
    {
        var name = declaration.Name;
        switch (declaration)
        {
            case ComplexDeclaration { IsInterface: true }:
                var @interface = new InterfaceType<object>(name, declaration.Description) { InheritsFields = false };
                return _binding.ResolveType is null
                    ? @interface.ResolveType(source => SchemaBinding.ReadEntry(source, "__typename") as string ?? "")
                    : @interface.ResolveType(source => _binding.ResolveType(name, source));
            case ComplexDeclaration:
                return new ObjectType<object>(name, declaration.Description) { InheritsFields = false };
            case UnionDeclaration:
                var union = new UnionType(name, declaration.Description);
                return _binding.ResolveType is null
                    ? union.ResolveType(source => SchemaBinding.ReadEntry(source, "__typename") as string ?? "")
                    : union.ResolveType(source => _binding.ResolveType(name, source));
            case EnumDeclaration:
                return new EnumType<string>(name, declaration.Description);
            case InputDeclaration:
                return new InputObjectType(name, declaration.Description, oneOf: declaration.Directives.Any(directive => directive.Name == "oneOf"));
            default:
                var address = all.OfType<ScalarDeclaration>().Where(scalar => scalar.Name == name)
                    .SelectMany(scalar => scalar.Directives).LastOrDefault(directive => directive.Name == "specifiedBy");
                return _binding.Scalars.FirstOrDefault(scalar => scalar.Name == name)
                    ?? AnyJson(name, declaration.Description, address is null ? null : Text(address, "url"));
        }
    }

    /// <summary>A scalar that takes any JSON and gives any value as JSON.</summary>
    private static ScalarType<JsonElement> AnyJson(string name, string? description, string? specifiedBy) => new(
        name,
        (output, value) => Scalars.Any.Write(output, value),
        (ScalarInput input, out JsonElement value) =>
        {
            value = input.ToJson();
            return true;
        },
        description,
        specifiedBy,
        (object value, out JsonElement converted) =>
        {
            converted = JsonSerializer.SerializeToElement(value);
            return true;
        });

    private void Fill(TypeDeclaration declaration)
    {
        switch (declaration, Find(declaration.Name))
        {
            case (ComplexDeclaration complex, ComplexType type):
                Fill(complex, type);
                break;
            case (UnionDeclaration union, UnionType type):
                foreach (var member in union.Members)
                {
                    if (Find(member.Name) is ObjectType found)
                    {
                        type.Of(found);
                    }
                    else
                    {
                        _problems.Add($"{union.Name}: '{member.Name}' cannot be a member; only object types can be members of a union.");
                    }
                }

                break;
            case (EnumDeclaration @enum, EnumType<string> type):
                foreach (var value in @enum.Values)
                {
                    type.Value(value.Name, value.Name, value.Description, Deprecation(value.Directives));
                }

                break;
            case (InputDeclaration input, InputObjectType type):
                foreach (var field in input.Fields)
                {
                    type.Add(Create(field));
                }

                break;
            case (ScalarDeclaration, ScalarType):
                break;
            default:
                _problems.Add($"{declaration.Name}: the type cannot be extended here; add to it in C#, where it is written.");
                break;
        }
    }

    private void Fill(ComplexDeclaration declaration, ComplexType type)
    {
        foreach (var parent in declaration.Interfaces)
        {
            if (Find(parent.Name) is InterfaceType found)
            {
                type.AddInterface(() => found);
            }
            else
            {
                _problems.Add($"{declaration.Name}: cannot implement '{parent.Name}', which is not an interface.");
            }
        }

        foreach (var field in declaration.Fields)
        {
            var typeOf = TypeOf(field.Type);
            var arguments = field.Arguments.Select(Create).ToArray();
            var deprecated = Deprecation(field.Directives);
            type.Add(declaration.IsInterface
                ? new PromisedField(field.Name, typeOf, field.Description, deprecated, arguments)
                : Resolved(type, field, typeOf, deprecated, arguments));
        }
    }

    private FieldDefinition Resolved(ComplexType type, FieldDeclaration field, Func<SchemaType> typeOf, string? deprecated, InputValue[] arguments)
    {
        var name = field.Name;
        var resolve = _binding.Resolve?.Invoke(type.Name, name);
        if (_binding.Subscribe?.Invoke(type.Name, name) is { } subscribe)
        {
            return new StreamedField<object, object, object?>(
                name, typeOf, subscribe, resolve ?? ((source, _) => source), field.Description, deprecated, arguments);
        }

        return new ResolvedField<object, object?>(
            name, typeOf, resolve ?? ((source, _) => SchemaBinding.ReadEntry(source, name)), field.Description, deprecated, arguments);
    }

    private InputValue Create(InputValueDeclaration value) =>
        new(value.Name, TypeOf(value.Type), value.Description, value.DefaultValue?.ToString(), Deprecation(value.Directives));

    private DirectiveDefinition Create(DirectiveDeclaration directive) => new(
        directive.Name,
        [.. directive.Locations.Select(name => Enum.Parse<DirectiveLocation>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true))],
        directive.Description,
        [.. directive.Arguments.Select(Create)],
        directive.IsRepeatable)
    {
        IsBuiltIn = Building.SpecifiedDirectives.Names.Contains(directive.Name),
    };

    private Func<SchemaType> TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list when TypeOf(list.Item) is var item => () => item().List(),
        NonNullTypeNode nonNull when TypeOf(nonNull.Inner) is var inner => () => inner().NonNull(),
        NamedTypeNode named => () => BuiltIn.GetValueOrDefault(named.Name) ?? Find(named.Name) ?? (SchemaType)new TypeReference(named.Name),
        _ => throw new ArgumentException("A type is a name, a list or a non-null.", nameof(node)),
    };

    private static string? Deprecation(IReadOnlyList<Directive> directives)
    {
        var directive = directives.FirstOrDefault(directive => directive.Name == "deprecated");
        return directive is null ? null : Text(directive, "reason") ?? Building.SpecifiedDirectives.DefaultReason;
    }

    private static string? Text(Directive directive, string argument) => (directive.FindArgument(argument) as StringNode)?.Value;

    private void ReadRoots(SchemaDeclaration[] schemas)
    {
        foreach (var root in schemas.SelectMany(schema => schema.Roots))
        {
            if (Find(root.Type.Name) is { } type)
            {
                Roots[root.Kind] = type;
            }
        }

        Description = schemas.FirstOrDefault(schema => schema.Description is not null)?.Description;
        foreach (var (kind, name) in ((OperationKind, string)[])
            [(OperationKind.Query, "Query"), (OperationKind.Mutation, "Mutation"), (OperationKind.Subscription, "Subscription")])
        {
            if (schemas.All(schema => schema.IsExtension) && _types.TryGetValue(name, out var type))
            {
                Roots[kind] = type;
            }
        }

        foreach (var (kind, type) in Roots.Where(root => root.Value is not ObjectType))
        {
            _problems.Add($"{type.Name}: the root of a {kind.ToString().ToLowerInvariant()} is an object type, not this.");
        }
    }
}
