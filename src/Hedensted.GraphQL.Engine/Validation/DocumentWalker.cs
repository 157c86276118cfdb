using Hedensted.GraphQL.Engine.Language;
using Hedensted.GraphQL.Engine.Types;

namespace Hedensted.GraphQL.Engine.Validation;

/// <summary>Walks a document once, keeping track of types, and lets every rule see each part.</summary>
/// <remarks>It recurses no deeper than the parser did, which counts.</remarks>
internal sealed class DocumentWalker(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private Definition _definition = null!;

    public void Walk()
    {
        foreach (var rule in rules)
        {
            rule.EnterDocument(context, context.Document);
        }

        foreach (var definition in context.Document.Definitions)
        {
            _definition = definition;
            context.ParentType = null;
            context.Field = null;
            switch (definition)
            {
                case OperationDefinition operation: Operation(operation); break;
                case FragmentDefinition fragment: Fragment(fragment); break;
            }
        }

        context.ParentType = null;
        context.Field = null;
        foreach (var rule in rules)
        {
            if (context.IsFull)
            {
                return;
            }

            rule.LeaveDocument(context, context.Document);
        }
    }

    private void Operation(OperationDefinition operation)
    {
        foreach (var rule in rules)
        {
            rule.EnterOperation(context, operation);
        }

        foreach (var variable in operation.Variables)
        {
            Variable(variable);
        }

        Directives(operation.Directives, operation.Kind switch
        {
            OperationKind.Query => DirectiveLocation.Query,
            OperationKind.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        });
        Selections(operation.SelectionSet, context.RootOf(operation.Kind));
    }

    private void Fragment(FragmentDefinition fragment)
    {
        foreach (var rule in rules)
        {
            rule.EnterFragment(context, fragment);
        }

        NamedType(fragment.TypeCondition);
        Directives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        Selections(fragment.SelectionSet, Composite(fragment.TypeCondition));
    }

    private void Variable(VariableDefinition variable)
    {
        foreach (var rule in rules)
        {
            rule.EnterVariable(context, variable);
        }

        var named = variable.Type;
        while (named is not NamedTypeNode)
        {
            named = named is ListTypeNode list ? list.Item : ((NonNullTypeNode)named).Inner;
        }

        NamedType((NamedTypeNode)named);
        if (variable.DefaultValue is not null)
        {
            var type = context.TypeOf(variable.Type);
            Value(variable.DefaultValue, type is { Named.IsInput: true } ? type : null, hasDefault: false, oneOf: null);
        }

        Directives(variable.Directives, DirectiveLocation.VariableDefinition);
    }

    private void Selections(SelectionSet set, NamedType? parent)
    {
        foreach (var selection in set.Selections)
        {
            if (context.IsFull)
            {
                return;
            }

            context.ParentType = parent;
            context.Field = null;
            switch (selection)
            {
                case FieldNode field: Field(field, parent); break;
                case FragmentSpread spread: Spread(spread); break;
                case InlineFragment inline: Inline(inline, parent); break;
            }
        }
    }

    private void Field(FieldNode node, NamedType? parent)
    {
        var field = parent is null ? null : context.Schema.FindField(parent, node.Name);
        context.Field = field;
        foreach (var rule in rules)
        {
            rule.EnterField(context, node);
        }

        Arguments(node, node.Arguments, field is null ? null : new ArgumentOwner($"{parent!.Name}.{field.Name}", field.Arguments));
        Directives(node.Directives, DirectiveLocation.Field);
        if (node.SelectionSet is not null)
        {
            var type = field?.Type.Named;
            Selections(node.SelectionSet, type is { IsComposite: true } ? type : null);
        }
    }

    private void Spread(FragmentSpread spread)
    {
        context.SpreadsIn(_definition).Add(spread);
        foreach (var rule in rules)
        {
            rule.EnterSpread(context, spread);
        }

        Directives(spread.Directives, DirectiveLocation.FragmentSpread);
    }

    private void Inline(InlineFragment inline, NamedType? parent)
    {
        foreach (var rule in rules)
        {
            rule.EnterInline(context, inline);
        }

        if (inline.TypeCondition is not null)
        {
            NamedType(inline.TypeCondition);
        }

        Directives(inline.Directives, DirectiveLocation.InlineFragment);
        Selections(inline.SelectionSet, inline.TypeCondition is null ? parent : Composite(inline.TypeCondition));
    }

    private void Directives(IReadOnlyList<Directive> directives, DirectiveLocation location)
    {
        foreach (var rule in rules)
        {
            rule.EnterDirectives(context, directives, location);
        }

        foreach (var directive in directives)
        {
            var definition = context.Schema.FindDirective(directive.Name);
            Arguments(directive, directive.Arguments, definition is null ? null : new ArgumentOwner($"@{definition.Name}", definition.Arguments));
        }
    }

    private void Arguments(Node owner, IReadOnlyList<ArgumentNode> arguments, ArgumentOwner? definition)
    {
        context.Owner = definition;
        foreach (var rule in rules)
        {
            rule.EnterArguments(context, owner, arguments, definition);
        }

        foreach (var argument in arguments)
        {
            var value = definition?.Arguments.FirstOrDefault(known => known.Name == argument.Name);
            context.Argument = value;
            Value(argument.Value, value?.Type, value?.HasDefault ?? false, oneOf: null);
        }

        context.Owner = null;
        context.Argument = null;
    }

    private void Value(ValueNode value, SchemaType? type, bool hasDefault, InputObjectType? oneOf)
    {
        foreach (var rule in rules)
        {
            rule.EnterValue(context, value, type);
        }

        Variables(value, type, hasDefault, oneOf);
    }

    private void Variables(ValueNode value, SchemaType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                context.UsagesIn(_definition).Add(new VariableUsage(variable, type, hasDefault, oneOf));
                break;
            case ListNode list:
                // A list where none is expected is an error of its own; what is in it is still compared, except in a scalar that takes anything.
                var item = type?.Nullable is ListType expected ? expected.Item : type?.Named is ScalarType { IsBuiltIn: false } ? null : type?.Nullable;
                foreach (var node in list.Items)
                {
                    Variables(node, item, hasDefault: false, oneOf: null);
                }

                break;
            case ObjectNode fields:
                // A single object stands for a list of one, so the item type is looked through.
                var input = type?.Named as InputObjectType;
                foreach (var field in fields.Fields)
                {
                    var known = input?.FindField(field.Name);
                    Variables(field.Value, known?.Type, known?.HasDefault ?? false, input is { IsOneOf: true } ? input : null);
                }

                break;
        }
    }

    private void NamedType(NamedTypeNode type)
    {
        foreach (var rule in rules)
        {
            rule.EnterNamedType(context, type);
        }
    }

    private NamedType? Composite(NamedTypeNode node) => context.Schema.FindType(node.Name) is { IsComposite: true } type ? type : null;
}
