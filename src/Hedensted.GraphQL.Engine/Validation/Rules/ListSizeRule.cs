using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A list that is written in the document has at most <see cref="EngineOptions.MaxListSize"/> items; variables are counted when they are coerced.</summary>
internal sealed class ListSizeRule() : ValidationRule(ErrorCodes.ListTooLong, null)
{
    public override void EnterValue(ValidationContext context, ValueNode value, SchemaType? type)
    {
        switch (value)
        {
            case ListNode list:
                if (list.Items.Count > context.Options.MaxListSize)
                {
                    context.Report(this, $"The list has more than {context.Options.MaxListSize} items; send fewer.", list);
                }

                foreach (var item in list.Items)
                {
                    EnterValue(context, item, type: null);
                }

                break;
            case ObjectNode fields:
                foreach (var field in fields.Fields)
                {
                    EnterValue(context, field.Value, type: null);
                }

                break;
        }
    }
}
