namespace Hedensted.GraphQL.Differential.Tests.Generation;

/// <summary>Invents a schema: its model, and its text in the schema definition language.</summary>
internal sealed class SchemaGenerator(Dice dice)
{
    private static readonly string[] Names = ["a", "b", "c", "name", "id", "type", "on", "query", "list", "next"];
    private static readonly string[] BuiltIn = ["Int", "Float", "String", "Boolean", "ID"];
    private readonly Model _model = new();
    private readonly Dictionary<string, string> _enumDefaults = new(StringComparer.Ordinal);

    public Model Generate()
    {
        for (var i = 1; i <= dice.Between(1, 2); i++)
        {
            var type = new TypeModel($"Color{i}", ModelKind.Enum);
            type.Values.AddRange(((string[])["RED", "GREEN", "on", "fragment", "Blue"]).Take(dice.Between(1, 5)));
            _model.Add(type);
        }

        for (var i = 1; i <= dice.Between(0, 2); i++)
        {
            _model.Add(new TypeModel($"Own{i}", ModelKind.Scalar));
        }

        Inputs();
        Interfaces();
        Objects();
        for (var i = 1; i <= dice.Between(0, 2); i++)
        {
            var union = new TypeModel($"Either{i}", ModelKind.Union);
            union.Members.AddRange(_model.Of(ModelKind.Object).Select(type => type.Name).Where((_, index) => index == 0 || dice.Chance(50)));
            _model.Add(union);
        }

        // Fields that name any type come last, when all types are there.
        foreach (var type in _model.Types.Values.Where(type => type.Kind == ModelKind.Object).ToArray())
        {
            OwnFields(type, dice.Between(1, 4));
        }

        Root("Query", dice.Between(4, 8));
        if (dice.Chance(40))
        {
            Root("Mutation", dice.Between(1, 3));
        }

        if (dice.Chance(50))
        {
            Root("Subscription", dice.Between(1, 3));
        }

        for (var i = 1; i <= dice.Between(0, 2); i++)
        {
            var locations = dice.Some(
                ["QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "ENUM_VALUE"], 50);
            _model.Directives.Add(new DirectiveModel($"mark{i}", locations.Count == 0 ? ["FIELD"] : locations, Arguments(2), dice.Chance(40)));
        }

        return _model;
    }

    private void Root(string name, int fields)
    {
        var root = new TypeModel(name, ModelKind.Object);
        root.Fields.Add(new FieldModel("echo", new NamedRef("String"), [new FieldModel("text", new NamedRef("String"), []), new FieldModel("float", new NamedRef("Float"), [])]));
        OwnFields(root, fields);
        _model.Add(root);
    }

    private void Inputs()
    {
        var count = dice.Between(1, 4);
        for (var i = count; i >= 1; i--)
        {
            var type = new TypeModel($"In{i}", ModelKind.Input) { IsOneOf = dice.Chance(25) };
            foreach (var name in Names.Take(dice.Between(1, 5)))
            {
                // Only inputs that exist already may be required, so that none needs itself.
                var reference = name == "a" ? new NamedRef(Leaf(allowInput: false)) : dice.Chance(15) ? new NamedRef($"In{dice.Between(1, i)}") : Wrap(new NamedRef(Leaf(allowInput: true)));
                var isNullable = type.IsOneOf || (reference.Name == $"In{i}" || !_model.Types.ContainsKey(reference.Name) && reference.Name.StartsWith("In", StringComparison.Ordinal) && reference.Name != "Int");
                reference = isNullable ? reference.Nullable : reference;
                var isLeaf = _model.Types.TryGetValue(reference.Name, out var known) ? known.IsLeaf : BuiltIn.Contains(reference.Name);
                type.Fields.Add(new FieldModel(name, reference, [], !type.IsOneOf && isLeaf && dice.Chance(25) ? Default(reference) : null));
            }

            _model.Add(type);
        }
    }

    private void Interfaces()
    {
        for (var i = 1; i <= dice.Between(0, 3); i++)
        {
            var type = new TypeModel($"Face{i}", ModelKind.Interface);
            foreach (var parent in _model.Of(ModelKind.Interface).ToArray().Where(_ => dice.Chance(35)))
            {
                Implement(type, parent);
            }

            for (var j = 0; j < dice.Between(1, 3); j++)
            {
                AddField(type, Field($"{Names[dice.Below(3)]}{i}", Wrap(new NamedRef(dice.Chance(30) ? $"Face{dice.Between(1, i)}" : Leaf(allowInput: false)))));
            }

            _model.Add(type);
        }
    }

    private void Objects()
    {
        for (var i = 1; i <= dice.Between(2, 5); i++)
        {
            var type = new TypeModel($"Thing{i}", ModelKind.Object);
            foreach (var parent in _model.Of(ModelKind.Interface).ToArray().Where(_ => dice.Chance(45)))
            {
                Implement(type, parent);
            }

            _model.Add(type);
        }
    }

    private void Implement(TypeModel type, TypeModel parent)
    {
        foreach (var name in parent.Interfaces.Append(parent.Name))
        {
            if (!type.Interfaces.Contains(name))
            {
                type.Interfaces.Add(name);
            }

            foreach (var field in _model.Types[name].Fields)
            {
                // An implementation may promise more: non-null, and arguments of its own.
                var exact = dice.Chance(15) && !field.Type.IsRequired && type.Kind == ModelKind.Object ? field with { Type = new NonNullRef(field.Type) } : field;
                AddField(type, exact);
            }
        }
    }

    private void OwnFields(TypeModel type, int count)
    {
        var outputs = _model.Types.Values.Where(known => known.IsComposite && known.Name is not ("Query" or "Mutation" or "Subscription")).Select(known => known.Name).ToArray();
        for (var i = 0; i < count; i++)
        {
            var named = outputs.Length > 0 && dice.Chance(50) ? dice.Pick(outputs) : Leaf(allowInput: false);
            AddField(type, Field($"{dice.Pick(Names)}{(dice.Chance(50) ? dice.Below(4).ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}", Wrap(new NamedRef(named))));
        }
    }

    private static void AddField(TypeModel type, FieldModel field)
    {
        if (!type.Fields.Exists(known => known.Name == field.Name))
        {
            type.Fields.Add(field);
        }
    }

    private FieldModel Field(string name, TypeRef type) => new(name, type, dice.Chance(40) ? Arguments(3) : []);

    private List<FieldModel> Arguments(int most)
    {
        var arguments = new List<FieldModel>();
        foreach (var name in ((string[])["x", "y", "where"]).Take(dice.Between(0, most)))
        {
            var type = Wrap(new NamedRef(Leaf(allowInput: true)));
            arguments.Add(new FieldModel(name, type, [], dice.Chance(25) ? Default(type) : null));
        }

        return arguments;
    }

    private string Leaf(bool allowInput)
    {
        var own = _model.Types.Values.Where(type => type.IsLeaf || (allowInput && type.Kind == ModelKind.Input)).Select(type => type.Name).ToArray();
        return own.Length > 0 && dice.Chance(45) ? dice.Pick(own) : dice.Pick(BuiltIn);
    }

    private TypeRef Wrap(TypeRef type)
    {
        type = dice.Chance(25) ? new NonNullRef(type) : type;
        if (dice.Chance(25))
        {
            type = new ListRef(type);
            type = dice.Chance(15) ? new ListRef(type) : type;
            type = dice.Chance(25) ? new NonNullRef(type) : type;
        }

        return type;
    }

    private string Default(TypeRef type)
    {
        var text = new Literals(_model, dice).Write(type, 1);

        // Printed as written apart from the spaces; block strings and such are the printer's own tests.
        return text.Contains("\"\"\"", StringComparison.Ordinal) ? _enumDefaults.GetValueOrDefault(type.ToString(), type.IsRequired ? "\"d\"" : "null") : text;
    }
}
