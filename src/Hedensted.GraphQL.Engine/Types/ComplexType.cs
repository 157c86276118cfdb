using System.Collections.Frozen;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>A type with fields: an object or an interface.</summary>
public abstract class ComplexType : NamedType
{
    private readonly List<FieldDefinition> _fields = [];
    private readonly List<Func<InterfaceType>> _interfaceSources = [];
    private FrozenDictionary<string, FieldDefinition>? _byName;

    private protected ComplexType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>The fields, in the order they were added.</summary>
    public IReadOnlyList<FieldDefinition> Fields => _fields;

    /// <summary>The interfaces it declares; only known once the schema is built.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; private set; } = [];

    /// <summary>The field with that name, or null.</summary>
    public FieldDefinition? FindField(string name) =>
        _byName is null ? _fields.Find(field => field.Name == name) : _byName.GetValueOrDefault(name);

    internal void SetCost(string field, FieldCost cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        var definition = _fields.Find(existing => existing.Name == field)
            ?? throw new ArgumentException($"'{Name}' has no field '{field}' yet; add it before its cost.", nameof(field));
        definition.Cost = cost;
    }

    internal void Add(FieldDefinition field)
    {
        if (IsClaimed)
        {
            throw new InvalidOperationException($"'{Name}' belongs to a schema already; add '{field.Name}' before the schema is built.");
        }

        if (_fields.Exists(existing => existing.Name == field.Name))
        {
            throw new ArgumentException($"'{Name}' already has a field '{field.Name}'.");
        }

        _fields.Add(field);
    }

    /// <summary>The interfaces as declared, before a schema binds them.</summary>
    internal IEnumerable<InterfaceType> DeclaredInterfaces => _interfaceSources.Select(source => source());

    /// <summary>Whether fields of its interfaces need not be repeated: so in C#, not in the schema definition language.</summary>
    internal bool InheritsFields { get; init; } = true;

    internal void AddInterface(Func<InterfaceType> source) => _interfaceSources.Add(source);

    /// <summary>Fixes the interfaces and takes over the resolvers of fields that the type does not declare itself.</summary>
    internal void BindInterfaces()
    {
        Interfaces = [.. _interfaceSources.Select(source => source())];
        foreach (var field in InheritsFields ? Interfaces.SelectMany(parent => parent.Fields) : [])
        {
            if ((field.HasResolver || this is InterfaceType) && !_fields.Exists(existing => existing.Name == field.Name))
            {
                _fields.Add(field);
            }
        }
    }

    internal void BindFields(Func<string, NamedType> find)
    {
        foreach (var field in _fields)
        {
            field.Bind(find);
        }

        _byName = _fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }
}
