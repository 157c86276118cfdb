using System.Text;
using System.Text.Json;
using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Execution;

/// <summary>Turns the JSON of a request into the variables of an operation; see <see href="https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values">Coercing variable values</see>.</summary>
internal static class VariableCoercion
{
    /// <param name="schema">The schema.</param>
    /// <param name="options">Limits.</param>
    /// <param name="operation">A valid operation.</param>
    /// <param name="json">An object, or undefined or null.</param>
    /// <param name="document">The document the operation stands in, for locations.</param>
    /// <param name="errors">One error for each value that does not fit; null when all do.</param>
    public static VariableValues Coerce(
        Schema schema, EngineOptions options, OperationDefinition operation, JsonElement json, CompiledDocument document, ref List<GraphQLError>? errors)
    {
        if (json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            (errors ??= []).Add(new GraphQLError(ErrorCodes.InvalidVariable, "Variables must be a JSON object.", []));
            return VariableValues.None;
        }

        if (operation.Variables.Count == 0)
        {
            return VariableValues.None;
        }

        try
        {
            return CoerceAll(schema, options, operation, json, document, ref errors);
        }
        catch (InvalidOperationException) when (!IsUnicode(json))
        {
            // JSON can escape half a character; .NET says so only when the text is read.
            (errors ??= []).Add(new GraphQLError(ErrorCodes.InvalidVariable, "A text in the variables is not valid Unicode; send whole characters.", []));
            return VariableValues.None;
        }
    }

    private static VariableValues CoerceAll(
        Schema schema, EngineOptions options, OperationDefinition operation, JsonElement json, CompiledDocument document, ref List<GraphQLError>? errors)
    {
        var values = new object?[operation.Variables.Count];
        var raw = new JsonElement?[values.Length];
        for (var i = 0; i < values.Length && (errors?.Count ?? 0) < options.MaxValidationErrors; i++)
        {
            var variable = operation.Variables[i];
            JsonElement given = default;
            var isGiven = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(variable.Name, out given);
            raw[i] = isGiven ? given : null;
            try
            {
                var type = TypeOf(schema, variable.Type);
                values[i] = isGiven ? Given(type, variable, given, options, document, ref errors) : Missing(type, variable, document, ref errors);
            }
            catch (GraphQLException refused)
            {
                // The binder of an input object has its own reason.
                (errors ??= []).Add(new GraphQLError(refused.Code, refused.Message, [document.LocationOf(variable)]));
            }
        }

        return new VariableValues(operation.Variables, values, raw);
    }

    private static object? Given(
        SchemaType type, VariableDefinition variable, JsonElement json, EngineOptions options, CompiledDocument document, ref List<GraphQLError>? errors)
    {
        var coercion = new JsonCoercion(options.MaxListSize, options.MaxValidationErrors - (errors?.Count ?? 0));
        var value = coercion.Coerce(json, type);
        foreach (var problem in coercion.Problems)
        {
            var code = problem.IsTooLong ? ErrorCodes.ListTooLong : ErrorCodes.InvalidVariable;
            (errors ??= []).Add(Error(code, $"Variable '${variable.Name}{problem.Path}' {problem.Problem}.", variable, document));
        }

        return value;
    }

    private static object? Missing(SchemaType type, VariableDefinition variable, CompiledDocument document, ref List<GraphQLError>? errors)
    {
        if (variable.DefaultValue is not null)
        {
            if (!LiteralCoercion.TryCoerce(variable.DefaultValue, type, null, out var value))
            {
                (errors ??= []).Add(Error(ErrorCodes.InvalidVariable, $"The default of variable '${variable.Name}' does not fit '{type}'.", variable, document));
            }

            return value;
        }

        if (type is NonNullType)
        {
            (errors ??= []).Add(Error(
                ErrorCodes.InvalidVariable, $"Variable '${variable.Name}' of type '{type}' is required; give it a value.", variable, document));
        }

        return InputValues.Absent;
    }

    private static bool IsUnicode(JsonElement json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.GetRawText()));
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static GraphQLError Error(string code, string message, VariableDefinition variable, CompiledDocument document) =>
        new(code, message, [document.LocationOf(variable)], Path: null, "sec-Coercing-Variable-Values");

    private static SchemaType TypeOf(Schema schema, TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => TypeOf(schema, nonNull.Inner).NonNull(),
        ListTypeNode list => TypeOf(schema, list.Item).List(),
        _ => schema.FindType(((NamedTypeNode)node).Name)!,
    };
}
