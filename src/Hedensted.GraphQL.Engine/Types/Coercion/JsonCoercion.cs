using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hedensted.GraphQL.Engine.Types.Coercion;

/// <summary>One value inside a variable that does not fit; the value itself is not repeated.</summary>
/// <param name="Path">Where, e.g. <c>.where.ids[2]</c>; empty for the whole variable.</param>
/// <param name="Problem">What is wrong, as the end of a sentence.</param>
/// <param name="IsTooLong">Whether a list is longer than the limit.</param>
internal readonly record struct JsonProblem(string Path, string Problem, bool IsTooLong = false);

/// <summary>Turns JSON into the CLR values resolvers read; see <see href="https://spec.graphql.org/September2025/#sec-Types.Input-Coercion">input coercion</see>.</summary>
/// <remarks>It goes no deeper than the JSON reader did, which counts.</remarks>
/// <param name="maxListSize">The most items a list may have.</param>
/// <param name="maxProblems">Problems after which it stops looking.</param>
internal sealed class JsonCoercion(int maxListSize, int maxProblems)
{
    private List<(string? Name, int Index)>? _path;
    private List<JsonProblem>? _problems;

    public IReadOnlyList<JsonProblem> Problems => _problems ?? [];

    /// <summary>The value; only of use when there are no problems.</summary>
    public object? Coerce(JsonElement json, SchemaType type)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return type is NonNullType ? Fail($"cannot be null; '{type}' is expected") : null;
        }

        return type.Nullable switch
        {
            ListType list => List(json, list),
            InputObjectType input => Object(json, input),
            EnumType @enum => (json.ValueKind == JsonValueKind.String ? @enum.Find(json.GetString()!)?.Value : null)
                ?? Fail($"must be one of the values of the enum '{@enum.Name}'"),
            ScalarType scalar => scalar.TryParse(Scalar(json), out var value) ? value : Fail($"does not fit the type '{scalar.Name}'"),
            _ => Fail($"cannot be a '{type}'"),
        };
    }

    private void Push((string? Name, int Index) step) => (_path ??= []).Add(step);

    private void Pop() => _path!.RemoveAt(_path.Count - 1);

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

    private object?[]? List(JsonElement json, ListType list)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(json, list.Item)];
        }

        var length = json.GetArrayLength();
        if (length > maxListSize)
        {
            Fail($"has more than {maxListSize} items; send fewer", isTooLong: true);
            return null;
        }

        var values = new object?[length];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (_problems?.Count >= maxProblems)
            {
                break;
            }

            Push((null, i));
            values[i++] = Coerce(item, list.Item);
            Pop();
        }

        return values;
    }

    private object? Object(JsonElement json, InputObjectType input)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Fail($"must be an object of the type '{input.Name}'");
        }

        var before = Problems.Count;
        var values = new object?[input.Fields.Count];
        Array.Fill(values, InputValues.Absent);
        foreach (var property in json.EnumerateObject())
        {
            var index = input.IndexOf(property.Name);
            if (index < 0)
            {
                Fail($"has a field that '{input.Name}' does not have");
                continue;
            }

            Push((input.Fields[index].Name, 0));
            values[index] = Coerce(property.Value, input.Fields[index].Type);
            Pop();
        }

        foreach (var field in input.Fields)
        {
            if (field.IsRequired && ReferenceEquals(values[input.IndexOf(field.Name)], InputValues.Absent))
            {
                Fail($"lacks the required field '{field.Name}' of '{input.Name}'");
            }
        }

        CheckOneOf(input, values, json);
        return Problems.Count == before && InputObjectCompletion.TryComplete(input, values, out var value) ? value : null;
    }

    private void CheckOneOf(InputObjectType input, object?[] values, JsonElement json)
    {
        if (!input.IsOneOf)
        {
            return;
        }

        var first = Array.FindIndex(values, value => !ReferenceEquals(value, InputValues.Absent));
        if (values.Count(value => !ReferenceEquals(value, InputValues.Absent)) != 1)
        {
            Fail($"must have exactly one field of '{input.Name}'");
        }

        if (first >= 0 && json.GetProperty(input.Fields[first].Name).ValueKind == JsonValueKind.Null)
        {
            Fail($"must have one field of '{input.Name}' that is not null");
        }
    }

    private object? Fail(string problem, bool isTooLong = false)
    {
        _problems ??= [];
        if (_problems.Count < maxProblems)
        {
            _problems.Add(new JsonProblem(PathHere(), problem, isTooLong));
        }

        return null;
    }

    private string PathHere()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _path ?? [])
        {
            _ = name is null ? text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']') : text.Append('.').Append(name);
        }

        return text.ToString();
    }
}
