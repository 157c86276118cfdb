using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>Types that are named exist.</summary>
internal static class ReferenceRules
{
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal) { "Int", "Float", "String", "Boolean", "ID" };

    public static void Check(DefinitionRules rules)
    {
        var defined = rules.Definitions.OfType<TypeDeclaration>().Where(type => !type.IsExtension).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var named in rules.Definitions.SelectMany(NamedIn).Where(named => !IsKnown(named.Name)))
        {
            rules.Report("KNOWN_TYPE_NAMES", $"Nothing defines the type '{named.Name}'; define it or correct the name.", named);
        }

        bool IsKnown(string name) =>
            defined.Contains(name) || BuiltIn.Contains(name) || rules.ExistingTypes.ContainsKey(name) || Schema.IsIntrospectionName(name);
    }

    private static IEnumerable<NamedTypeNode> NamedIn(TypeSystemDefinition definition) => definition switch
    {
        SchemaDeclaration schema => schema.Roots.Select(root => root.Type),
        UnionDeclaration union => union.Members,
        InputDeclaration input => input.Fields.Select(field => Core(field.Type)),
        DirectiveDeclaration directive => directive.Arguments.Select(argument => Core(argument.Type)),
        ComplexDeclaration complex => complex.Interfaces
            .Concat(complex.Fields.SelectMany(field => field.Arguments.Select(argument => Core(argument.Type)).Append(Core(field.Type)))),
        _ => [],
    };

    private static NamedTypeNode Core(TypeNode type) => type switch
    {
        ListTypeNode list => Core(list.Item),
        NonNullTypeNode nonNull => Core(nonNull.Inner),
        _ => (NamedTypeNode)type,
    };
}
