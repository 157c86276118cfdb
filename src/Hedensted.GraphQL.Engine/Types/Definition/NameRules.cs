using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>What must be there once: the schema, each root, each name.</summary>
internal static class NameRules
{
    public static void Check(DefinitionRules rules)
    {
        foreach (var again in rules.Definitions.OfType<SchemaDeclaration>().Where(schema => !schema.IsExtension).Skip(1))
        {
            rules.Report("LONE_SCHEMA_DEFINITION", "There is one 'schema' already; remove this one.", again);
        }

        Roots(rules);
        Once(rules, "UNIQUE_TYPE_NAMES", "type", rules.Definitions.OfType<TypeDeclaration>().Where(type => !type.IsExtension).Select(type => (type.Name, type.NamePlace)));
        Once(rules, "UNIQUE_DIRECTIVE_NAMES", "directive", rules.Definitions.OfType<DirectiveDeclaration>().Select(directive => (directive.Name, directive.NamePlace)));
        foreach (var existing in rules.Definitions.OfType<TypeDeclaration>().Where(type => !type.IsExtension && rules.ExistingTypes.ContainsKey(type.Name)))
        {
            rules.Report("UNIQUE_TYPE_NAMES", $"The type '{existing.Name}' exists already; extend it or choose another name.", existing.NamePlace);
        }

        foreach (var type in rules.Definitions.OfType<TypeDeclaration>().GroupBy(type => type.Name, StringComparer.Ordinal))
        {
            Once(
                rules,
                "UNIQUE_ENUM_VALUE_NAMES",
                $"value of '{type.Key}'",
                type.OfType<EnumDeclaration>().SelectMany(part => part.Values).Select(value => (value.Name, value.NamePlace)));
            Once(rules, "UNIQUE_FIELD_DEFINITION_NAMES", $"field of '{type.Key}'", type.SelectMany(Fields));
        }

        foreach (var arguments in rules.Definitions.SelectMany(ArgumentLists))
        {
            foreach (var same in arguments.GroupBy(argument => argument.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                rules.Report("UNIQUE_ARGUMENT_DEFINITION_NAMES", $"The argument '{same.Key}' is declared twice; rename one.", same.Select(argument => argument.NamePlace));
            }
        }
    }

    private static void Roots(DefinitionRules rules)
    {
        var known = new Dictionary<OperationKind, RootDeclaration>();
        foreach (var root in rules.Definitions.OfType<SchemaDeclaration>().SelectMany(schema => schema.Roots))
        {
            if (!known.TryAdd(root.Kind, root))
            {
                rules.Report("UNIQUE_OPERATION_TYPES", $"The root of a {root.Kind.ToString().ToLowerInvariant()} is named twice; remove one.", known[root.Kind], root);
            }
        }
    }

    private static void Once(DefinitionRules rules, string code, string what, IEnumerable<(string Name, NamePlace Place)> names)
    {
        var known = new Dictionary<string, NamePlace>(StringComparer.Ordinal);
        foreach (var (name, place) in names)
        {
            if (!known.TryAdd(name, place))
            {
                rules.Report(code, $"The {what} '{name}' is defined twice; rename one.", known[name], place);
            }
        }
    }

    private static IEnumerable<(string Name, NamePlace Place)> Fields(TypeDeclaration type) => type switch
    {
        ComplexDeclaration complex => complex.Fields.Select(field => (field.Name, field.NamePlace)),
        InputDeclaration input => input.Fields.Select(field => (field.Name, field.NamePlace)),
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<InputValueDeclaration>> ArgumentLists(TypeSystemDefinition definition) => definition switch
    {
        DirectiveDeclaration directive => [directive.Arguments],
        ComplexDeclaration complex => complex.Fields.Select(field => field.Arguments),
        _ => [],
    };
}
