using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Operations stay within <see cref="EngineOptions.MaxDepth"/>, <see cref="EngineOptions.MaxFields"/>, <see cref="EngineOptions.MaxFragmentVisits"/>
/// and <see cref="EngineOptions.MaxSpreadDepth"/> when their fragments are spread.
/// </summary>
/// <remarks>
/// Each fragment is measured once, innermost first, so a bomb of fragments is measured in time proportional to its text
/// and with a stack no deeper than the parser's. Rules that follow fragments come after this one.
/// </remarks>
internal sealed class OperationSizeRule() : ValidationRule(ErrorCodes.TooManyFields, null)
{
    private readonly Dictionary<string, Size> _fragments = new(StringComparer.Ordinal);

    private readonly record struct Size(long Fields, int Depth, long Fragments, int Braces)
    {
        public Size Beside(Size other) => new(
            Math.Min(Fields + other.Fields, int.MaxValue),
            Math.Max(Depth, other.Depth),
            Math.Min(Fragments + other.Fragments, int.MaxValue),
            Math.Max(Braces, other.Braces));
    }

    public override void LeaveDocument(ValidationContext context, Document document)
    {
        if (context.HasCycles)
        {
            return;
        }

        foreach (var fragment in context.FragmentsInnermostFirst())
        {
            _fragments[fragment.Name] = Measure(fragment.SelectionSet);
        }

        foreach (var operation in document.Operations)
        {
            Check(context, operation, Measure(operation.SelectionSet));
        }
    }

    private void Check(ValidationContext context, OperationDefinition operation, Size size)
    {
        var options = context.Options;
        Refuse(size.Fields > options.MaxFields, ErrorCodes.TooManyFields, $"asks for more than {options.MaxFields} fields; split it into smaller requests");
        Refuse(size.Depth > options.MaxDepth, ErrorCodes.TooDeep, $"is more than {options.MaxDepth} fields deep; ask for less in one request");
        Refuse(
            size.Fragments > options.MaxFragmentVisits,
            ErrorCodes.TooManyFragments,
            $"spreads more than {options.MaxFragmentVisits} fragments; split it into smaller requests");
        Refuse(
            size.Braces > options.MaxSpreadDepth,
            ErrorCodes.NestedTooDeep,
            $"nests more than {options.MaxSpreadDepth} levels when its fragments are spread; spread fewer fragments in fragments");

        void Refuse(bool isTooMuch, string code, string what)
        {
            if (isTooMuch)
            {
                context.IsTooLarge = true;
                context.Report(this, code, $"The operation {what}.", operation);
            }
        }
    }

    private Size Measure(SelectionSet set)
    {
        var total = default(Size);
        foreach (var selection in set.Selections)
        {
            total = total.Beside(selection switch
            {
                FieldNode { SelectionSet: { } inner } => Measure(inner) is var under ? under with { Fields = under.Fields + 1, Depth = under.Depth + 1 } : default,
                FieldNode => new Size(1, 1, 0, 0),
                InlineFragment inline => Measure(inline.SelectionSet),
                FragmentSpread spread when _fragments.TryGetValue(spread.Name, out var known) => known with { Fragments = known.Fragments + 1 },
                _ => default,
            });
        }

        return total with { Braces = total.Braces + 1 };
    }
}
