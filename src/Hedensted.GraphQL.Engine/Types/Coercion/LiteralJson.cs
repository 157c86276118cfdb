using System.Text.Json;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Coercion;

/// <summary>Literals as JSON, for scalars that take any value.</summary>
internal static class LiteralJson
{
    public static JsonElement Convert(ValueNode node, VariableValues? variables)
    {
        using var output = new JsonOutput(256);
        Write(output, node, variables);
        using var document = JsonDocument.Parse(output.Written.ToArray());
        return document.RootElement.Clone();
    }

    private static void Write(JsonOutput output, ValueNode node, VariableValues? variables)
    {
        switch (node)
        {
            case StringNode text: output.WriteString(text.Value); break;
            case EnumNode name: output.WriteString(name.Name); break;
            case IntNode number: output.WriteRaw(System.Text.Encoding.UTF8.GetBytes(number.Text)); break;
            case FloatNode number: output.WriteRaw(System.Text.Encoding.UTF8.GetBytes(number.Text)); break;
            case BooleanNode boolean: output.WriteBoolean(boolean.Value); break;
            case VariableNode variable when variables?.Raw(variable.Name) is { } json:
                output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(json));
                break;
            case ListNode list: Items(output, list, variables); break;
            case ObjectNode fields: Fields(output, fields, variables); break;
            default: output.WriteNull(); break;
        }
    }

    private static void Items(JsonOutput output, ListNode list, VariableValues? variables)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0)
            {
                output.WriteByte((byte)',');
            }

            Write(output, list.Items[i], variables);
        }

        output.WriteByte((byte)']');
    }

    private static void Fields(JsonOutput output, ObjectNode value, VariableValues? variables)
    {
        output.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in value.Fields.Where(field => field.Value is not VariableNode variable || variables?.Raw(variable.Name) is not null))
        {
            if (!isFirst)
            {
                output.WriteByte((byte)',');
            }

            isFirst = false;
            output.WriteString(field.Name);
            output.WriteByte((byte)':');
            Write(output, field.Value, variables);
        }

        output.WriteByte((byte)'}');
    }
}
