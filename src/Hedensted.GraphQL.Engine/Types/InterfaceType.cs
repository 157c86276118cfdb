namespace Hedensted.GraphQL.Engine.Types;

/// <summary>An interface type, whatever its CLR source is.</summary>
public abstract class InterfaceType : ComplexType, IAbstractType
{
    private protected InterfaceType(string name, string? description)
        : base(name, description)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Interface;

    /// <inheritdoc/>
    public IReadOnlyList<ObjectType> PossibleTypes { get; internal set; } = [];

    internal TypeChooser Chooser { get; } = new();

    TypeChooser IAbstractType.Chooser => Chooser;
}

/// <summary>An interface type over instances of <typeparamref name="T"/>.</summary>
/// <remarks>A field added with a resolver is given to every implementing object that does not declare it itself.</remarks>
/// <typeparam name="T">The CLR type or interface its instances share.</typeparam>
/// <param name="name">The name clients use.</param>
/// <param name="description">What introspection tells about it.</param>
public sealed class InterfaceType<T>(string name, string? description = null) : InterfaceType(name, description)
    where T : class
{
    /// <summary>Declares that the interface implements other interfaces.</summary>
    public InterfaceType<T> Implements(params ReadOnlySpan<InterfaceType> interfaces)
    {
        foreach (var parent in interfaces)
        {
            AddInterface(() => parent);
        }

        return this;
    }

    /// <summary>Chooses the object type of an instance by its name in the schema.</summary>
    /// <remarks>Without it the object type is the one whose source type fits the instance best.</remarks>
    public InterfaceType<T> ResolveType(Func<T, string> chooseName)
    {
        Chooser.Use(source => chooseName((T)source));
        return this;
    }

    /// <summary>Adds a field that implementing objects must resolve.</summary>
    /// <param name="name">The name clients use.</param>
    /// <param name="type">An output type.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="deprecated">The reason not to use it any more.</param>
    /// <param name="arguments">The arguments, in the order of the schema.</param>
    public InterfaceType<T> Field(
        string name, SchemaType type, string? description = null, string? deprecated = null, IReadOnlyList<InputValue>? arguments = null) =>
        Field(name, () => type, description, deprecated, arguments);

    /// <summary>Adds a field that implementing objects must resolve; its type is looked up when the schema is built.</summary>
    /// <inheritdoc cref="Field(string, SchemaType, string?, string?, IReadOnlyList{InputValue}?)"/>
    public InterfaceType<T> Field(
        string name, Func<SchemaType> type, string? description = null, string? deprecated = null, IReadOnlyList<InputValue>? arguments = null)
    {
        Add(new PromisedField(name, type, description, deprecated, arguments));
        return this;
    }

    /// <summary>Adds a field that every implementing object gets with this resolver.</summary>
    /// <param name="name">The name clients use.</param>
    /// <param name="type">An output type that fits what <paramref name="resolve"/> answers.</param>
    /// <param name="resolve">Reads the value; runs once per object, synchronously.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="deprecated">The reason not to use it any more.</param>
    /// <param name="arguments">The arguments, in the order of the schema.</param>
    public InterfaceType<T> Field<TValue>(
        string name,
        SchemaType type,
        Func<T, TValue> resolve,
        string? description = null,
        string? deprecated = null,
        IReadOnlyList<InputValue>? arguments = null) =>
        Field(name, () => type, (source, _) => resolve(source), description, deprecated, arguments);

    /// <summary>Adds a field that every implementing object gets with this resolver, which needs its arguments or the request.</summary>
    /// <inheritdoc cref="Field{TValue}(string, SchemaType, Func{T, TValue}, string?, string?, IReadOnlyList{InputValue}?)"/>
    public InterfaceType<T> Field<TValue>(
        string name,
        SchemaType type,
        Func<T, FieldContext, TValue> resolve,
        string? description = null,
        string? deprecated = null,
        IReadOnlyList<InputValue>? arguments = null) =>
        Field(name, () => type, resolve, description, deprecated, arguments);

    /// <summary>Adds a field that every implementing object gets; its type is looked up when the schema is built.</summary>
    /// <inheritdoc cref="Field{TValue}(string, SchemaType, Func{T, TValue}, string?, string?, IReadOnlyList{InputValue}?)"/>
    public InterfaceType<T> Field<TValue>(
        string name,
        Func<SchemaType> type,
        Func<T, FieldContext, TValue> resolve,
        string? description = null,
        string? deprecated = null,
        IReadOnlyList<InputValue>? arguments = null)
    {
        Add(new ResolvedField<T, TValue>(name, type, resolve, description, deprecated, arguments));
        return this;
    }

    /// <summary>Tells what a field costs; see <see cref="EngineOptions.MaxCost"/>.</summary>
    /// <param name="field">The name of a field that has been added.</param>
    /// <param name="cost">Its weight and the size of its lists.</param>
    public InterfaceType<T> Cost(string field, FieldCost cost)
    {
        SetCost(field, cost);
        return this;
    }
}
