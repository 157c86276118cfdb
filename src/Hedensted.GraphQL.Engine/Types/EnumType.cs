using System.Text;

namespace Hedensted.GraphQL.Engine.Types;

/// <summary>One name of an enum.</summary>
/// <param name="Name">The name clients use, e.g. <c>SOLD_OUT</c>.</param>
/// <param name="Value">The CLR value resolvers answer with and arguments carry.</param>
/// <param name="Description">What introspection tells about it.</param>
/// <param name="DeprecationReason">The reason not to use it any more.</param>
public sealed record EnumValue(string Name, object Value, string? Description = null, string? DeprecationReason = null);

/// <summary>An enum type, whatever its CLR values are.</summary>
public abstract class EnumType : NamedType
{
    private readonly List<EnumValue> _values = [];
    private readonly Dictionary<string, EnumValue> _byName = new(StringComparer.Ordinal);

    private protected EnumType(string name, string? description)
        : base(name, description)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Enum;

    /// <summary>The values, in the order they were added.</summary>
    public IReadOnlyList<EnumValue> Values => _values;

    /// <summary>The value with that name, or null.</summary>
    public EnumValue? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Writes a boxed CLR value; false when the enum has no name for it.</summary>
    internal abstract bool TryWrite(JsonOutput output, object value);

    private protected void Add(EnumValue value)
    {
        if (!_byName.TryAdd(value.Name, value))
        {
            throw new ArgumentException($"'{Name}' already has a value '{value.Name}'.");
        }

        _values.Add(value);
    }
}

/// <summary>An enum over CLR values of type <typeparamref name="T"/>: a CLR enum, or e.g. strings for enums made at run time.</summary>
/// <typeparam name="T">What resolvers answer with and arguments carry.</typeparam>
/// <param name="name">The name clients use.</param>
/// <param name="description">What introspection tells about it.</param>
public sealed class EnumType<T>(string name, string? description = null) : EnumType(name, description)
    where T : notnull
{
    private readonly Dictionary<T, byte[]> _json = [];

    /// <summary>Adds a value.</summary>
    /// <param name="name">The name clients use, e.g. <c>SOLD_OUT</c>.</param>
    /// <param name="value">The CLR value it stands for.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="deprecated">The reason not to use it any more.</param>
    public EnumType<T> Value(string name, T value, string? description = null, string? deprecated = null)
    {
        Add(new EnumValue(name, value, description, deprecated));
        _json.TryAdd(value, Encoding.UTF8.GetBytes($"\"{name}\""));
        return this;
    }

    internal bool TryWrite(JsonOutput output, T value)
    {
        if (!_json.TryGetValue(value, out var json))
        {
            return false;
        }

        output.WriteRaw(json);
        return true;
    }

    internal override bool TryWrite(JsonOutput output, object value) => value is T typed && TryWrite(output, typed);
}

/// <summary>Makes enum types from CLR enums.</summary>
public static class Enums
{
    /// <summary>An enum with every value of a CLR enum, named in SCREAMING_SNAKE_CASE.</summary>
    /// <param name="name">The name clients use; the CLR name when null.</param>
    /// <param name="description">What introspection tells about it.</param>
    /// <param name="describe">The description of each value.</param>
    public static EnumType<T> Of<T>(string? name = null, string? description = null, Func<T, string?>? describe = null)
        where T : struct, Enum
    {
        var type = new EnumType<T>(name ?? typeof(T).Name, description);
        foreach (var value in Enum.GetValues<T>())
        {
            type.Value(NameOf(value), value, describe?.Invoke(value));
        }

        return type;
    }

    /// <summary>What clients call a value: its CLR name in SCREAMING_SNAKE_CASE.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                snake.Append('_');
            }

            snake.Append(char.ToUpperInvariant(name[i]));
        }

        return snake.ToString();
    }
}
