using Hedensted.GraphQL.Engine.Language;

namespace Hedensted.GraphQL.Engine.Types.Definition;

/// <summary>A directive is not used in its own definition: on its arguments, or on the types its arguments have.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation">Directives: type validation</see>.</remarks>
internal static class DirectiveCycleRules
{
    public static void Check(DefinitionRules rules)
    {
        var types = rules.Definitions.OfType<TypeDeclaration>().ToLookup(type => type.Name, StringComparer.Ordinal);
        var directives = rules.Definitions.OfType<DirectiveDeclaration>().ToLookup(directive => directive.Name, StringComparer.Ordinal);
        foreach (var directive in rules.Definitions.OfType<DirectiveDeclaration>().Where(directive => UsesItself(directive, directives, types)))
        {
            rules.Report("NO_DIRECTIVE_CYCLES", $"'@{directive.Name}' uses itself in its own definition; remove it from its arguments and their types.", directive.NamePlace);
        }
    }

    private static bool UsesItself(
        DirectiveDeclaration start, ILookup<string, DirectiveDeclaration> directives, ILookup<string, TypeDeclaration> types)
    {
        var seen = new HashSet<TypeSystemDefinition>();
        var open = new Queue<TypeSystemDefinition>([start]);
        while (open.TryDequeue(out var definition))
        {
            var (used, named) = Inside(definition);
            if (used.Contains(start.Name))
            {
                return true;
            }

            foreach (var next in used.SelectMany(name => directives[name]).Concat<TypeSystemDefinition>(named.SelectMany(name => types[name])))
            {
                if (seen.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return false;
    }

    /// <summary>The directives used in a definition, and the types named in it.</summary>
    private static (IReadOnlyList<string> Used, IReadOnlyList<string> Named) Inside(TypeSystemDefinition definition)
    {
        IReadOnlyList<InputValueDeclaration> values = definition switch
        {
            DirectiveDeclaration directive => directive.Arguments,
            InputDeclaration input => input.Fields,
            _ => [],
        };
        var onMembers = definition is EnumDeclaration @enum ? @enum.Values.SelectMany(value => value.Directives) : values.SelectMany(value => value.Directives);
        return ([.. definition.Directives.Concat(onMembers).Select(directive => directive.Name)], [.. values.Select(value => Core(value.Type))]);
    }

    private static string Core(TypeNode type) => type switch
    {
        ListTypeNode list => Core(list.Item),
        NonNullTypeNode nonNull => Core(nonNull.Inner),
        _ => ((NamedTypeNode)type).Name,
    };
}
