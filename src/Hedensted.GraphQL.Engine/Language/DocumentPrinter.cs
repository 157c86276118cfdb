using System.Text;

namespace Hedensted.GraphQL.Engine.Language;

/// <summary>Writes a document in one canonical form, two spaces a level; what is written reads back as the same document.</summary>
internal sealed partial class DocumentPrinter
{
    private readonly StringBuilder _text = new();

    public static string Print(Document document)
    {
        var printer = new DocumentPrinter();
        foreach (var definition in document.Definitions)
        {
            if (printer._text.Length > 0)
            {
                printer._text.Append('\n');
            }

            printer.Definition(definition);
            printer._text.Append('\n');
        }

        return printer._text.ToString();
    }

    public static string Print(ValueNode value)
    {
        var printer = new DocumentPrinter();
        printer.Value(value);
        return printer._text.ToString();
    }

    private void Definition(Definition definition)
    {
        switch (definition)
        {
            case OperationDefinition operation:
                Operation(operation);
                break;
            case FragmentDefinition fragment:
                Description(fragment.Description, 0);
                _text.Append("fragment ").Append(fragment.Name).Append(" on ").Append(fragment.TypeCondition.Name);
                Directives(fragment.Directives);
                _text.Append(' ');
                Selections(fragment.SelectionSet, 0);
                break;
            case TypeSystemDefinition declaration:
                TypeSystem(declaration);
                break;
        }
    }

    private void Operation(OperationDefinition operation)
    {
        var isShorthand = operation is { Kind: OperationKind.Query, Name: null, Description: null, Variables.Count: 0, Directives.Count: 0 };
        if (!isShorthand)
        {
            Description(operation.Description, 0);
            _text.Append(Keyword(operation.Kind));
            if (operation.Name is not null)
            {
                _text.Append(' ').Append(operation.Name);
            }

            Variables(operation.Variables);
            Directives(operation.Directives);
            _text.Append(' ');
        }

        Selections(operation.SelectionSet, 0);
    }

    private void Variables(IReadOnlyList<VariableDefinition> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }

        var isFirst = true;
        _text.Append('(');
        foreach (var variable in variables)
        {
            _text.Append(isFirst ? "" : ", ");
            isFirst = false;
            if (variable.Description is not null)
            {
                Quoted(variable.Description);
                _text.Append(' ');
            }

            _text.Append('$').Append(variable.Name).Append(": ").Append(variable.Type);
            if (variable.DefaultValue is not null)
            {
                _text.Append(" = ");
                Value(variable.DefaultValue);
            }

            Directives(variable.Directives);
        }

        _text.Append(')');
    }

    private void Selections(SelectionSet set, int level)
    {
        _text.Append("{\n");
        foreach (var selection in set.Selections)
        {
            Indent(level + 1);
            switch (selection)
            {
                case FieldNode field:
                    _text.Append(field.Alias is null ? "" : field.Alias + ": ").Append(field.Name);
                    Arguments(field.Arguments);
                    break;
                case FragmentSpread spread:
                    _text.Append("...").Append(spread.Name);
                    break;
                case InlineFragment inline:
                    _text.Append(inline.TypeCondition is null ? "..." : "... on " + inline.TypeCondition.Name);
                    break;
            }

            Directives(selection.Directives);
            if ((selection is FieldNode parent ? parent.SelectionSet : (selection as InlineFragment)?.SelectionSet) is { } inner)
            {
                _text.Append(' ');
                Selections(inner, level + 1);
            }

            _text.Append('\n');
        }

        Indent(level);
        _text.Append('}');
    }

    private void Arguments(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        var isFirst = true;
        _text.Append('(');
        foreach (var argument in arguments)
        {
            _text.Append(isFirst ? "" : ", ").Append(argument.Name).Append(": ");
            isFirst = false;
            Value(argument.Value);
        }

        _text.Append(')');
    }

    private void Directives(IReadOnlyList<Directive> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(" @").Append(directive.Name);
            Arguments(directive.Arguments);
        }
    }

    private void Value(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: _text.Append('$').Append(variable.Name); break;
            case IntNode number: _text.Append(number.Text); break;
            case FloatNode number: _text.Append(number.Text); break;
            case BooleanNode boolean: _text.Append(boolean.Value ? "true" : "false"); break;
            case NullNode: _text.Append("null"); break;
            case EnumNode name: _text.Append(name.Name); break;
            case StringNode text: Quoted(text.Value); break;
            case ListNode list: Items(list); break;
            case ObjectNode fields: Fields(fields); break;
        }
    }

    private void Items(ListNode list)
    {
        _text.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            _text.Append(i == 0 ? "" : ", ");
            Value(list.Items[i]);
        }

        _text.Append(']');
    }

    private void Fields(ObjectNode value)
    {
        _text.Append('{');
        for (var i = 0; i < value.Fields.Count; i++)
        {
            _text.Append(i == 0 ? "" : ", ").Append(value.Fields[i].Name).Append(": ");
            Value(value.Fields[i].Value);
        }

        _text.Append('}');
    }

    private void Description(string? description, int level)
    {
        if (description is not null)
        {
            Indent(level);
            Text(description, level);
            _text.Append('\n');
        }
    }

    // A block string, whose lines are indented as far as what it describes; reading takes that away again.
    private void Text(string text, int level) => _text.Append(StringPrinter.CanBeBlock(text)
        ? StringPrinter.Block(text).Replace("\n", "\n" + new string(' ', level * 2), StringComparison.Ordinal)
        : StringPrinter.Quote(text));

    private static string Keyword(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    private void Quoted(string text) => _text.Append(StringPrinter.Quote(text));

    private void Indent(int level) => _text.Append(' ', level * 2);
}
