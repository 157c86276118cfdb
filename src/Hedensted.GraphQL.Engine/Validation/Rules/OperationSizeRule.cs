using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Operations stay within <see cref="EngineOptions.MaxDepth"/> and <see cref="EngineOptions.MaxFields"/> when their fragments are spread.
/// </summary>
/// <remarks>Each fragment is measured once, so a bomb of fragments is measured in time proportional to its text.</remarks>
internal sealed class OperationSizeRule() : ValidationRule(ErrorCodes.TooManyFields, null)
{
    private readonly Dictionary<string, (long Fields, int Depth)> _fragments = new(StringComparer.Ordinal);

    public override void LeaveDocument(ValidationContext context, Document document)
    {
        if (context.HasCycles)
        {
            return;
        }

        foreach (var operation in document.Operations)
        {
            var (fields, depth) = Measure(context, operation.SelectionSet);
            if (fields > context.Options.MaxFields)
            {
                context.Report(
                    this, $"The operation asks for more than {context.Options.MaxFields} fields; split it into smaller requests.", operation);
            }

            if (depth > context.Options.MaxDepth)
            {
                context.Report(
                    this, ErrorCodes.TooDeep, $"The operation is more than {context.Options.MaxDepth} fields deep; ask for less in one request.", operation);
            }
        }
    }

    private (long Fields, int Depth) Measure(ValidationContext context, SelectionSet set)
    {
        long fields = 0;
        var depth = 0;
        foreach (var selection in set.Selections)
        {
            var (innerFields, innerDepth) = selection switch
            {
                FieldNode { SelectionSet: { } inner } => Under(Measure(context, inner)),
                FieldNode => (1, 1),
                InlineFragment inline => Measure(context, inline.SelectionSet),
                _ => MeasureFragment(context, ((FragmentSpread)selection).Name),
            };
            fields = Math.Min(fields + innerFields, int.MaxValue);
            depth = Math.Max(depth, innerDepth);
        }

        return (fields, depth);
    }

    private static (long Fields, int Depth) Under((long Fields, int Depth) inner) => (inner.Fields + 1, inner.Depth + 1);

    private (long Fields, int Depth) MeasureFragment(ValidationContext context, string name)
    {
        if (_fragments.TryGetValue(name, out var known))
        {
            return known;
        }

        var measured = context.FindFragment(name) is { } fragment ? Measure(context, fragment.SelectionSet) : (0, 0);
        return _fragments[name] = measured;
    }
}
