using System.Text;

namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>Writes values that fit a type: as GraphQL literals, where parts may be variables, and as JSON.</summary>
internal sealed class Literals(Model model, Dice dice)
{
    private static readonly string[] Texts =
        ["\"\"", "\"a\"", "\"æøå\"", "\"\\u00e6\"", "\"\\u{1F600}\"", "\"\\uD83D\\uDE00 \\n\\\"\"", "\"\"\"block\n  text\n\"\"\"", "\"😀\"", "\"x,y # z\""];

    private static readonly string[] JsonTexts = ["\"\"", "\"a\"", "\"æøå\"", "\"\\u00e6\"", "\"\\uD83D\\uDE00\"", "\"line\\nbreak\""];
    private static readonly string[] Floats = ["1.5", "-0.25", "3", "1e3", "2.5E-3", "0", "-0", "123456789.125", "0.1"];
    private static readonly string[] Integers = ["0", "1", "-1", "7", "42", "2147483647", "-2147483648", "-0"];

    /// <param name="type">The type to fit.</param>
    /// <param name="depth">How deep input objects may still go.</param>
    /// <param name="variable">Offers a variable for a place: type, whether it has a default, whether it is in a oneOf; null for none.</param>
    /// <param name="hasDefault">Whether the place has a default.</param>
    /// <param name="isOneOf">Whether the place is a field of a oneOf input object.</param>
    public string Write(TypeRef type, int depth, Func<TypeRef, bool, bool, string?>? variable = null, bool hasDefault = false, bool isOneOf = false)
    {
        if (variable?.Invoke(type, hasDefault, isOneOf) is { } name)
        {
            return name;
        }

        if (!type.IsRequired && !isOneOf && dice.Chance(8))
        {
            return "null";
        }

        switch (type.Nullable)
        {
            case ListRef list when !dice.Chance(15):
                return $"[{string.Join(dice.Chance(50) ? ", " : " ", Enumerable.Range(0, dice.Below(4)).Select(_ => Write(list.Item, depth, variable)))}]";
            case ListRef list:
                return Write(new NonNullRef(list.Item.Nullable), depth, variable: null);
            default:
                return Named(model.Types.GetValueOrDefault(type.Name), type.Name, depth, variable);
        }
    }

    private string Named(TypeModel? type, string name, int depth, Func<TypeRef, bool, bool, string?>? variable) => (type?.Kind, name) switch
    {
        (ModelKind.Enum, _) => dice.Pick(type!.Values),
        (ModelKind.Input, _) => Input(type!, depth, variable),
        (_, "Int") => dice.Pick(Integers),
        (_, "Float") => dice.Pick(Floats),
        (_, "Boolean") => dice.Chance(50) ? "true" : "false",
        (_, "ID") => dice.Chance(30) ? dice.Pick(Integers) : dice.Pick(Texts),
        (_, "String") => dice.Pick(Texts),
        _ => Any(2, variable),
    };

    private string Any(int depth, Func<TypeRef, bool, bool, string?>? variable) => dice.Below(depth > 0 ? 9 : 6) switch
    {
        0 => dice.Pick(Integers),
        1 => dice.Pick(Floats),
        2 => dice.Pick(Texts),
        3 => "true",
        4 => "SOMETHING",
        5 => "null",
        6 => $"[{Any(depth - 1, variable)}, {Any(depth - 1, variable)}]",
        7 => $"{{ k: {Any(depth - 1, variable)}, l: {Any(depth - 1, variable)} }}",
        _ => variable is null ? "[]" : variable(new NamedRef(dice.Pick(["Int", "String"])), false, false) ?? "{}",
    };

    private string Input(TypeModel type, int depth, Func<TypeRef, bool, bool, string?>? variable)
    {
        var fields = type.IsOneOf
            ? [depth > 0 ? dice.Pick(type.Fields) : type.Fields[0]]
            : type.Fields.Where(field => field.IsRequired || (depth > 0 && dice.Chance(50))).ToList();
        if (dice.Chance(20))
        {
            fields.Reverse();
        }

        var written = fields.Select(field => $"{field.Name}: {Write(field.Type, depth - 1, variable, field.Default is not null, type.IsOneOf)}");
        return $"{{ {string.Join(", ", written)} }}";
    }

    /// <summary>JSON that fits, or with some chance does not.</summary>
    public string Json(TypeRef type, int depth, int misfits)
    {
        var text = new StringBuilder();
        Json(text, type, depth, misfits);
        return text.ToString();
    }

    private void Json(StringBuilder text, TypeRef type, int depth, int misfits, bool isOneOf = false)
    {
        if (dice.Below(1000) < misfits)
        {
            text.Append(dice.Pick<string>(
                ["null", "1", "1.0", "1.5", "\"x\"", "true", "[]", "{}", "[1,null,\"a\"]", "{\"a\":1}", "2147483648", "-1e3", "1e10", "\"RED\"", "1234567890123", "[[1]]"]));
            return;
        }

        if (!type.IsRequired && !isOneOf && dice.Chance(8))
        {
            text.Append("null");
            return;
        }

        switch (type.Nullable)
        {
            case ListRef list when !dice.Chance(10):
                text.Append('[');
                for (int i = 0, count = dice.Below(4); i < count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Json(text, list.Item, depth, misfits);
                }

                text.Append(']');
                break;
            case ListRef list:
                Json(text, new NonNullRef(list.Item.Nullable), depth, misfits);
                break;
            default:
                NamedJson(text, type.Name, depth, misfits);
                break;
        }
    }

    private void NamedJson(StringBuilder text, string name, int depth, int misfits)
    {
        var type = model.Types.GetValueOrDefault(name);
        switch (type?.Kind, name)
        {
            case (ModelKind.Enum, _): text.Append('"').Append(dice.Pick(type!.Values)).Append('"'); break;
            case (ModelKind.Input, _): InputJson(text, type!, depth, misfits); break;
            case (_, "Int"): text.Append(dice.Chance(10) ? "3.0" : dice.Pick(Integers)); break;
            case (_, "Float"): text.Append(dice.Pick(Floats)); break;
            case (_, "Boolean"): text.Append(dice.Chance(50) ? "true" : "false"); break;
            case (_, "ID"): text.Append(dice.Chance(30) ? dice.Pick(["0", "7", "-3"]) : dice.Pick(JsonTexts)); break;
            case (_, "String"): text.Append(dice.Pick(JsonTexts)); break;
            default: text.Append(dice.Pick<string>(["1", "2.5", "\"a\"", "true", "[1,\"b\",null]", "{\"k\":[1],\"l\":{\"m\":null}}"])); break;
        }
    }

    private void InputJson(StringBuilder text, TypeModel type, int depth, int misfits)
    {
        var fields = type.IsOneOf && dice.Below(1000) >= misfits
            ? [depth > 0 ? dice.Pick(type.Fields) : type.Fields[0]]
            : type.Fields.Where(field => (field.IsRequired && dice.Below(1000) >= misfits) || (depth > 0 && dice.Chance(50))).ToList();
        text.Append('{');
        for (var i = 0; i < fields.Count; i++)
        {
            text.Append(i == 0 ? "\"" : ",\"").Append(fields[i].Name).Append("\":");
            Json(text, fields[i].Type, depth - 1, misfits, type.IsOneOf && misfits == 0);
        }

        if (dice.Below(1000) < misfits)
        {
            text.Append(fields.Count == 0 ? "\"unknown\":1" : ",\"unknown\":1");
        }

        text.Append('}');
    }
}
