using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A field of an input object is given once.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness">Input object field uniqueness</see>.</remarks>
internal sealed class UniqueInputFieldNamesRule() : ValidationRule("UNIQUE_INPUT_FIELD_NAMES", "sec-Input-Object-Field-Uniqueness")
{
    public override void EnterValue(ValidationContext context, ValueNode value, SchemaType? type)
    {
        switch (value)
        {
            case ListNode list:
                foreach (var item in list.Items)
                {
                    EnterValue(context, item, type: null);
                }

                break;
            case ObjectNode fields:
                var known = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
                foreach (var field in fields.Fields)
                {
                    if (!known.TryAdd(field.Name, field))
                    {
                        context.Report(this, $"Field '{field.Name}' is given twice; remove one.", known[field.Name], field);
                    }

                    EnterValue(context, field.Value, type: null);
                }

                break;
        }
    }
}
