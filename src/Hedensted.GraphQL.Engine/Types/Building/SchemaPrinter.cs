using System.Text;
using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Building;

/// <summary>Writes a schema in the schema definition language: directives, then types by name, members in declared order.</summary>
internal sealed class SchemaPrinter
{
    private readonly StringBuilder _text = new();

    public static string Print(Schema schema)
    {
        var printer = new SchemaPrinter();
        printer.SchemaDefinition(schema);
        foreach (var directive in schema.Directives.Where(directive => !directive.IsBuiltIn).OrderBy(directive => directive.Name, StringComparer.Ordinal))
        {
            printer.Directive(directive);
        }

        foreach (var type in schema.Types.Where(type => !IsImplied(type)).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            printer.Type(type);
        }

        return printer._text.ToString();
    }

    private static bool IsImplied(NamedType type) =>
        Schema.IsIntrospection(type) || type.Name is "String" or "Int" or "Float" or "Boolean" or "ID";

    private void SchemaDefinition(Schema schema)
    {
        var isCommon = schema.Query.Name == "Query"
            && schema.Mutation?.Name is null or "Mutation"
            && schema.Subscription?.Name is null or "Subscription";
        if (isCommon && schema.Description is null)
        {
            return;
        }

        Start(schema.Description);
        _text.Append("schema {\n  query: ").Append(schema.Query.Name).Append('\n');
        if (schema.Mutation is not null)
        {
            _text.Append("  mutation: ").Append(schema.Mutation.Name).Append('\n');
        }

        if (schema.Subscription is not null)
        {
            _text.Append("  subscription: ").Append(schema.Subscription.Name).Append('\n');
        }

        _text.Append("}\n");
    }

    private void Directive(DirectiveDefinition directive)
    {
        Start(directive.Description);
        _text.Append("directive @").Append(directive.Name);
        Arguments(directive.Arguments, "");
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ")
            .AppendJoin(" | ", directive.Locations.Select(LocationName))
            .Append('\n');
    }

    public static string LocationName(DirectiveLocation location) => location switch
    {
        DirectiveLocation.FragmentDefinition => "FRAGMENT_DEFINITION",
        DirectiveLocation.FragmentSpread => "FRAGMENT_SPREAD",
        DirectiveLocation.InlineFragment => "INLINE_FRAGMENT",
        DirectiveLocation.VariableDefinition => "VARIABLE_DEFINITION",
        DirectiveLocation.FieldDefinition => "FIELD_DEFINITION",
        DirectiveLocation.ArgumentDefinition => "ARGUMENT_DEFINITION",
        DirectiveLocation.EnumValue => "ENUM_VALUE",
        DirectiveLocation.InputObject => "INPUT_OBJECT",
        DirectiveLocation.InputFieldDefinition => "INPUT_FIELD_DEFINITION",
        _ => location.ToString().ToUpperInvariant(),
    };

    private void Type(NamedType type)
    {
        Start(type.Description);
        switch (type)
        {
            case ScalarType scalar:
                _text.Append("scalar ").Append(scalar.Name);
                if (scalar.SpecifiedBy is not null)
                {
                    _text.Append(" @specifiedBy(url: ").Append(StringPrinter.Quote(scalar.SpecifiedBy)).Append(')');
                }

                _text.Append('\n');
                break;
            case ComplexType complex:
                Complex(complex);
                break;
            case UnionType union:
                _text.Append("union ").Append(union.Name).Append(" = ")
                    .AppendJoin(" | ", union.PossibleTypes.Select(member => member.Name)).Append('\n');
                break;
            case EnumType @enum:
                Enum(@enum);
                break;
            case InputObjectType input:
                Input(input);
                break;
        }
    }

    private void Complex(ComplexType type)
    {
        _text.Append(type is ObjectType ? "type " : "interface ").Append(type.Name);
        if (type.Interfaces.Count > 0)
        {
            _text.Append(" implements ").AppendJoin(" & ", type.Interfaces.Select(parent => parent.Name));
        }

        _text.Append(" {\n");
        foreach (var field in type.Fields)
        {
            MemberDescription(field.Description, "  ");
            _text.Append("  ").Append(field.Name);
            Arguments(field.Arguments, "  ");
            _text.Append(": ").Append(field.Type);
            Deprecated(field.DeprecationReason);
            _text.Append('\n');
        }

        _text.Append("}\n");
    }

    private void Enum(EnumType type)
    {
        _text.Append("enum ").Append(type.Name).Append(" {\n");
        foreach (var value in type.Values)
        {
            MemberDescription(value.Description, "  ");
            _text.Append("  ").Append(value.Name);
            Deprecated(value.DeprecationReason);
            _text.Append('\n');
        }

        _text.Append("}\n");
    }

    private void Input(InputObjectType type)
    {
        _text.Append("input ").Append(type.Name).Append(type.IsOneOf ? " @oneOf {\n" : " {\n");
        foreach (var field in type.Fields)
        {
            MemberDescription(field.Description, "  ");
            _text.Append("  ");
            InputValue(field);
            _text.Append('\n');
        }

        _text.Append("}\n");
    }

    private void Arguments(IReadOnlyList<InputValue> arguments, string indent)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        var isMultiline = arguments.Any(argument => !string.IsNullOrEmpty(argument.Description));
        _text.Append('(');
        for (var i = 0; i < arguments.Count; i++)
        {
            if (isMultiline)
            {
                _text.Append('\n');
                MemberDescription(arguments[i].Description, indent + "  ");
                _text.Append(indent).Append("  ");
            }
            else
            {
                _text.Append(i == 0 ? "" : ", ");
            }

            InputValue(arguments[i]);
        }

        _text.Append(isMultiline ? "\n" + indent + ")" : ")");
    }

    private void InputValue(InputValue value)
    {
        _text.Append(value.Name).Append(": ").Append(value.Type);
        if (value.CanonicalDefault is not null)
        {
            _text.Append(" = ").Append(value.CanonicalDefault);
        }

        Deprecated(value.DeprecationReason);
    }

    private void Deprecated(string? reason)
    {
        if (reason == SpecifiedDirectives.DefaultReason)
        {
            _text.Append(" @deprecated");
        }
        else if (reason is not null)
        {
            _text.Append(" @deprecated(reason: ").Append(StringPrinter.Quote(reason)).Append(')');
        }
    }

    private void Start(string? description)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        Description(description, "");
    }

    private void Description(string? description, string indent)
    {
        if (description is not null)
        {
            var text = StringPrinter.CanBeBlock(description) ? StringPrinter.Block(description) : StringPrinter.Quote(description);
            _text.Append(indent).Append(text.Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append('\n');
        }
    }

    /// <summary>A member with a description stands apart from the one before it.</summary>
    private void MemberDescription(string? description, string indent)
    {
        if (description is not null && _text[^2] is not ('{' or '('))
        {
            _text.Append('\n');
        }

        Description(description, indent);
    }
}
