namespace Hedensted.GraphQL.Engine.Types.Building;

/// <summary>Checks a bound schema against <see href="https://spec.graphql.org/September2025/#sec-Type-System">the type system's rules</see>.</summary>
internal static class SchemaValidator
{
    /// <returns>One sentence a problem, starting with the schema coordinate.</returns>
    public static IReadOnlyList<string> Validate(Schema schema)
    {
        var problems = new List<string>();
        foreach (var root in new[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<ObjectType>().GroupBy(type => type).Where(same => same.Count() > 1))
        {
            problems.Add($"{root.Key.Name}: is the root of several kinds of operations; give each a type of its own.");
        }

        foreach (var type in schema.Types.Where(type => !Schema.IsIntrospection(type)))
        {
            Name(type.Name, type.Name, problems);
            switch (type)
            {
                case ComplexType complex: Fields(complex, problems); break;
                case UnionType { PossibleTypes.Count: 0 }: problems.Add($"{type.Name}: a union needs at least one member."); break;
                case EnumType @enum: Values(@enum, problems); break;
                case InputObjectType input: Inputs(input, problems); break;
            }
        }

        foreach (var directive in schema.Directives)
        {
            Name($"@{directive.Name}", directive.Name, problems);
            Arguments($"@{directive.Name}", directive.Arguments, problems);
        }

        foreach (var repeated in schema.Directives.GroupBy(directive => directive.Name).Where(group => group.Count() > 1))
        {
            problems.Add($"@{repeated.Key}: two directives have this name; give one of them another.");
        }

        problems.AddRange(InputCycles.Find(schema));
        return problems;
    }

    private static void Name(string coordinate, string name, List<string> problems)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            problems.Add($"{coordinate}: names that start with '__' belong to introspection; choose another.");
        }
        else if (char.IsAsciiDigit(name[0]) || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            problems.Add($"{coordinate}: a name has only letters a-z, digits and '_', and does not start with a digit.");
        }
    }

    private static void Fields(ComplexType type, List<string> problems)
    {
        if (type.Fields.Count == 0)
        {
            problems.Add($"{type.Name}: a type needs at least one field.");
        }

        foreach (var field in type.Fields)
        {
            var coordinate = $"{type.Name}.{field.Name}";
            Name(coordinate, field.Name, problems);
            Arguments(coordinate, field.Arguments, problems);
            if (!field.Type.Named.IsOutput)
            {
                problems.Add($"{coordinate}: '{field.Type}' is an input type; a field answers with an output type.");
            }
        }

        foreach (var parent in type.Interfaces)
        {
            InterfaceRules.Check(type, parent, problems);
        }
    }

    private static void Arguments(string coordinate, IReadOnlyList<InputValue> arguments, List<string> problems)
    {
        foreach (var argument in arguments)
        {
            InputValue($"{coordinate}({argument.Name}:)", argument, problems);
        }

        foreach (var repeated in arguments.GroupBy(argument => argument.Name).Where(group => group.Count() > 1))
        {
            problems.Add($"{coordinate}({repeated.Key}:): two arguments have this name; give one of them another.");
        }
    }

    private static void InputValue(string coordinate, InputValue value, List<string> problems)
    {
        Name(coordinate, value.Name, problems);
        if (!value.Type.Named.IsInput)
        {
            problems.Add($"{coordinate}: '{value.Type}' is an output type; use a scalar, an enum or an input object.");
        }
        else if (value is { IsRequired: true, DeprecationReason: not null })
        {
            problems.Add($"{coordinate}: what is required cannot be deprecated; make it nullable or give it a default.");
        }
    }

    private static void Values(EnumType type, List<string> problems)
    {
        if (type.Values.Count == 0)
        {
            problems.Add($"{type.Name}: an enum needs at least one value.");
        }

        foreach (var value in type.Values)
        {
            Name($"{type.Name}.{value.Name}", value.Name, problems);
            if (value.Name is "true" or "false" or "null")
            {
                problems.Add($"{type.Name}.{value.Name}: an enum value cannot be called true, false or null.");
            }
        }
    }

    private static void Inputs(InputObjectType type, List<string> problems)
    {
        if (type.Fields.Count == 0)
        {
            problems.Add($"{type.Name}: an input object needs at least one field.");
        }

        foreach (var field in type.Fields)
        {
            var coordinate = $"{type.Name}.{field.Name}";
            InputValue(coordinate, field, problems);
            if (type.IsOneOf && (field.Type is NonNullType || field.HasDefault))
            {
                problems.Add($"{coordinate}: a field of a oneOf input object is nullable and has no default.");
            }
        }
    }
}
