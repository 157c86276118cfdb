using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation.Rules;

/// <summary>A subscription has one root field, which is always there: not introspection, not skipped.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Single-Root-Field">Single root field</see>.</remarks>
internal sealed class SingleFieldSubscriptionsRule() : ValidationRule("SINGLE_FIELD_SUBSCRIPTIONS", "sec-Single-Root-Field")
{
    public override void LeaveDocument(ValidationContext context, Document document)
    {
        if (context.IsTooLarge)
        {
            return;
        }

        foreach (var operation in document.Operations.Where(operation => operation.Kind == OperationKind.Subscription))
        {
            if (context.Schema.Subscription is not { } root)
            {
                return;
            }

            var fields = new List<FieldNode>();
            Collect(context, root, operation.SelectionSet, fields, new HashSet<string>(StringComparer.Ordinal));
            var names = fields.GroupBy(field => field.ResponseName, StringComparer.Ordinal).ToArray();
            var what = operation.Name is null ? "The subscription" : $"Subscription '{operation.Name}'";
            if (names.Length > 1)
            {
                context.Report(this, $"{what} must select only one top-level field.", [.. names.Skip(1).SelectMany(group => group)]);
            }

            foreach (var introspection in names.Where(group => group.First().Name.StartsWith("__", StringComparison.Ordinal)))
            {
                context.Report(this, $"{what} must select a field of its own, not '{introspection.First().Name}'.", [.. introspection]);
            }
        }
    }

    private void Collect(ValidationContext context, ObjectType root, SelectionSet set, List<FieldNode> fields, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (selection.Directives.FirstOrDefault(directive => directive.Name is "skip" or "include") is { } conditional)
            {
                context.Report(this, $"'@{conditional.Name}' cannot be used on the top level of a subscription; remove it.", conditional);
            }

            switch (selection)
            {
                case FieldNode field:
                    fields.Add(field);
                    break;
                case InlineFragment inline when Applies(context, root, inline.TypeCondition):
                    Collect(context, root, inline.SelectionSet, fields, visited);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name)
                    && context.FindFragment(spread.Name) is { } fragment && Applies(context, root, fragment.TypeCondition):
                    Collect(context, root, fragment.SelectionSet, fields, visited);
                    break;
            }
        }
    }

    private static bool Applies(ValidationContext context, ObjectType root, NamedTypeNode? condition) =>
        condition is null || (context.Schema.FindType(condition.Name) is { } type && Subtypes.IsSubtype(root, type));
}
