using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Completes the arguments of a field: <see href="https://spec.graphql.org/September2025/#CoerceArgumentValues()">CoerceArgumentValues</see>.</summary>
internal static class ArgumentCoercion
{
    /// <param name="definition">The field.</param>
    /// <param name="node">The selection; merged selections have the same arguments.</param>
    /// <param name="variables">The variables of the request.</param>
    /// <param name="values">The arguments, when all fit.</param>
    /// <param name="failing">The argument that does not fit.</param>
    /// <param name="place">What was written for it, or the selection when nothing was.</param>
    public static bool TryCoerce(
        FieldDefinition definition, FieldNode node, VariableValues variables, out InputValues values, out InputValue? failing, out Node place)
    {
        var coerced = new object?[definition.Arguments.Count];
        values = InputValues.Empty;
        place = node;
        for (var i = 0; i < coerced.Length; i++)
        {
            var argument = failing = definition.Arguments[i];
            var literal = Find(node, argument.Name);
            place = literal ?? (Node)node;
            object? value = InputValues.Absent;
            if (literal is not null && !LiteralCoercion.TryCoerce(literal, argument.Type, variables, out value))
            {
                return false;
            }

            if (ReferenceEquals(value, InputValues.Absent))
            {
                if (argument.HasDefault)
                {
                    value = argument.DefaultValue;
                }
                else if (argument.Type is NonNullType)
                {
                    return false;
                }
            }

            coerced[i] = value;
        }

        failing = null;
        values = new InputValues(definition.Arguments, coerced);
        return true;
    }

    private static ValueNode? Find(FieldNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.Ordinal))
            {
                return argument.Value;
            }
        }

        return null;
    }
}
