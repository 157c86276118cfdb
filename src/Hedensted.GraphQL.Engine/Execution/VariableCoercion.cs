using System.Text.Json;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Turns the JSON of a request into the variables of an operation; see <see href="https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values">Coercing variable values</see>.</summary>
internal static class VariableCoercion
{
    /// <param name="schema">The schema.</param>
    /// <param name="operation">A valid operation.</param>
    /// <param name="json">An object, or undefined or null.</param>
    /// <param name="document">The document the operation stands in, for locations.</param>
    /// <param name="errors">One error for each variable that does not fit.</param>
    public static VariableValues Coerce(
        Schema schema, OperationDefinition operation, JsonElement json, CompiledDocument document, List<GraphQLError> errors)
    {
        if (json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            errors.Add(new GraphQLError(ErrorCodes.InvalidVariable, "Variables must be a JSON object.", []));
            return VariableValues.None;
        }

        if (operation.Variables.Count == 0)
        {
            return VariableValues.None;
        }

        var names = new string[operation.Variables.Count];
        var values = new object?[names.Length];
        var raw = new JsonElement?[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var variable = operation.Variables[i];
            names[i] = variable.Name;
            JsonElement given = default;
            var isGiven = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(variable.Name, out given);
            raw[i] = isGiven ? given : null;
            try
            {
                if (Coerce(TypeOf(schema, variable.Type), variable, isGiven ? given : null, out values[i]) is { } problem)
                {
                    errors.Add(new GraphQLError(
                        ErrorCodes.InvalidVariable, problem, [document.LocationOf(variable)], Path: null, "sec-Coercing-Variable-Values"));
                }
            }
            catch (GraphQLException refused)
            {
                // The binder of an input object has its own reason.
                errors.Add(new GraphQLError(refused.Code, refused.Message, [document.LocationOf(variable)]));
            }
        }

        return new VariableValues(names, values, raw);
    }

    private static string? Coerce(SchemaType type, VariableDefinition variable, JsonElement? json, out object? value)
    {
        if (json is { } given)
        {
            var failure = new JsonCoercionFailure();
            return JsonCoercion.TryCoerce(given, type, out value, failure)
                ? null
                : $"Variable '${variable.Name}{failure.Path}' {failure.Problem}.";
        }

        if (variable.DefaultValue is not null)
        {
            return LiteralCoercion.TryCoerce(variable.DefaultValue, type, null, out value)
                ? null
                : $"The default of variable '${variable.Name}' does not fit '{type}'.";
        }

        value = InputValues.Absent;
        return type is NonNullType ? $"Variable '${variable.Name}' of type '{type}' is required; give it a value." : null;
    }

    private static SchemaType TypeOf(Schema schema, TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => TypeOf(schema, nonNull.Inner).NonNull(),
        ListTypeNode list => TypeOf(schema, list.Item).List(),
        _ => schema.FindType(((NamedTypeNode)node).Name)!,
    };
}
