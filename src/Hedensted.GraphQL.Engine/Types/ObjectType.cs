namespace Hedensted.GraphQL.Engine.Types;

/// <summary>An object type, whatever its CLR source is.</summary>
public abstract class ObjectType : ComplexType
{
    private protected ObjectType(string name, string? description)
        : base(name, description)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Object;

    /// <summary>The CLR type whose instances this type describes.</summary>
    public abstract Type SourceType { get; }

    /// <summary>The place among the object types of its schema; indexes compiled selections.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>Whether a finished object may be used again for other requests over the same data.</summary>
    internal bool IsReusable { get; set; }
}

/// <summary>An object type whose resolvers read a <typeparamref name="T"/>.</summary>
/// <remarks>
/// For types made at run time use the common class of their instances (even <see cref="object"/>) as
/// <typeparamref name="T"/>, and tell their interfaces and unions how to choose among them. A type belongs to one schema.
/// </remarks>
/// <typeparam name="T">The CLR type of the source object.</typeparam>
/// <param name="name">The name clients use.</param>
/// <param name="description">What introspection tells about it.</param>
public sealed class ObjectType<T>(string name, string? description = null) : ObjectType(name, description)
    where T : class
{
    /// <inheritdoc/>
    public override Type SourceType => typeof(T);

    /// <summary>Declares that the type keeps an interface's promise.</summary>
    /// <remarks>Fields that the interface resolves itself (<see cref="InterfaceType{T}"/>) need not be repeated here.</remarks>
    public ObjectType<T> Implements(params ReadOnlySpan<InterfaceType> interfaces)
    {
        foreach (var parent in interfaces)
        {
            AddInterface(() => parent);
        }

        return this;
    }

    /// <summary>Adds a field that needs only the source.</summary>
    /// <param name="name">The name clients use.</param>
    /// <param name="type">An output type that fits what <paramref name="resolve"/> answers.</param>
    /// <param name="resolve">Reads the value; runs once per object, synchronously.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="deprecated">The reason not to use it any more.</param>
    /// <param name="arguments">The arguments, in the order of the schema.</param>
    public ObjectType<T> Field<TValue>(
        string name,
        SchemaType type,
        Func<T, TValue> resolve,
        string? description = null,
        string? deprecated = null,
        IReadOnlyList<InputValue>? arguments = null) =>
        Field(name, () => type, (source, _) => resolve(source), description, deprecated, arguments);

    /// <summary>Adds a field that needs its arguments or the request.</summary>
    /// <inheritdoc cref="Field{TValue}(string, SchemaType, Func{T, TValue}, string?, string?, IReadOnlyList{InputValue}?)"/>
    public ObjectType<T> Field<TValue>(
        string name,
        SchemaType type,
        Func<T, FieldContext, TValue> resolve,
        string? description = null,
        string? deprecated = null,
        IReadOnlyList<InputValue>? arguments = null) =>
        Field(name, () => type, resolve, description, deprecated, arguments);

    /// <summary>Adds a field whose type is looked up when the schema is built, for types that refer to each other.</summary>
    /// <inheritdoc cref="Field{TValue}(string, SchemaType, Func{T, TValue}, string?, string?, IReadOnlyList{InputValue}?)"/>
    public ObjectType<T> Field<TValue>(
        string name,
        Func<SchemaType> type,
        Func<T, TValue> resolve,
        string? description = null,
        string? deprecated = null,
        IReadOnlyList<InputValue>? arguments = null) =>
        Field(name, type, (source, _) => resolve(source), description, deprecated, arguments);

    /// <summary>Adds a field whose type is looked up when the schema is built, and that needs its arguments or the request.</summary>
    /// <inheritdoc cref="Field{TValue}(string, SchemaType, Func{T, TValue}, string?, string?, IReadOnlyList{InputValue}?)"/>
    public ObjectType<T> Field<TValue>(
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

    /// <summary>Adds a subscription field: every event of a stream becomes an answer.</summary>
    /// <remarks>Only the root of subscriptions streams; see <see cref="GraphQLEngine.SubscribeAsync"/>.</remarks>
    /// <param name="name">The name clients use.</param>
    /// <param name="type">An output type that fits what <paramref name="resolve"/> answers.</param>
    /// <param name="subscribe">Opens the stream; its cancellation is the client's leaving.</param>
    /// <param name="resolve">Reads the value of one event.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="deprecated">The reason not to use it any more.</param>
    /// <param name="arguments">The arguments, in the order of the schema.</param>
    public ObjectType<T> Stream<TEvent, TValue>(
        string name,
        SchemaType type,
        Func<T, FieldContext, IAsyncEnumerable<TEvent>> subscribe,
        Func<TEvent, FieldContext, TValue> resolve,
        string? description = null,
        string? deprecated = null,
        IReadOnlyList<InputValue>? arguments = null)
        where TEvent : class
    {
        Add(new StreamedField<T, TEvent, TValue>(name, () => type, subscribe, resolve, description, deprecated, arguments));
        return this;
    }

    /// <summary>Lets finished objects of this type be used again while the data stay the same; see <see cref="FragmentStore"/>.</summary>
    /// <remarks>For sources that never change, whose fields read nothing but the source and the request's state.</remarks>
    public ObjectType<T> Reusable()
    {
        IsReusable = true;
        return this;
    }

    /// <summary>Tells what a field costs; see <see cref="EngineOptions.MaxCost"/>.</summary>
    /// <param name="field">The name of a field that has been added.</param>
    /// <param name="cost">Its weight and the size of its lists.</param>
    public ObjectType<T> Cost(string field, FieldCost cost)
    {
        SetCost(field, cost);
        return this;
    }
}
