namespace Hedensted.GraphQL.Engine.Types;

/// <summary>Any type a field, argument or input field can have: a named type, or a list or non-null of one.</summary>
/// <remarks>See <see href="https://spec.graphql.org/September2025/#sec-Types">Types</see>.</remarks>
public abstract class SchemaType
{
    private ListType? _list;
    private NonNullType? _nonNull;

    private protected SchemaType()
    {
    }

    /// <summary>The type at the core when every list and non-null is taken off.</summary>
    public abstract NamedType Named { get; }

    /// <summary><c>[This]</c>: a list whose items have this type.</summary>
    public ListType List() => _list ??= new ListType(this);

    /// <summary><c>This!</c>: the same type without null.</summary>
    /// <exception cref="InvalidOperationException">The type is already non-null.</exception>
    public NonNullType NonNull() => this is NonNullType
        ? throw new InvalidOperationException($"'{this}' is already non-null; call NonNull() once.")
        : _nonNull ??= new NonNullType(this);

    /// <summary>The type as written in the schema definition language, e.g. <c>[Branch!]!</c>.</summary>
    public abstract override string ToString();

    /// <summary>The type without an outer non-null.</summary>
    internal virtual SchemaType Nullable => this;

    /// <summary>This type with every <see cref="TypeReference"/> replaced by the type it names.</summary>
    internal abstract SchemaType Bind(Func<string, NamedType> find);
}

/// <summary><c>[Item]</c>. A resolver answers with any <see cref="System.Collections.IEnumerable"/>; lists and arrays are fastest.</summary>
public sealed class ListType : SchemaType
{
    internal ListType(SchemaType item) => Item = item;

    /// <summary>The type of each item.</summary>
    public SchemaType Item { get; }

    /// <inheritdoc/>
    public override NamedType Named => Item.Named;

    /// <inheritdoc/>
    public override string ToString() => $"[{Item}]";

    internal override SchemaType Bind(Func<string, NamedType> find)
    {
        var item = Item.Bind(find);
        return ReferenceEquals(item, Item) ? this : item.List();
    }
}

/// <summary><c>Type!</c>. A null here is an error that travels to the nearest nullable parent.</summary>
public sealed class NonNullType : SchemaType
{
    internal NonNullType(SchemaType inner) => Inner = inner;

    /// <summary>The same type with null.</summary>
    public SchemaType Inner { get; }

    /// <inheritdoc/>
    public override NamedType Named => Inner.Named;

    internal override SchemaType Nullable => Inner;

    /// <inheritdoc/>
    public override string ToString() => $"{Inner}!";

    internal override SchemaType Bind(Func<string, NamedType> find)
    {
        var inner = Inner.Bind(find);
        return ReferenceEquals(inner, Inner) ? this : inner.NonNull();
    }
}

/// <summary>A type named before it exists; the schema replaces it when it is built.</summary>
/// <remarks>Use it where a type is made at run time and only its name is known, e.g. <c>new TypeReference("Media").List()</c>.</remarks>
/// <param name="name">The name of a type in the same schema.</param>
public sealed class TypeReference(string name) : SchemaType
{
    /// <summary>The name that is looked up when the schema is built.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override NamedType Named => throw new InvalidOperationException(
        $"'{Name}' is a reference that is looked up when the schema is built; read the type from the schema instead.");

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal override SchemaType Bind(Func<string, NamedType> find) => find(Name);
}
