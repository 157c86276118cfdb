namespace Hedensted.GraphQL.Engine.Types;

/// <summary>A field of an object or interface type.</summary>
public abstract class FieldDefinition
{
    private readonly Func<SchemaType> _type;
    private SchemaType? _bound;

    private protected FieldDefinition(
        string name, Func<SchemaType> type, string? description, string? deprecated, IReadOnlyList<InputValue>? arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        _type = type;
        Description = description;
        DeprecationReason = deprecated;
        Arguments = arguments ?? [];
    }

    /// <summary>The name clients use.</summary>
    public string Name { get; }

    /// <summary>What introspection tells about it.</summary>
    public string? Description { get; }

    /// <summary>The reason not to use it any more; null when it is in good standing.</summary>
    public string? DeprecationReason { get; }

    /// <summary>The arguments, in the order of the schema.</summary>
    public IReadOnlyList<InputValue> Arguments { get; }

    /// <summary>The type; only known once the schema is built.</summary>
    public SchemaType Type => _bound ?? throw new InvalidOperationException($"The type of '{Name}' is known when the schema is built.");

    /// <summary>What it costs; null for the usual.</summary>
    internal FieldCost? Cost { get; set; }

    /// <summary>The type as declared, before a schema binds it.</summary>
    internal SchemaType DeclaredType => _bound ?? _type();

    internal virtual bool HasResolver => true;

    internal InputValue? FindArgument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.Ordinal))
            {
                return argument;
            }
        }

        return null;
    }

    internal void Bind(Func<string, NamedType> find)
    {
        _bound ??= _type().Bind(find);
        foreach (var argument in Arguments)
        {
            argument.Bind(find);
        }
    }

    /// <summary>Hands the field, with its CLR types, to what executes it.</summary>
    internal abstract TResult Accept<TResult>(IFieldVisitor<TResult> visitor);
}

/// <summary>Receives a field with its CLR types; how execution stays out of the type system.</summary>
internal interface IFieldVisitor<out TResult>
{
    TResult Visit<TSource, TValue>(ResolvedField<TSource, TValue> field);

    TResult VisitUnresolved(FieldDefinition field);
}

/// <summary>A field with a resolver.</summary>
internal class ResolvedField<TSource, TValue>(
    string name,
    Func<SchemaType> type,
    Func<TSource, FieldContext, TValue> resolve,
    string? description,
    string? deprecated,
    IReadOnlyList<InputValue>? arguments) : FieldDefinition(name, type, description, deprecated, arguments)
{
    public Func<TSource, FieldContext, TValue> Resolve { get; } = resolve;

    internal override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A field that only promises: an interface's.</summary>
internal sealed class PromisedField(
    string name, Func<SchemaType> type, string? description, string? deprecated, IReadOnlyList<InputValue>? arguments)
    : FieldDefinition(name, type, description, deprecated, arguments)
{
    internal override bool HasResolver => false;

    internal override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.VisitUnresolved(this);
}

/// <summary>A subscription's field: a stream of events, and a resolver that each event runs through.</summary>
internal interface IStreamedField
{
    /// <summary>The source stream: <see href="https://spec.graphql.org/September2025/#CreateSourceEventStream()">CreateSourceEventStream</see>.</summary>
    IAsyncEnumerable<object> Subscribe(object state, FieldContext context);
}

/// <inheritdoc cref="IStreamedField"/>
internal sealed class StreamedField<TSource, TEvent, TValue>(
    string name,
    Func<SchemaType> type,
    Func<TSource, FieldContext, IAsyncEnumerable<TEvent>> subscribe,
    Func<TEvent, FieldContext, TValue> resolve,
    string? description,
    string? deprecated,
    IReadOnlyList<InputValue>? arguments)
    : ResolvedField<TEvent, TValue>(name, type, resolve, description, deprecated, arguments), IStreamedField
    where TEvent : class
{
    IAsyncEnumerable<object> IStreamedField.Subscribe(object state, FieldContext context) => subscribe((TSource)state, context);
}
