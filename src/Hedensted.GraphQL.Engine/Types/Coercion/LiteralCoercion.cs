using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Coercion;

/// <summary>Turns literals into the CLR values resolvers read; see <see href="https://spec.graphql.org/September2025/#sec-Types.Input-Coercion">input coercion</see>.</summary>
internal static class LiteralCoercion
{
    /// <param name="node">The literal.</param>
    /// <param name="type">The input type it must fit.</param>
    /// <param name="variables">The variables it may name; null in a constant.</param>
    /// <param name="value">The value; an absent variable at the outermost place gives <see cref="InputValues.Absent"/>.</param>
    public static bool TryCoerce(ValueNode node, SchemaType type, VariableValues? variables, out object? value)
    {
        if (node is VariableNode variable)
        {
            value = variables is null ? InputValues.Absent : variables[variable.Name];
            return value is not null || type is not NonNullType;
        }

        if (node is NullNode)
        {
            value = null;
            return type is not NonNullType;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryList(node, list, variables, out value);
            case InputObjectType input:
                return TryObject(node, input, variables, out value);
            case EnumType @enum:
                value = node is EnumNode name ? @enum.Find(name.Name)?.Value : null;
                return value is not null;
            case ScalarType scalar:
                return scalar.TryParse(Scalar(node, variables), out value);
            default:
                value = null;
                return false;
        }
    }

    /// <summary>The literal as a scalar sees it.</summary>
    public static ScalarInput Scalar(ValueNode node, VariableValues? variables) => node switch
    {
        StringNode text => new ScalarInput(ScalarInputKind.String, text.Value, isVariable: false),
        IntNode number => new ScalarInput(ScalarInputKind.Integer, number.Text, isVariable: false),
        FloatNode number => new ScalarInput(ScalarInputKind.Float, number.Text, isVariable: false),
        BooleanNode boolean => new ScalarInput(ScalarInputKind.Boolean, boolean.Value ? "true" : "false", isVariable: false),
        EnumNode name => new ScalarInput(ScalarInputKind.Enum, name.Name, isVariable: false),
        ListNode => Structured(ScalarInputKind.List, node, variables),
        _ => Structured(ScalarInputKind.Object, node, variables),
    };

    // Apart, so that only lists and objects pay for the function that reads them as JSON.
    private static ScalarInput Structured(ScalarInputKind kind, ValueNode node, VariableValues? variables) =>
        new(kind, "", isVariable: false, () => LiteralJson.Convert(node, variables));

    private static bool TryList(ValueNode node, ListType list, VariableValues? variables, out object? value)
    {
        var nodes = node is ListNode items ? items.Items : [node];
        var values = new object?[nodes.Count];
        value = values;
        for (var i = 0; i < values.Length; i++)
        {
            if (!TryCoerce(nodes[i], list.Item, variables, out var item))
            {
                return false;
            }

            // An absent variable in a list is null there; the list keeps its length.
            if (ReferenceEquals(item, InputValues.Absent))
            {
                item = null;
            }

            if (item is null && list.Item is NonNullType)
            {
                return false;
            }

            values[i] = item;
        }

        return true;
    }

    private static bool TryObject(ValueNode node, InputObjectType input, VariableValues? variables, out object? value)
    {
        value = null;
        if (node is not ObjectNode fields)
        {
            return false;
        }

        var values = new object?[input.Fields.Count];
        Array.Fill(values, InputValues.Absent);
        foreach (var field in fields.Fields)
        {
            var index = input.IndexOf(field.Name);
            if (index < 0 || !TryCoerce(field.Value, input.Fields[index].Type, variables, out values[index]))
            {
                return false;
            }
        }

        return InputObjectCompletion.TryComplete(input, values, out value);
    }
}
