namespace Hedensted.GraphQL.Engine.Types;

/// <summary>Coerced arguments of a field, or the coerced fields of an input object, read by name.</summary>
/// <remarks>
/// A value is <em>given</em> when the client wrote it (null included) or the schema has a default. CLR types: Int is
/// <see cref="int"/>, Float <see cref="double"/>, String and ID <see cref="string"/>, Boolean <see cref="bool"/>, an enum its own
/// CLR value, an input object <see cref="InputValues"/> (or what its binder made), other scalars the T of their <see cref="ScalarType{T}"/>.
/// </remarks>
public sealed class InputValues
{
    internal static readonly object Absent = new();
    private readonly IReadOnlyList<InputValue> _definitions;
    private readonly object?[] _values;

    internal InputValues(IReadOnlyList<InputValue> definitions, object?[] values)
    {
        _definitions = definitions;
        _values = values;
    }

    /// <summary>No values at all.</summary>
    public static InputValues Empty { get; } = new([], []);

    /// <summary>The names that are given, in the order of the schema.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            for (var i = 0; i < _values.Length; i++)
            {
                if (!ReferenceEquals(_values[i], Absent))
                {
                    yield return _definitions[i].Name;
                }
            }
        }
    }

    /// <summary>Whether the value is given, perhaps as null.</summary>
    public bool Has(string name) => !ReferenceEquals(Find(name), Absent);

    /// <summary>Whether the value is given as null on purpose, which differs from not giving it.</summary>
    public bool IsNull(string name) => Find(name) is null;

    /// <summary>Reads a value that is given and not null.</summary>
    /// <returns>False when the value is absent or null.</returns>
    public bool TryGet<T>(string name, out T value)
        where T : notnull
    {
        var found = Find(name);
        if (found is null || ReferenceEquals(found, Absent))
        {
            value = default!;
            return false;
        }

        value = (T)found;
        return true;
    }

    /// <summary>Reads a value that the schema guarantees: non-null, or with a default.</summary>
    /// <exception cref="InvalidOperationException">The value is absent or null; the schema should have made it required.</exception>
    public T Get<T>(string name)
        where T : notnull => TryGet<T>(name, out var value)
            ? value
            : throw new InvalidOperationException($"'{name}' is not given; make it non-null in the schema or read it with TryGet.");

    /// <summary>Reads a value, or the default of <typeparamref name="T"/> when it is absent or null; ask for <c>int?</c> to tell 0 from nothing.</summary>
    public T? GetOrDefault<T>(string name)
    {
        var found = Find(name);
        return found is null || ReferenceEquals(found, Absent) ? default : (T)found;
    }

    /// <summary>Reads a list; empty when it is absent or null.</summary>
    /// <remarks>Ask for a nullable item type when the schema allows null items.</remarks>
    public IReadOnlyList<T> GetList<T>(string name)
    {
        var found = Find(name);
        if (found is null || ReferenceEquals(found, Absent))
        {
            return [];
        }

        var items = (object?[])found;
        return Array.ConvertAll(items, item => (T)item!);
    }

    /// <summary>The value of an input value by its place in the schema; <see cref="Absent"/> when not given.</summary>
    internal object? this[int index] => _values[index];

    internal int Count => _values.Length;

    private object? Find(string name)
    {
        for (var i = 0; i < _definitions.Count; i++)
        {
            if (string.Equals(_definitions[i].Name, name, StringComparison.Ordinal))
            {
                return _values[i];
            }
        }

        throw new ArgumentException($"The schema declares no input value '{name}' here.", nameof(name));
    }
}
