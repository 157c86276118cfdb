using System.Globalization;
using System.Text;

namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>Writes documents that are meant to be valid: nested, merged, aliased, with fragments, conditions and variables; now and then fields collide.</summary>
internal sealed class DocumentGenerator(Model model, Dice dice)
{
    private readonly Literals _literals = new(model, dice);
    private readonly List<(string Name, TypeRef Type, string? Default)> _variables = [];
    private readonly List<(string Name, string Type, string Text)> _fragments = [];
    private bool _mayUseVariables;
    private int _names;
    private int _size;

    /// <summary>The variables of the last document and their types.</summary>
    public IReadOnlyList<(string Name, TypeRef Type, string? Default)> Variables => _variables;

    /// <summary>The operation to run; null when the document has one.</summary>
    public string? OperationName { get; private set; }

    public string Generate()
    {
        _variables.Clear();
        _fragments.Clear();
        _names = 0;
        _size = 0;
        var count = dice.Chance(90) ? 1 : dice.Between(2, 3);
        _mayUseVariables = count == 1;
        OperationName = count > 1 ? $"Op{dice.Below(count)}" : null;
        var document = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            document.Append(Operation(count == 1 && dice.Chance(60) ? null : $"Op{i}")).Append('\n');
        }

        for (var i = 0; i < _fragments.Count; i++)
        {
            document.Append(_fragments[i].Text).Append('\n');
        }

