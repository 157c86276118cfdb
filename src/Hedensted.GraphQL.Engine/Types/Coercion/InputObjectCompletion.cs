namespace Hedensted.GraphQL.Engine.Types.Coercion;

/// <summary>The last step for literals and JSON alike: defaults, required fields, and <c>@oneOf</c>.</summary>
internal static class InputObjectCompletion
{
    /// <param name="type">The input object.</param>
    /// <param name="values">Coerced fields in the order of the schema, <see cref="InputValues.Absent"/> where not given.</param>
    /// <param name="value">What resolvers read.</param>
    public static bool TryComplete(InputObjectType type, object?[] values, out object? value)
    {
        value = null;
        var given = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            if (!ReferenceEquals(values[i], InputValues.Absent))
            {
                given++;
                if (type.IsOneOf && values[i] is null)
                {
                    return false;
                }
            }
            else if (field.HasDefault)
            {
                values[i] = field.DefaultValue;
            }
            else if (field.Type is NonNullType)
            {
                return false;
            }
        }

        if (type.IsOneOf && given != 1)
        {
            return false;
        }

        value = type.Complete(values);
        return true;
    }
}
