using System.Globalization;
using System.Text.Json;

namespace Hedensted.GraphQL.Engine.Types.Coercion;

/// <summary>Where in a variable the first value stands that does not fit, and why; the value itself is not repeated.</summary>
internal sealed class JsonCoercionFailure
{
    public string Path { get; set; } = "";

    public string Problem { get; set; } = "";
}

/// <summary>Turns JSON into the CLR values resolvers read; see <see href="https://spec.graphql.org/September2025/#sec-Types.Input-Coercion">input coercion</see>.</summary>
internal static class JsonCoercion
{
    public static bool TryCoerce(JsonElement json, SchemaType type, out object? value, JsonCoercionFailure failure)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
        {
            return type is not NonNullType || Fail(failure, $"cannot be null; '{type}' is expected");
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryList(json, list, out value, failure);
            case InputObjectType input:
                return TryObject(json, input, out value, failure);
            case EnumType @enum:
                value = json.ValueKind == JsonValueKind.String ? @enum.Find(json.GetString()!)?.Value : null;
                return value is not null || Fail(failure, $"must be one of the values of the enum '{@enum.Name}'");
            case ScalarType scalar:
                return scalar.TryParse(Scalar(json), out value) || Fail(failure, $"does not fit the type '{scalar.Name}'");
            default:
                return Fail(failure, $"cannot be a '{type}'");
        }
    }

    private static bool Fail(JsonCoercionFailure failure, string problem)
    {
        failure.Problem = problem;
        return false;
    }

    private static ScalarInput Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new ScalarInput(ScalarInputKind.String, json.GetString()!, isVariable: true, json.Clone),
        JsonValueKind.Number => Number(json),
        JsonValueKind.True => new ScalarInput(ScalarInputKind.Boolean, "true", isVariable: true, json.Clone),
        JsonValueKind.False => new ScalarInput(ScalarInputKind.Boolean, "false", isVariable: true, json.Clone),
        JsonValueKind.Array => new ScalarInput(ScalarInputKind.List, "", isVariable: true, json.Clone),
        _ => new ScalarInput(ScalarInputKind.Object, "", isVariable: true, json.Clone),
    };

    private static ScalarInput Number(JsonElement json)
    {
        var text = json.GetRawText();
        var kind = text.AsSpan().ContainsAny('.', 'e', 'E') ? ScalarInputKind.Float : ScalarInputKind.Integer;
        return new ScalarInput(kind, text, isVariable: true, json.Clone);
    }

    private static bool TryList(JsonElement json, ListType list, out object? value, JsonCoercionFailure failure)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            var fits = TryCoerce(json, list.Item, out var single, failure);
            value = new[] { single };
            return fits;
        }

        var values = new object?[json.GetArrayLength()];
        value = values;
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (!TryCoerce(item, list.Item, out values[i], failure))
            {
                failure.Path = $"[{i.ToString(CultureInfo.InvariantCulture)}]{failure.Path}";
                return false;
            }

            i++;
        }

        return true;
    }

    private static bool TryObject(JsonElement json, InputObjectType input, out object? value, JsonCoercionFailure failure)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Fail(failure, $"must be an object of the type '{input.Name}'");
        }

        var values = new object?[input.Fields.Count];
        Array.Fill(values, InputValues.Absent);
        foreach (var property in json.EnumerateObject())
        {
            var index = input.IndexOf(property.Name);
            if (index < 0)
            {
                return Fail(failure, $"has a field that '{input.Name}' does not have");
            }

            if (!TryCoerce(property.Value, input.Fields[index].Type, out values[index], failure))
            {
                failure.Path = $".{input.Fields[index].Name}{failure.Path}";
                return false;
            }
        }

        if (InputObjectCompletion.TryComplete(input, values, out value))
        {
            return true;
        }

        var missing = input.Fields.FirstOrDefault(field => field.IsRequired && !json.TryGetProperty(field.Name, out _));
        return Fail(failure, missing is null
            ? $"must have exactly one field of '{input.Name}', and not null"
            : $"lacks the required field '{missing.Name}' of '{input.Name}'");
    }
}
