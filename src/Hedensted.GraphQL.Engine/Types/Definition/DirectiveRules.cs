using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>Directives in definitions are known, stand where they may, once, and have the arguments they need.</summary>
internal static class DirectiveRules
{
    private sealed record Known(IReadOnlySet<string> Locations, bool IsRepeatable, IReadOnlyList<string> Arguments, IReadOnlyList<string> Required);

    private sealed record Place(IReadOnlyList<Directive> Directives, string Location, Dictionary<string, Directive> Seen);

    public static void Check(DefinitionRules rules)
    {
        var known = KnownDirectives(rules);
        foreach (var place in Places(rules))
        {
            foreach (var directive in place.Directives)
            {
                Check(rules, known.GetValueOrDefault(directive.Name), directive, place);
            }
        }

        foreach (var value in rules.Definitions.SelectMany(InputValues).Select(value => value.DefaultValue).OfType<ValueNode>())
        {
            FieldsOnce(rules, value);
        }
    }

    private static void Check(DefinitionRules rules, Known? known, Directive directive, Place place)
    {
        foreach (var same in directive.Arguments.GroupBy(argument => argument.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            rules.Report("UNIQUE_ARGUMENT_NAMES", $"Argument '{same.Key}' is given twice; remove one.", same);
        }

        foreach (var argument in directive.Arguments)
        {
            FieldsOnce(rules, argument.Value);
        }

        if (known is null)
        {
            rules.Report("KNOWN_DIRECTIVES", $"Nothing defines the directive '@{directive.Name}'; define it or remove it.", directive);
            return;
        }

        if (!known.Locations.Contains(place.Location))
        {
            rules.Report("KNOWN_DIRECTIVES", $"'@{directive.Name}' cannot stand here; it may stand on: {string.Join(", ", known.Locations)}.", directive);
        }

        if (!known.IsRepeatable && !place.Seen.TryAdd(directive.Name, directive))
        {
            rules.Report("UNIQUE_DIRECTIVES_PER_LOCATION", $"'@{directive.Name}' stands here twice; remove one.", place.Seen[directive.Name], directive);
        }

        foreach (var argument in directive.Arguments.Where(argument => !known.Arguments.Contains(argument.Name)))
        {
            rules.Report("KNOWN_ARGUMENT_NAMES", $"'@{directive.Name}' has no argument '{argument.Name}'; remove it.", argument);
        }

        foreach (var required in known.Required.Where(name => directive.FindArgument(name) is null))
        {
            rules.Report("PROVIDED_REQUIRED_ARGUMENTS", $"'@{directive.Name}' needs the argument '{required}'.", directive);
        }

        foreach (var text in directive.Arguments.Where(argument => IsText(directive.Name, argument.Name) && argument.Value is not StringNode))
        {
            rules.Report("VALUES_OF_CORRECT_TYPE", $"The argument '{text.Name}' of '@{directive.Name}' is a string; write it between quotes.", text.Value);
        }
    }

    private static bool IsText(string directive, string argument) => (directive, argument) is ("deprecated", "reason") or ("specifiedBy", "url");

    private static void FieldsOnce(DefinitionRules rules, ValueNode value)
    {
        switch (value)
        {
            case ListNode list:
                foreach (var item in list.Items)
                {
                    FieldsOnce(rules, item);
                }

                break;
            case ObjectNode fields:
                var seen = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
                foreach (var field in fields.Fields)
                {
                    if (!seen.TryAdd(field.Name, field))
                    {
                        rules.Report("UNIQUE_INPUT_FIELD_NAMES", $"Field '{field.Name}' is given twice; remove one.", seen[field.Name], field);
                    }

                    FieldsOnce(rules, field.Value);
                }

                break;
        }
    }

    private static Dictionary<string, Known> KnownDirectives(DefinitionRules rules)
    {
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var existing in Building.SpecifiedDirectives.Create().Concat(rules.ExistingDirectives))
        {
            known[existing.Name] = new Known(
                existing.Locations.Select(Building.SchemaPrinter.LocationName).ToHashSet(StringComparer.Ordinal),
                existing.IsRepeatable,
                [.. existing.Arguments.Select(argument => argument.Name)],
                [.. existing.Arguments.Where(argument => argument.DeclaredType is NonNullType && !argument.HasDefault).Select(argument => argument.Name)]);
        }

        foreach (var own in rules.Definitions.OfType<DirectiveDeclaration>())
        {
            known[own.Name] = new Known(
                own.Locations.ToHashSet(StringComparer.Ordinal),
                own.IsRepeatable,
                [.. own.Arguments.Select(argument => argument.Name)],
                [.. own.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }).Select(argument => argument.Name)]);
        }

        return known;
    }

    // A type and its extensions are one place, and so are the schema and its.
    private static IEnumerable<Place> Places(DefinitionRules rules)
    {
        var schema = new Dictionary<string, Directive>(StringComparer.Ordinal);
        var types = new Dictionary<string, Dictionary<string, Directive>>(StringComparer.Ordinal);
        foreach (var definition in rules.Definitions)
        {
            var seen = schema;
            if (definition is TypeDeclaration type && !types.TryGetValue(type.Name, out seen))
            {
                types[type.Name] = seen = new Dictionary<string, Directive>(StringComparer.Ordinal);
            }

            yield return new Place(definition.Directives, definition switch
            {
                SchemaDeclaration => "SCHEMA",
                ScalarDeclaration => "SCALAR",
                ComplexDeclaration { IsInterface: true } => "INTERFACE",
                ComplexDeclaration => "OBJECT",
                UnionDeclaration => "UNION",
                EnumDeclaration => "ENUM",
                _ => "INPUT_OBJECT",
            }, seen);
            foreach (var (directives, location) in Members(definition))
            {
                yield return new Place(directives, location, new Dictionary<string, Directive>(StringComparer.Ordinal));
            }
        }
    }

    private static IEnumerable<(IReadOnlyList<Directive> Directives, string Location)> Members(TypeSystemDefinition definition) => definition switch
    {
        ComplexDeclaration complex => complex.Fields.SelectMany(
            field => field.Arguments.Select(argument => (argument.Directives, "ARGUMENT_DEFINITION")).Prepend((field.Directives, "FIELD_DEFINITION"))),
        EnumDeclaration @enum => @enum.Values.Select(value => (value.Directives, "ENUM_VALUE")),
        InputDeclaration input => input.Fields.Select(field => (field.Directives, "INPUT_FIELD_DEFINITION")),
        DirectiveDeclaration directive => directive.Arguments.Select(argument => (argument.Directives, "ARGUMENT_DEFINITION")),
        _ => [],
    };

    private static IEnumerable<InputValueDeclaration> InputValues(TypeSystemDefinition definition) => definition switch
    {
        ComplexDeclaration complex => complex.Fields.SelectMany(field => field.Arguments),
        InputDeclaration input => input.Fields,
        DirectiveDeclaration directive => directive.Arguments,
        _ => [],
    };
}
