namespace Hedensted.GraphQL.Engine.Language;

/// <content>Definitions and extensions of the schema definition language.</content>
internal sealed partial class DocumentPrinter
{
    private void TypeSystem(TypeSystemDefinition definition)
    {
        Description(definition.Description, 0);
        _text.Append(definition.IsExtension ? "extend " : "").Append(definition.Keyword);
        switch (definition)
        {
            case SchemaDeclaration schema:
                Directives(schema.Directives);
                Block(schema.Roots, root => _text.Append(Keyword(root.Kind)).Append(": ").Append(root.Type.Name));
                break;
            case ComplexDeclaration complex:
                Named(complex, complex.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", complex.Interfaces));
                Block(complex.Fields, Field);
                break;
            case UnionDeclaration union:
                Named(union);
                _text.Append(union.Members.Count == 0 ? "" : " = ").AppendJoin(" | ", union.Members);
                break;
            case EnumDeclaration values:
                Named(values);
                Block(values.Values, Value);
                break;
            case InputDeclaration input:
                Named(input);
                Block(input.Fields, field => Input(field, 1));
                break;
            case DirectiveDeclaration directive:
                _text.Append(" @").Append(directive.Name);
                Parameters(directive.Arguments, 0);
                _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations);
                break;
            case NamedDeclaration scalar:
                Named(scalar);
                break;
        }
    }

    private void Named(NamedDeclaration definition, string clause = "")
    {
        _text.Append(' ').Append(definition.Name).Append(clause);
        Directives(definition.Directives);
    }

    private void Field(FieldDeclaration field)
    {
        DescriptionBefore(field.Description, 1);
        _text.Append(field.Name);
        Parameters(field.Arguments, 1);
        _text.Append(": ").Append(field.Type);
        Directives(field.Directives);
    }

    private void Value(EnumValueDeclaration value)
    {
        DescriptionBefore(value.Description, 1);
        _text.Append(value.Name);
        Directives(value.Directives);
    }

    private void Input(InputValueDeclaration value, int level)
    {
        DescriptionBefore(value.Description, level);
        _text.Append(value.Name).Append(": ").Append(value.Type);
        if (value.DefaultValue is not null)
        {
            _text.Append(" = ");
            Value(value.DefaultValue);
        }

        Directives(value.Directives);
    }

    private void Parameters(IReadOnlyList<InputValueDeclaration> parameters, int level)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        var isTall = parameters.Any(parameter => parameter.Description is not null);
        _text.Append('(');
        for (var i = 0; i < parameters.Count; i++)
        {
            if (isTall)
            {
                _text.Append('\n');
                Indent(level + 1);
            }
            else
            {
                _text.Append(i == 0 ? "" : ", ");
            }

            Input(parameters[i], level + 1);
        }

        if (isTall)
        {
            _text.Append('\n');
            Indent(level);
        }

        _text.Append(')');
    }

    private void Block<T>(IReadOnlyList<T> members, Action<T> write)
    {
        if (members.Count == 0)
        {
            return;
        }

        _text.Append(" {\n");
        foreach (var member in members)
        {
            Indent(1);
            write(member);
            _text.Append('\n');
        }

        _text.Append('}');
    }

    /// <summary>The description of a member whose own line has been indented already.</summary>
    private void DescriptionBefore(string? description, int level)
    {
        if (description is not null)
        {
            Text(description, level);
            _text.Append('\n');
            Indent(level);
        }
    }
}