        return document.ToString();
    }

    private string Operation(string? name)
    {
        var kinds = new List<string> { "query", "query", "query", "query" };
        if (model.HasMutation)
        {
            kinds.Add("mutation");
        }

        if (model.HasSubscription)
        {
            kinds.Add("subscription");
        }

        var kind = dice.Pick(kinds);
        var directives = Directives(kind.ToUpperInvariant(), mayCondition: false);
        var set = kind == "subscription"
            ? $"{{ {Field(model.Types["Subscription"], 3, mayCondition: false)} }}"
            : SelectionSet(model.Types[kind == "query" ? "Query" : "Mutation"], 3);
        if (kind == "query" && name is null && _variables.Count == 0 && directives.Length == 0 && dice.Chance(50))
        {
            return set;
        }

        var description = dice.Chance(5) ? "\"of an operation\" " : "";
        return $"{description}{kind} {name} {VariableDefinitions()}{directives} {set}";
    }

    private string VariableDefinitions()
    {
        if (_variables.Count == 0)
        {
            return "";
        }

        var definitions = _variables.Select(variable =>
            $"{(dice.Chance(4) ? "\"of a variable\" " : "")}${variable.Name}: {variable.Type}{(variable.Default is null ? "" : $" = {variable.Default}")}{Directives("VARIABLE_DEFINITION", false, isConstant: true)}");
        return $"({string.Join(dice.Chance(50) ? ", " : " ", definitions)})";
    }

    private string SelectionSet(TypeModel type, int depth)
    {
        var selections = new List<string>();
        for (int i = 0, count = dice.Between(1, 3); i < count; i++)
        {
            selections.Add(dice.Below(100) switch
            {
                < 72 => Field(type, depth, mayCondition: true),
                < 87 when depth > 0 => Inline(type, depth - 1),
                _ when depth > 0 => Spread(type, depth - 1),
                _ => Field(type, 0, mayCondition: true),
            });
        }

        return $"{{ {string.Join(dice.Chance(70) ? " " : "\n  ", selections)} }}";
    }

    private string Field(TypeModel type, int depth, bool mayCondition)
    {
        _size++;
        var fields = type.Fields.Where(field => (depth > 0 && _size < 16) || model.Types.GetValueOrDefault(field.Type.Name)?.IsComposite != true).ToArray();
        if (fields.Length == 0 || dice.Chance(6))
        {
            return mayCondition ? "__typename" : type.Fields.Count > 0 ? "echo" : "__typename";
        }

        if (type.Name == "Query" && dice.Chance(4))
        {
            return Introspection();
        }

        var field = dice.Pick(fields);
        var arguments = Arguments(field.Arguments);
        var alias = dice.Chance(arguments.Length > 0 ? 85 : 35) ? $"x{_names++}: " : "";
        var set = model.Types.TryGetValue(field.Type.Name, out var inner) && inner.IsComposite ? " " + SelectionSet(inner, depth - 1) : "";
        return $"{alias}{field.Name}{arguments}{Directives("FIELD", mayCondition)}{set}";
    }

    private string Introspection() => dice.Below(5) switch
    {
        0 => "__schema { queryType { name kind } mutationType { name } subscriptionType { name } description }",
        1 => $"__type(name: \"{dice.Pick(model.Types.Keys.ToArray())}\") {{ name kind fields(includeDeprecated: true) {{ name args {{ name defaultValue type {{ name kind ofType {{ name kind }} }} }} isDeprecated }} }}",
        2 => $"__type(name: \"{dice.Pick(model.Types.Keys.ToArray())}\") {{ name description specifiedByURL isOneOf enumValues {{ name isDeprecated deprecationReason }} inputFields {{ name isDeprecated }} interfaces {{ name }} }}",
        3 => "__type(name: \"Query\") { fields { type { fields { type { fields { name } } } } } }",
        _ => "__type(name: \"Nothing\") { name }",
    };

    private string Arguments(IReadOnlyList<FieldModel> arguments)
    {
        var given = arguments.Where(argument => argument.IsRequired || dice.Chance(55)).ToList();
        if (given.Count == 0)
        {
            return "";
        }

        if (dice.Chance(20))
        {
            given.Reverse();
        }

        return $"({string.Join(", ", given.Select(argument => $"{argument.Name}: {_literals.Write(argument.Type, 2, _mayUseVariables ? Variable : null, argument.Default is not null)}"))})";
    }

    private string? Variable(TypeRef type, bool hasDefault, bool isOneOf)
    {
        if (!dice.Chance(30))
        {
            return null;
        }

        foreach (var known in _variables.Where(known => known.Type.Equals(type) && (!isOneOf || known.Type.IsRequired)))
        {
            if (dice.Chance(50))
            {
                return "$" + known.Name;
            }
        }

        var own = isOneOf || (!type.IsRequired && dice.Chance(20)) ? new NonNullRef(type.Nullable) : type;
        string? literal = null;
        if (own.IsRequired && !isOneOf && dice.Chance(30))
        {
            // A nullable variable may stand where null is not allowed when a default takes its place.
            own = own.Nullable;
            literal = hasDefault && dice.Chance(50) ? null : new Literals(model, dice).Write(new NonNullRef(own), 1);
        }
        else if (dice.Chance(20))
        {
            literal = new Literals(model, dice).Write(own, 1);
        }

        var name = $"v{_variables.Count}";
        _variables.Add((name, own, literal));
        return "$" + name;
    }

    private string Directives(string location, bool mayCondition, bool isConstant = false)
    {
        var text = new StringBuilder();
        if (mayCondition && dice.Chance(8))
        {
            text.Append(dice.Chance(50) ? " @skip(if: " : " @include(if: ").Append(Condition()).Append(')');
        }

        foreach (var directive in model.Directives.Where(directive => directive.Locations.Contains(location) && dice.Chance(6)))
        {
            for (var i = 0; i < (directive.IsRepeatable ? dice.Between(1, 2) : 1); i++)
            {
                var before = _mayUseVariables;
                _mayUseVariables &= !isConstant;
                text.Append(" @").Append(directive.Name).Append(Arguments(directive.Arguments));
                _mayUseVariables = before;
            }
        }

        return text.ToString();
    }

    private string Condition() =>
        (_mayUseVariables ? Variable(new NonNullRef(new NamedRef("Boolean")), false, isOneOf: true) : null) ?? (dice.Chance(50) ? "true" : "false");

    private string Inline(TypeModel type, int depth)
    {
        if (dice.Chance(25))
        {
            return $"... {Directives("INLINE_FRAGMENT", mayCondition: true)} {SelectionSet(type, depth)}";
        }

        var target = Overlapping(type);
        return $"... on {target.Name}{Directives("INLINE_FRAGMENT", mayCondition: true)} {SelectionSet(target, depth)}";
    }

    private string Spread(TypeModel type, int depth)
    {
        var directives = Directives("FRAGMENT_SPREAD", mayCondition: true);
        var known = _fragments.Where(fragment => fragment.Text.Length > 0 && model.Overlap(fragment.Type, type.Name)).ToArray();
        if (known.Length > 0 && dice.Chance(60))
        {
            return $"...{dice.Pick(known).Name}{directives}";
        }

        var target = Overlapping(type);
        var index = _fragments.Count;
        var name = $"F{index.ToString(CultureInfo.InvariantCulture)}";
        _fragments.Add((name, target.Name, ""));
        var set = SelectionSet(target, depth);
        _fragments[index] = (name, target.Name, $"fragment {name} on {target.Name}{Directives("FRAGMENT_DEFINITION", mayCondition: false)} {set}");
        return $"...{name}{directives}";
    }

    private TypeModel Overlapping(TypeModel type)
    {
        var all = model.Types.Values.Where(other => other.IsComposite && model.Overlap(other.Name, type.Name)).ToArray();
        return all.Length == 0 ? type : dice.Pick(all);
    }
}
