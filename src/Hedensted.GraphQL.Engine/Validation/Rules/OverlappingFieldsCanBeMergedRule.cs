using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>Fields that answer under one name are the same field with the same arguments, or can never meet; and look alike in any case.</summary>
/// <remarks>
/// <para><see href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging">Field selection merging</see>.</para>
/// <para>
/// The specification compares fields in pairs, which grows with the square. Here a whole set is grouped by response name at once:
/// first every group must have one shape, then every group within one parent type must be one field; what is under a
/// group is merged and checked the same way. Each visit of a field is counted against <see cref="EngineOptions.MaxFieldMergeComparisons"/>.
/// </para>
/// </remarks>
internal sealed class OverlappingFieldsCanBeMergedRule() : ValidationRule("OVERLAPPING_FIELDS_CAN_BE_MERGED", "sec-Field-Selection-Merging")
{
    private readonly HashSet<(FieldNode, FieldNode)> _reported = [];
    private ValidationContext _context = null!;
    private int _visits;

    private sealed record Use(FieldNode Node, NamedType? Parent, SchemaType? Type);

    private bool IsExhausted => _visits > _context.Options.MaxFieldMergeComparisons || _context.IsFull;

    public override void LeaveDocument(ValidationContext context, Document document)
    {
        _context = context;
        if (!context.CanFollowFragments)
        {
            return;
        }

        var reached = new HashSet<FragmentDefinition>();
        foreach (var operation in document.Operations)
        {
            Check(operation.SelectionSet, context.RootOf(operation.Kind));
            reached.UnionWith(context.ReachableFrom(operation));
        }

        foreach (var fragment in document.Fragments.Where(fragment => !reached.Contains(fragment)))
        {
            Check(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name));
        }

        if (_visits > context.Options.MaxFieldMergeComparisons)
        {
            context.Report(this, ErrorCodes.TooComplex, "The selections overlap too much to be checked; spread fewer fragments into each other.", document);
        }
    }

    private void Check(SelectionSet set, NamedType? parent)
    {
        var fields = new List<Use>();
        Collect(set, parent, fields, new HashSet<string>(StringComparer.Ordinal));
        SameShape(fields);
        SameField(fields);
    }

    private void Collect(SelectionSet set, NamedType? parent, List<Use> fields, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    _visits++;
                    fields.Add(new Use(field, parent, parent is null ? null : _context.Schema.FindField(parent, field.Name)?.Type));
                    break;
                case InlineFragment inline:
                    var type = inline.TypeCondition is null ? parent : _context.Schema.FindType(inline.TypeCondition.Name);
                    Collect(inline.SelectionSet, type, fields, visited);
                    break;
                case FragmentSpread spread when ++_visits > 0 && visited.Add(spread.Name) && _context.FindFragment(spread.Name) is { } fragment:
                    Collect(fragment.SelectionSet, _context.Schema.FindType(fragment.TypeCondition.Name), fields, visited);
                    break;
            }
        }
    }

    private List<Use> Under(IEnumerable<Use> group)
    {
        var fields = new List<Use>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in group)
        {
            if (use.Node.SelectionSet is { } set)
            {
                Collect(set, use.Type?.Named, fields, visited);
            }
        }

        return fields;
    }

    private void SameShape(List<Use> fields)
    {
        foreach (var group in fields.GroupBy(use => use.Node.ResponseName, StringComparer.Ordinal))
        {
            if (IsExhausted)
            {
                return;
            }

            var first = group.FirstOrDefault(use => use.Type is not null);
            if (first is not null && group.FirstOrDefault(use => use.Type is not null && !HaveSameShape(first.Type!, use.Type)) is { } other)
            {
                Report(first, other, $"one is a '{first.Type}', the other a '{other.Type}'");
                continue;
            }

            SameShape(Under(group));
        }
    }

    private void SameField(List<Use> fields)
    {
        foreach (var group in fields.GroupBy(use => use.Node.ResponseName, StringComparer.Ordinal))
        {
            foreach (var meeting in ByParent([.. group]))
            {
                if (IsExhausted)
                {
                    return;
                }

                var first = meeting[0];
                var other = meeting.Skip(1).FirstOrDefault(use => !IsSameField(first.Node, use.Node));
                if (other is not null)
                {
                    Report(first, other, first.Node.Name == other.Node.Name
                        ? "their arguments differ"
                        : $"'{first.Node.Name}' and '{other.Node.Name}' are different fields");
                    continue;
                }

                SameField(Under(meeting));
            }
        }
    }

    /// <summary>The sets of fields that one object could all answer: those of each object type with those of interfaces and unions.</summary>
    private static IEnumerable<List<Use>> ByParent(List<Use> group)
    {
        if (group.Count == 1)
        {
            return [group];
        }

        var objects = group.Select(use => use.Parent).OfType<ObjectType>().Distinct().ToArray();
        return objects.Length == 0
            ? [group]
            : objects.Select(type => group.FindAll(use => use.Parent is not ObjectType || ReferenceEquals(use.Parent, type)));
    }

    private static bool HaveSameShape(SchemaType first, SchemaType second) => (first, second) switch
    {
        (NonNullType a, NonNullType b) => HaveSameShape(a.Inner, b.Inner),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType a, ListType b) => HaveSameShape(a.Item, b.Item),
        (ListType, _) or (_, ListType) => false,
        (NamedType a, NamedType b) when a.IsLeaf || b.IsLeaf => ReferenceEquals(a, b),
        _ => true,
    };

    private static bool IsSameField(FieldNode first, FieldNode second) =>
        ReferenceEquals(first, second)
        || (first.Name == second.Name
            && first.Arguments.Count == second.Arguments.Count
            && first.Arguments.All(argument => second.Arguments.Any(other => other.Name == argument.Name && IsSameValue(argument.Value, other.Value))));

    private static bool IsSameValue(ValueNode first, ValueNode second) => (first, second) switch
    {
        (VariableNode a, VariableNode b) => a.Name == b.Name,
        (IntNode a, IntNode b) => a.Text == b.Text,
        (FloatNode a, FloatNode b) => a.Text == b.Text,
        (StringNode a, StringNode b) => a.Value == b.Value,
        (BooleanNode a, BooleanNode b) => a.Value == b.Value,
        (EnumNode a, EnumNode b) => a.Name == b.Name,
        (NullNode, NullNode) => true,
        (ListNode a, ListNode b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => IsSameValue(pair.First, pair.Second)),
        (ObjectNode a, ObjectNode b) => a.Fields.Count == b.Fields.Count
            && a.Fields.All(field => b.Fields.Any(other => other.Name == field.Name && IsSameValue(field.Value, other.Value))),
        _ => false,
    };

    private void Report(Use first, Use other, string reason)
    {
        if (_reported.Add((first.Node, other.Node)))
        {
            _context.Report(
                this, $"Two fields answer as '{first.Node.ResponseName}', but {reason}; give one of them an alias.", first.Node, other.Node);
        }
    }
}
