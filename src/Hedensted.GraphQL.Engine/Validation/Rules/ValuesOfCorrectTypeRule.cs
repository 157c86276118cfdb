using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;
using Hedensted.GraphQL.Engine.Types.Coercion;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Literals fit the types they are given for: scalars, enums, lists, input objects and <c>@oneOf</c>.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">Values of correct type</see>.</remarks>
internal sealed class ValuesOfCorrectTypeRule() : ValidationRule("VALUES_OF_CORRECT_TYPE", "sec-Values-of-Correct-Type")
{
    public override void EnterValue(ValidationContext context, ValueNode value, SchemaType? type)
    {
        if (type is not null)
        {
            Check(context, value, type);
        }
    }

    private void Check(ValidationContext context, ValueNode value, SchemaType type)
    {
        if (value is VariableNode)
        {
            return;
        }

        if (value is NullNode)
        {
            if (type is NonNullType)
            {
                context.Report(this, $"'{type}' cannot be null; give a value.", value);
            }

            return;
        }

        switch (type.Nullable)
        {
            case ListType list when value is ListNode items:
                foreach (var item in items.Items)
                {
                    Check(context, item, list.Item);
                }

                break;
            case ListType list:
                Check(context, value, list.Item);
                break;
            case InputObjectType input when value is ObjectNode fields:
                CheckFields(context, fields, input);
                break;
            case EnumType @enum:
                CheckEnum(context, value, @enum);
                break;
            case ScalarType scalar when scalar.TryParse(LiteralCoercion.Scalar(value, VariableValues.None), out _):
                break;
            default:
                context.Report(this, $"{Shown(value)} does not fit the type '{type}'.", value);
                break;
        }
    }

    private void CheckEnum(ValidationContext context, ValueNode value, EnumType type)
    {
        if (value is EnumNode name && type.Find(name.Name) is not null)
        {
            return;
        }

        var written = value is EnumNode unknown ? unknown.Name : (value as StringNode)?.Value;
        var suggestion = written is null ? "" : context.Suggest(written, type.Values.Select(known => known.Name));
        var quotes = value is StringNode ? " An enum value is written without quotes." : "";
        context.Report(this, $"{Shown(value)} is not a value of the enum '{type.Name}'.{quotes}{suggestion}", value);
    }

    private void CheckFields(ValidationContext context, ObjectNode value, InputObjectType type)
    {
        foreach (var field in value.Fields)
        {
            if (type.FindField(field.Name) is { } known)
            {
                Check(context, field.Value, known.Type);
            }
            else
            {
                var suggestion = context.Suggest(field.Name, type.Fields.Select(other => other.Name));
                context.Report(this, $"'{type.Name}' has no field '{field.Name}'.{suggestion}", field);
            }
        }

        foreach (var required in type.Fields.Where(field => field.IsRequired && !value.Fields.Any(given => given.Name == field.Name)))
        {
            context.Report(this, $"Field '{required.Name}' of '{type.Name}' is required; give it as '{required.Type}'.", value);
        }

        if (type.IsOneOf && (value.Fields.DistinctBy(field => field.Name).Count() != 1 || value.Fields[^1].Value is NullNode))
        {
            context.Report(this, $"'{type.Name}' takes exactly one field, and not null.", value);
        }
    }

    private static string Shown(ValueNode value)
    {
        var text = DocumentPrinter.Print(value);
        return text.Length > 60 ? text[..60] + "…" : text;
    }
}
