using System.Collections.Frozen;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>A structured argument. Coerced to <see cref="InputValues"/>, or to what its binder makes of them.</summary>
/// <param name="name">The name clients use.</param>
/// <param name="description">What introspection tells about it.</param>
/// <param name="oneOf">Whether exactly one field must be given, and not null (<c>@oneOf</c>).</param>
/// <param name="bind">Turns the coerced fields into an immutable CLR object that resolvers read with <c>Get&lt;T&gt;</c>; of a literal it is made once and shared by requests. It may refuse with <see cref="GraphQLException"/>.</param>
public sealed class InputObjectType(
    string name, string? description = null, bool oneOf = false, Func<InputValues, object>? bind = null) : NamedType(name, description)
{
    private readonly List<InputValue> _fields = [];
    private FrozenDictionary<string, int>? _indexes;

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.InputObject;

    /// <summary>The fields, in the order they were added.</summary>
    public IReadOnlyList<InputValue> Fields => _fields;

    /// <summary>Whether exactly one field must be given, and not null.</summary>
    public bool IsOneOf { get; } = oneOf;

    /// <summary>Adds a field.</summary>
    /// <param name="name">The name clients use.</param>
    /// <param name="type">An input type.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="defaultValue">A GraphQL literal.</param>
    /// <param name="deprecated">The reason not to use it any more.</param>
    public InputObjectType Field(
        string name, SchemaType type, string? description = null, string? defaultValue = null, string? deprecated = null) =>
        Add(new InputValue(name, type, description, defaultValue, deprecated));

    /// <summary>Adds a field whose type is looked up when the schema is built, for types that refer to each other or to themselves.</summary>
    /// <inheritdoc cref="Field(string, SchemaType, string?, string?, string?)"/>
    public InputObjectType Field(
        string name, Func<SchemaType> type, string? description = null, string? defaultValue = null, string? deprecated = null) =>
        Add(new InputValue(name, type, description, defaultValue, deprecated));

    internal InputValue? FindField(string name) => IndexOf(name) is var index and >= 0 ? _fields[index] : null;

    internal int IndexOf(string name) => _indexes is null
        ? _fields.FindIndex(field => field.Name == name)
        : _indexes.TryGetValue(name, out var index) ? index : -1;

    internal object Complete(object?[] values)
    {
        var fields = new InputValues(_fields, values);
        return bind is null ? fields : bind(fields);
    }

    internal void BindFields(Func<string, NamedType> find)
    {
        foreach (var field in _fields)
        {
            field.Bind(find);
        }

        _indexes = _fields.Select((field, index) => (field.Name, index)).ToFrozenDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);
    }

    internal InputObjectType Add(InputValue field)
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
        return this;
    }
}
