using System.Globalization;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Comparison;

/// <summary>A default in a form that is equal when it means the same: <c>1</c> and <c>1.0</c> of a Float, an item and a list of it, fields in any order.</summary>
internal static class DefaultText
{
    public static string Of(InputValue value) => Of(Parser.ParseConstant(value.CanonicalDefault!), value.Type);

    private static string Of(ValueNode value, SchemaType type) => (value, type.Nullable) switch
    {
        (NullNode, _) => "null",
        (ListNode list, ListType items) => $"[{string.Join(", ", list.Items.Select(item => Of(item, items.Item)))}]",
        (_, ListType items) => $"[{Of(value, items.Item)}]",
        (ObjectNode fields, InputObjectType input) => $"{{{string.Join(", ", Fields(fields, input))}}}",
        (IntNode number, ScalarType { Name: "Float" }) => Number(number.Text),
        (FloatNode number, ScalarType { Name: "Float" }) => Number(number.Text),
        (IntNode number, ScalarType { Name: "ID" }) => StringPrinter.Quote(number.Text),
        (StringNode text, _) => StringPrinter.Quote(text.Value),
        _ => value.ToString()!,
    };

    private static IEnumerable<string> Fields(ObjectNode given, InputObjectType input)
    {
        foreach (var field in input.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            if (given.Fields.FirstOrDefault(one => one.Name == field.Name) is { } written)
            {
                yield return $"{field.Name}: {Of(written.Value, field.Type)}";
            }
            else if (field.HasDefault)
            {
                yield return $"{field.Name}: {Of(field)}";
            }
        }
    }

    private static string Number(string text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
}
