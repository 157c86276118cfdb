using System.Text;

namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>Writes a model in the schema definition language, with descriptions, deprecations and extensions thrown in.</summary>
internal sealed class SchemaWriter(Dice dice)
{
    private readonly StringBuilder _text = new();

    public string Write(Model model)
    {
        if (dice.Chance(20))
        {
            Description("");
            _text.Append("schema { query: Query ").Append(model.HasMutation ? "mutation: Mutation " : "").Append(model.HasSubscription ? "subscription: Subscription " : "").Append("}\n");
        }

        foreach (var directive in model.Directives)
        {
            Description("");
            _text.Append("directive @").Append(directive.Name);
            Arguments(directive.Arguments);
            _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations).Append('\n');
        }

        foreach (var type in model.Types.Values)
        {
            Description("");
            Type(model, type);
            _text.Append('\n');
        }

        return _text.ToString();
    }

    private void Type(Model model, TypeModel type)
    {
        switch (type.Kind)
        {
            case ModelKind.Scalar:
                _text.Append("scalar ").Append(type.Name).Append(dice.Chance(50) ? " @specifiedBy(url: \"https://example.org/own\")" : "").Append('\n');
                break;
            case ModelKind.Enum:
                _text.Append("enum ").Append(type.Name).Append(" {\n");
                foreach (var value in type.Values)
                {
                    Description("  ");
                    _text.Append("  ").Append(value);
                    Deprecated(isAllowed: true);
                    _text.Append('\n');
                }

                _text.Append("}\n");
                break;
            case ModelKind.Union:
                var isSplit = type.Members.Count > 1 && dice.Chance(20);
                _text.Append("union ").Append(type.Name).Append(" = ").AppendJoin(" | ", isSplit ? type.Members.Take(1) : type.Members).Append('\n');
                if (isSplit)
                {
                    _text.Append("extend union ").Append(type.Name).Append(" = | ").AppendJoin(" | ", type.Members.Skip(1)).Append('\n');
                }

                break;
            case ModelKind.Input:
                _text.Append("input ").Append(type.Name).Append(type.IsOneOf ? " @oneOf {\n" : " {\n");
                foreach (var field in type.Fields)
                {
                    Description("  ");
                    _text.Append("  ");
                    Value(field);
                    _text.Append('\n');
                }

                _text.Append("}\n");
                break;
            default:
                Complex(model, type);
                break;
        }
    }

    private void Complex(Model model, TypeModel type)
    {
        var keyword = type.Kind == ModelKind.Interface ? "interface " : "type ";
        var cut = type.Fields.Count > 1 && dice.Chance(20) ? dice.Between(1, type.Fields.Count - 1) : type.Fields.Count;
        _text.Append(keyword).Append(type.Name);
        _text.Append(type.Interfaces.Count > 0 ? " implements " : "").AppendJoin(" & ", type.Interfaces);
        if (type.Kind == ModelKind.Object && model.Directives.Find(known => known.Locations.Contains("OBJECT") && known.Arguments.All(argument => !argument.IsRequired)) is { } mark && dice.Chance(20))
        {
            _text.Append(" @").Append(mark.Name);
        }

        Fields(type.Fields.Take(cut));
        if (cut < type.Fields.Count)
        {
            _text.Append("extend ").Append(keyword).Append(type.Name);
            Fields(type.Fields.Skip(cut));
        }
    }

    private void Fields(IEnumerable<FieldModel> fields)
    {
        _text.Append(" {\n");
        foreach (var field in fields)
        {
            Description("  ");
            _text.Append("  ").Append(field.Name);
            Arguments(field.Arguments);
            _text.Append(": ").Append(field.Type);
            _text.Append('\n');
        }

        _text.Append("}\n");
    }

    private void Arguments(IReadOnlyList<FieldModel> arguments)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        _text.Append('(');
        foreach (var argument in arguments)
        {
            if (dice.Chance(10))
            {
                _text.Append("\"of an argument\" ");
            }

            Value(argument);
            _text.Append(' ');
        }

        _text.Append(')');
    }

    private void Value(FieldModel value)
    {
        _text.Append(value.Name).Append(": ").Append(value.Type);
        if (value.Default is not null)
        {
            _text.Append(" = ").Append(value.Default);
        }

        Deprecated(!value.IsRequired);
    }

    private void Deprecated(bool isAllowed)
    {
        if (isAllowed && dice.Chance(8))
        {
            _text.Append(dice.Chance(50) ? " @deprecated" : " @deprecated(reason: \"use \\\"b\\\" \\u0007\")");
        }
    }

    private void Description(string indent)
    {
        if (dice.Chance(15))
        {
            _text.Append(indent).Append(dice.Pick<string>(
                ["\"short\"", "\"\"", "\"quote \\\" inside\"", "\"ends with \\\"\"", "\"\"\"block\"\"\"", "\"\"\"\nlines\n\n  of text\n\"\"\"", "\"tab\\tand \\u0007\"",
                 "\"long long long long long long long long long long long long long long long long long text\"", "\"  indented\"", "\"\"\"back\\slash \\\"\"\" end\"\"\"", "\"a\\n  b\\n  c\"", "\"\\\\\""])).Append('\n');
        }
    }
}
