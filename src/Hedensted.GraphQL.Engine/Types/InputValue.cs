namespace Hedensted.GraphQL.Engine.Types;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValue
{
    private readonly Func<SchemaType> _type;
    private SchemaType? _bound;

    /// <param name="name">The name clients use.</param>
    /// <param name="type">An input type.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="defaultValue">A GraphQL literal, e.g. <c>10</c>, <c>ASC</c> or <c>{ eq: true }</c>.</param>
    /// <param name="deprecated">The reason not to use it any more.</param>
    public InputValue(string name, SchemaType type, string? description = null, string? defaultValue = null, string? deprecated = null)
        : this(name, () => type, description, defaultValue, deprecated) => ArgumentNullException.ThrowIfNull(type);

    /// <summary>An input value whose type is looked up when the schema is built, for types that refer to each other.</summary>
    /// <inheritdoc cref="InputValue(string, SchemaType, string?, string?, string?)"/>
    public InputValue(string name, Func<SchemaType> type, string? description = null, string? defaultValue = null, string? deprecated = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        _type = type;
        Description = description;
        DefaultLiteral = defaultValue;
        DeprecationReason = deprecated;
    }

    /// <summary>The name clients use.</summary>
    public string Name { get; }

    /// <summary>What introspection tells about it.</summary>
    public string? Description { get; }

    /// <summary>The default as a GraphQL literal; null when there is none.</summary>
    public string? DefaultLiteral { get; }

    /// <summary>The reason not to use it any more; null when it is in good standing.</summary>
    public string? DeprecationReason { get; }

    /// <summary>The type; only known once the schema is built.</summary>
    public SchemaType Type => _bound ?? throw new InvalidOperationException($"The type of '{Name}' is known when the schema is built.");

    /// <summary>The default, coerced when the schema is built.</summary>
    internal object? DefaultValue { get; private set; }

    /// <summary>The type as declared, before a schema binds it.</summary>
    internal SchemaType DeclaredType => _bound ?? _type();

    internal bool HasDefault => DefaultLiteral is not null;

    internal bool IsRequired => Type is NonNullType && DefaultLiteral is null;

    internal void Bind(Func<string, NamedType> find) => _bound ??= _type().Bind(find);

    internal bool HasBoundDefault => CanonicalDefault is not null;

    /// <summary>The default as introspection and the schema definition language print it.</summary>
    internal string? CanonicalDefault { get; private set; }

    internal void BindDefault(object? value, string canonical)
    {
        DefaultValue = value;
        CanonicalDefault = canonical;
    }
}
