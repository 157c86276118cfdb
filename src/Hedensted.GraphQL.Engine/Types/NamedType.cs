namespace Hedensted.GraphQL.Engine.Types;

/// <summary>What a named type is; the values of <c>__TypeKind</c> without the two wrappers.</summary>
public enum TypeKind
{
    /// <summary>A leaf such as <c>String</c>.</summary>
    Scalar,

    /// <summary>A set of fields with resolvers.</summary>
    Object,

    /// <summary>Fields that several objects promise.</summary>
    Interface,

    /// <summary>One of several objects.</summary>
    Union,

    /// <summary>A leaf with a closed set of names.</summary>
    Enum,

    /// <summary>A structured argument.</summary>
    InputObject,
}

/// <summary>A type with a name in the schema.</summary>
public abstract class NamedType : SchemaType
{
    private protected NamedType(string name, string? description)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Description = description;
    }

    /// <summary>The name clients use, unique in the schema.</summary>
    public string Name { get; }

    /// <summary>What introspection tells about the type; Markdown.</summary>
    public string? Description { get; }

    /// <summary>What kind of type this is.</summary>
    public abstract TypeKind Kind { get; }

    /// <inheritdoc/>
    public override NamedType Named => this;

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal bool IsInput => Kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    internal bool IsOutput => Kind != TypeKind.InputObject;

    internal bool IsComposite => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;

    internal bool IsLeaf => Kind is TypeKind.Scalar or TypeKind.Enum;

    internal bool IsAbstract => Kind is TypeKind.Interface or TypeKind.Union;

    /// <summary>Whether a schema has bound this type; composite and input object types belong to exactly one.</summary>
    internal bool IsClaimed { get; set; }

    internal override SchemaType Bind(Func<string, NamedType> find) => this;
}
