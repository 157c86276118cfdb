namespace Hedensted.GraphQL.Engine.Types;

/// <summary>Reads an input; answers false when it does not fit the scalar.</summary>
public delegate bool ScalarParser<T>(ScalarInput input, out T value);

/// <summary>Turns another CLR type than the scalar's own into it; answers false when it cannot.</summary>
public delegate bool ScalarConverter<T>(object value, out T converted);

/// <summary>A leaf type, whatever its CLR type is.</summary>
public abstract class ScalarType : NamedType
{
    private protected ScalarType(string name, string? description, string? specifiedBy)
        : base(name, description) => SpecifiedBy = specifiedBy;

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>Where the format is specified (<c>@specifiedBy</c>).</summary>
    public string? SpecifiedBy { get; }

    /// <summary>Whether it is one of the specification's five.</summary>
    internal bool IsBuiltIn => Name is "Int" or "Float" or "String" or "Boolean" or "ID";

    /// <summary>Reads an input; false when it does not fit.</summary>
    internal abstract bool TryParse(ScalarInput input, out object? value);

    /// <summary>Writes a boxed value; false when it does not fit.</summary>
    internal abstract bool TryWrite(JsonOutput output, object value);
}

/// <summary>A leaf type over CLR values of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">What resolvers answer with and arguments carry.</typeparam>
/// <param name="name">The name clients use.</param>
/// <param name="write">Writes exactly one JSON value; throws <see cref="GraphQLException"/> for a value the scalar cannot express.</param>
/// <param name="parse">Reads an input.</param>
/// <param name="description">What introspection tells about it.</param>
/// <param name="specifiedBy">Where the format is specified (<c>@specifiedBy</c>).</param>
/// <param name="convert">Accepts further CLR types from resolvers.</param>
public sealed class ScalarType<T>(
    string name,
    Action<JsonOutput, T> write,
    ScalarParser<T> parse,
    string? description = null,
    string? specifiedBy = null,
    ScalarConverter<T>? convert = null) : ScalarType(name, description, specifiedBy)
    where T : notnull
{
    internal void Write(JsonOutput output, T value) => write(output, value);

    internal override bool TryParse(ScalarInput input, out object? value)
    {
        var fits = parse(input, out var typed);
        value = fits ? typed : null;
        return fits;
    }

    internal override bool TryWrite(JsonOutput output, object value)
    {
        if (value is T typed || (convert is not null && convert(value, out typed)))
        {
            write(output, typed);
            return true;
        }

        return false;
    }
}
