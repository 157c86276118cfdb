using System.Text.Json;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Coercion;

/// <summary>The coerced variables of one request, with the JSON they came from.</summary>
internal sealed class VariableValues(IReadOnlyList<VariableDefinition> definitions, object?[] values, JsonElement?[] raw)
{
    public static VariableValues None { get; } = new([], [], []);

    /// <summary>The coerced value; <see cref="InputValues.Absent"/> when the client did not give it and it has no default.</summary>
    public object? this[string name]
    {
        get
        {
            var index = IndexOf(name);
            return index < 0 ? InputValues.Absent : values[index];
        }
    }

    /// <summary>The value as JSON, also when it is the default; null when absent.</summary>
    public JsonElement? Raw(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? null
            : raw[index] is not null ? raw[index]
            : definitions[index].DefaultValue is { } literal ? LiteralJson.Convert(literal, null)
            : null;
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            if (string.Equals(definitions[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
